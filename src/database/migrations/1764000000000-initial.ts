import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  accounts: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      status ascii(16) NOT NULL,
      name text(200) NOT NULL,
      email text(254) NULL,
      phone text(50) NULL,
      website text(200) NULL,
      tax_id text(50) NULL,
      registration_number text(50) NULL,
      address longtext NULL,
      payment longtext NULL,
      currency ascii(3) NOT NULL,
      language ascii(35) NOT NULL,
      time_zone ascii(64) NOT NULL,
      number_format text(40) NOT NULL,
      payment_terms_days integer NULL,
      accent_color ascii(7) NULL,
      logo_id id NULL,
      created_at ascii(24) NOT NULL`,
    indexes: [],
  },
  users: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      account_id id NOT NULL,
      email text(254) NOT NULL,
      password_hash ascii(200) NOT NULL,
      created_at ascii(24) NOT NULL,
      CONSTRAINT fk_users_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: ['UNIQUE INDEX uq_users_email ON users (email)'],
  },
  sessions: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      user_id id NOT NULL,
      account_id id NOT NULL,
      token_hash ascii(64) NOT NULL,
      created_at ascii(24) NOT NULL,
      last_seen_at ascii(24) NOT NULL,
      expires_at ascii(24) NOT NULL,
      authenticated_at ascii(24) NOT NULL,
      ip ascii(45) NULL,
      user_agent text(200) NULL,
      CONSTRAINT fk_sessions_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT fk_sessions_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_sessions_token ON sessions (token_hash)',
      'INDEX ix_sessions_expiry ON sessions (expires_at)',
    ],
  },
  logos: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      account_id id NOT NULL,
      media_type ascii(20) NOT NULL,
      bytes longblob NOT NULL,
      created_at ascii(24) NOT NULL,
      CONSTRAINT fk_logos_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: ['INDEX ix_logos_account ON logos (account_id)'],
  },
  api_keys: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      account_id id NOT NULL,
      name text(60) NOT NULL,
      note text(200) NULL,
      key_hash ascii(64) NOT NULL,
      hash_algorithm smallint NOT NULL,
      hint_start ascii(4) NOT NULL,
      hint_end ascii(4) NOT NULL,
      created_at ascii(24) NOT NULL,
      created_by id NULL,
      expires_at ascii(24) NULL,
      revoked_at ascii(24) NULL,
      replaced_by_id id NULL,
      last_used_at ascii(24) NULL,
      last_used_ip ascii(45) NULL,
      last_used_user_agent text(120) NULL,
      last_refused_at ascii(24) NULL,
      last_refused_ip ascii(45) NULL,
      last_refused_user_agent text(120) NULL,
      expiry_notice_days smallint NULL,
      CONSTRAINT fk_api_keys_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_api_keys_hash ON api_keys (key_hash)',
      'INDEX ix_api_keys_account ON api_keys (account_id, created_at)',
      'INDEX ix_api_keys_expiry ON api_keys (expires_at)',
    ],
  },
  invoices: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      account_id id NOT NULL,
      status ascii(10) NOT NULL,
      number text(40) NOT NULL,
      series ascii(20) NULL,
      series_period ascii(7) NULL,
      series_sequence integer NULL,
      issue_date ascii(10) NOT NULL,
      due_date ascii(10) NULL,
      currency ascii(3) NOT NULL,
      language ascii(35) NOT NULL,
      organization longtext NOT NULL,
      recipient longtext NOT NULL,
      recipient_text text(460) NOT NULL,
      search_text text(800) NOT NULL,
      prices_include_tax smallint NOT NULL,
      subtotal_minor bigint NOT NULL,
      discount_total_minor bigint NOT NULL,
      charge_total_minor bigint NOT NULL,
      tax_total_minor bigint NOT NULL,
      total_minor bigint NOT NULL,
      discounts longtext NOT NULL,
      charges longtext NOT NULL,
      notes longtext NULL,
      terms longtext NULL,
      reference text(200) NULL,
      payment longtext NULL,
      metadata longtext NOT NULL,
      source ascii(10) NOT NULL,
      created_by id NOT NULL,
      template ascii(40) NOT NULL,
      logo_id id NULL,
      created_at ascii(24) NOT NULL,
      CONSTRAINT fk_invoices_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_invoices_number ON invoices (account_id, number)',
      'INDEX ix_invoices_newest ON invoices (account_id, id, issue_date, status, currency)',
      'INDEX ix_invoices_currency ON invoices (account_id, currency, id)',
      'INDEX ix_invoices_status ON invoices (account_id, status, id)',
      'INDEX ix_invoices_totals ON invoices (account_id, issue_date, currency, status, total_minor)',
    ],
  },
  invoice_lines: {
    columns: `
      invoice_id id NOT NULL,
      position integer NOT NULL,
      description text(1000) NOT NULL,
      details text(1000) NULL,
      quantity ascii(20) NOT NULL,
      unit text(50) NULL,
      unit_price ascii(20) NOT NULL,
      discount longtext NULL,
      taxes longtext NOT NULL,
      amount_minor bigint NOT NULL,
      discount_minor bigint NOT NULL,
      net_minor bigint NOT NULL,
      PRIMARY KEY (invoice_id, position),
      CONSTRAINT fk_invoice_lines_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [],
  },
  invoice_taxes: {
    columns: `
      invoice_id id NOT NULL,
      position integer NOT NULL,
      name text(50) NOT NULL,
      rate ascii(20) NOT NULL,
      category ascii(2) NOT NULL,
      taxable_minor bigint NOT NULL,
      tax_minor bigint NOT NULL,
      PRIMARY KEY (invoice_id, position),
      CONSTRAINT fk_invoice_taxes_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [],
  },
  documents: {
    columns: `
      invoice_id id NOT NULL,
      kind ascii(20) NOT NULL,
      account_id id NOT NULL,
      size integer NOT NULL,
      sha256 ascii(64) NOT NULL,
      created_at ascii(24) NOT NULL,
      bytes longblob NOT NULL,
      PRIMARY KEY (invoice_id, kind),
      CONSTRAINT fk_documents_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [],
  },
  number_series: {
    columns: `
      account_id id NOT NULL,
      series ascii(20) NOT NULL,
      period ascii(7) NOT NULL,
      next integer NOT NULL,
      PRIMARY KEY (account_id, series, period),
      CONSTRAINT fk_number_series_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [],
  },
  idempotency_keys: {
    columns: `
      account_id id NOT NULL,
      idempotency_key ascii(255) NOT NULL,
      request_hash ascii(64) NOT NULL,
      invoice_id id NOT NULL,
      created_at ascii(24) NOT NULL,
      PRIMARY KEY (account_id, idempotency_key),
      CONSTRAINT fk_idempotency_keys_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: ['INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at)'],
  },
};

/** Accounts with their users, sessions and logos; API keys; invoices with all that belongs to them. */
export class Initial1764000000000 implements MigrationInterface {
  readonly name = 'Initial1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  share_links: {
    columns: `
      id id NOT NULL,
      account_id id NOT NULL,
      invoice_id id NOT NULL,
      token ascii(64) NOT NULL,
      created_at ascii(24) NOT NULL,
      expires_at ascii(24) NOT NULL,
      revoked_at ascii(24) NULL,
      PRIMARY KEY (id),
      CONSTRAINT fk_share_links_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT fk_share_links_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_share_links_token ON share_links (token)',
      'INDEX ix_share_links_invoice ON share_links (invoice_id)',
      'INDEX ix_share_links_account ON share_links (account_id)',
    ],
  },
};

/** Links with which a recipient reads an invoice. */
export class ShareLinks1764700000000 implements MigrationInterface {
  readonly name = 'ShareLinks1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

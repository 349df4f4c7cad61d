import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables } from './create-table.js';

const tables = {
  customers: {
    columns: `
      id id NOT NULL,
      account_id id NOT NULL,
      external_id ascii(200) NULL,
      archived smallint NOT NULL,
      name text(200) NOT NULL,
      email text(254) NULL,
      phone text(50) NULL,
      website text(200) NULL,
      tax_id text(50) NULL,
      registration_number text(50) NULL,
      address longtext NULL,
      language ascii(35) NULL,
      currency ascii(3) NULL,
      payment_terms_days integer NULL,
      notes longtext NULL,
      metadata longtext NOT NULL,
      search_text text(1300) NOT NULL,
      revision integer NOT NULL,
      created_at ascii(24) NOT NULL,
      updated_at ascii(24) NOT NULL,
      PRIMARY KEY (id),
      CONSTRAINT fk_customers_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_customers_external_id ON customers (account_id, external_id)',
      'INDEX ix_customers_account ON customers (account_id, archived, id)',
    ],
  },
  items: {
    columns: `
      id id NOT NULL,
      account_id id NOT NULL,
      external_id ascii(200) NULL,
      archived smallint NOT NULL,
      description text(1000) NOT NULL,
      details text(1000) NULL,
      unit text(50) NULL,
      unit_price ascii(20) NULL,
      currency ascii(3) NULL,
      tax_rate ascii(20) NULL,
      taxes longtext NULL,
      metadata longtext NOT NULL,
      search_text text(1300) NOT NULL,
      revision integer NOT NULL,
      created_at ascii(24) NOT NULL,
      updated_at ascii(24) NOT NULL,
      PRIMARY KEY (id),
      CONSTRAINT fk_items_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_items_external_id ON items (account_id, external_id)',
      'INDEX ix_items_account ON items (account_id, archived, id)',
    ],
  },
};

const columns = { invoices: { customer_id: 'id NULL' } };

/** Customers and items, and for which customer an invoice was made. */
export class Catalog1765200000000 implements MigrationInterface {
  readonly name = 'Catalog1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    await addColumns(runner, columns);
    await runner.query(
      'CREATE INDEX ix_invoices_customer ON invoices (account_id, customer_id, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('invoices', 'ix_invoices_customer');
    await dropColumns(runner, columns);
    await dropTables(runner, tables);
  }
}

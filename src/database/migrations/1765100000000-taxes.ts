import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables } from './create-table.js';

const columns = {
  accounts: { cash_rounding: 'ascii(20) NULL' },
  invoices: {
    withholdings: 'longtext NULL',
    cash_rounding: 'ascii(20) NULL',
    rounding_minor: 'bigint NULL',
    amount_due_minor: 'bigint NULL',
    tax_currency: 'ascii(3) NULL',
    exchange_rate: 'ascii(30) NULL',
    tax_currency_total_minor: 'bigint NULL',
  },
  invoice_taxes: { compound: 'smallint NULL', exemption_reason: 'text(500) NULL' },
};

const tables = {
  tax_presets: {
    columns: `
      id id NOT NULL,
      account_id id NOT NULL,
      name text(100) NOT NULL,
      tax_name text(50) NOT NULL,
      rate ascii(20) NOT NULL,
      category ascii(2) NOT NULL,
      compound smallint NOT NULL,
      exemption_reason text(300) NULL,
      created_at ascii(24) NOT NULL,
      PRIMARY KEY (id),
      CONSTRAINT fk_tax_presets_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: ['UNIQUE INDEX uq_tax_presets_name ON tax_presets (account_id, name)'],
  },
};

/** Compound and exempt taxes, withholdings, cash rounding, a second currency of taxation, and tax presets. */
export class Taxes1765100000000 implements MigrationInterface {
  readonly name = 'Taxes1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
    await dropColumns(runner, columns);
  }
}

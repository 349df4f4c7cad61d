import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  stepped_over_numbers: {
    columns: `
      account_id id NOT NULL,
      series ascii(20) NOT NULL,
      period ascii(7) NOT NULL,
      sequence integer NOT NULL,
      number text(40) NOT NULL,
      created_at ascii(24) NOT NULL,
      PRIMARY KEY (account_id, series, period, sequence),
      CONSTRAINT fk_stepped_over_numbers_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [],
  },
};

/** What a report on a series needs: its places in order, each taken once, and those that were stepped over. */
export class SeriesReports1765800000000 implements MigrationInterface {
  readonly name = 'SeriesReports1765800000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    await runner.query(
      'CREATE UNIQUE INDEX uq_invoices_series ON invoices (account_id, series, series_period, series_sequence)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('invoices', 'uq_invoices_series');
    await dropTables(runner, tables);
  }
}

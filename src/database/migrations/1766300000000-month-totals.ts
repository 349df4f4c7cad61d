import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropIndex, dropTables } from './create-table.js';

const tables = {
  month_totals: {
    columns: `
      account_id id NOT NULL,
      month ascii(7) NOT NULL,
      currency ascii(3) NOT NULL,
      invoices bigint NOT NULL,
      millions bigint NOT NULL,
      rest bigint NOT NULL,
      PRIMARY KEY (account_id, month, currency),
      CONSTRAINT fk_month_totals_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [],
  },
};

const signed = `CASE WHEN type = 'credit_note' THEN -total_minor ELSE total_minor END`;
/** Adds up what stands in `invoices`, into an empty table. */
export const sumUpMonths = `INSERT INTO month_totals (account_id, month, currency, invoices, millions, rest)
  SELECT account_id, SUBSTR(issue_date, 1, 7), currency, SUM(type = 'invoice'),
         SUM(CAST((${signed} - ${signed} % 1000000) / 1000000 AS SIGNED)), SUM(${signed} % 1000000)
  FROM invoices WHERE status = 'issued' AND type IN ('invoice', 'credit_note')
  GROUP BY account_id, SUBSTR(issue_date, 1, 7), currency`;

const oldIndex =
  'ix_invoices_totals ON invoices (account_id, issue_date, currency, status, type, total_minor)';

/** Sums by month that are kept with the invoices, so that nobody has to add up a million of them. */
export class MonthTotals1766300000000 implements MigrationInterface {
  readonly name = 'MonthTotals1766300000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    await runner.query(sumUpMonths);
    await dropIndex(runner, 'invoices', 'ix_invoices_totals');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ${oldIndex}`);
    await dropTables(runner, tables);
  }
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const columns = { invoices: { type: "ascii(12) NOT NULL DEFAULT 'invoice'" } };

const totals = 'ix_invoices_totals ON invoices (account_id, issue_date, currency, status';

/** Documents that are no invoices, which lists tell apart and sums leave out. */
export class DocumentTypes1765900000000 implements MigrationInterface {
  readonly name = 'DocumentTypes1765900000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await runner.query('CREATE INDEX ix_invoices_type ON invoices (account_id, type, id)');
    await runner.dropIndex('invoices', 'ix_invoices_totals');
    await runner.query(`CREATE INDEX ${totals}, type, total_minor)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('invoices', 'ix_invoices_totals');
    await runner.query(`CREATE INDEX ${totals}, total_minor)`);
    await runner.dropIndex('invoices', 'ix_invoices_type');
    await dropColumns(runner, columns);
  }
}

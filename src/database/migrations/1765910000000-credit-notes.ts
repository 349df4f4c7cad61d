import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const columns = {
  invoices: {
    corrects_id: 'id NULL',
    corrects: 'longtext NULL',
    credited_minor: 'bigint NOT NULL DEFAULT 0',
    credit_version: 'integer NOT NULL DEFAULT 0',
  },
  invoice_lines: { corrects_index: 'integer NULL', corrects_quantity: 'ascii(20) NULL' },
};

/** Credit notes: what they correct, and what an invoice has left to be credited. */
export class CreditNotes1765910000000 implements MigrationInterface {
  readonly name = 'CreditNotes1765910000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await runner.query(
      'CREATE INDEX ix_invoices_corrects ON invoices (account_id, corrects_id, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('invoices', 'ix_invoices_corrects');
    await dropColumns(runner, columns);
  }
}

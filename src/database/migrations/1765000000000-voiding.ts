import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const columns = { invoices: { voided_at: 'ascii(24) NULL', void_reason: 'text(200) NULL' } };

/** When and why an invoice was voided. */
export class Voiding1765000000000 implements MigrationInterface {
  readonly name = 'Voiding1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}

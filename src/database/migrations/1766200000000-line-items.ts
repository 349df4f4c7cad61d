import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const columns = { invoice_lines: { item_id: 'id NULL' } };

/** Of which stored item a line was made. */
export class LineItems1766200000000 implements MigrationInterface {
  readonly name = 'LineItems1766200000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const columns = { invoices: { draft_request: 'longtext NULL' } };

/** What a draft is issued from. */
export class Drafts1765930000000 implements MigrationInterface {
  readonly name = 'Drafts1765930000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}

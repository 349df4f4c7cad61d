import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const columns = {
  invoices: {
    valid_until: 'ascii(10) NULL',
    converted_from_id: 'id NULL',
    converted_to_id: 'id NULL',
  },
};

/** How long a quote holds, and which invoice came of which document. */
export class Quotes1765920000000 implements MigrationInterface {
  readonly name = 'Quotes1765920000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}

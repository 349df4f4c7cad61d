import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const columns = {
  accounts: { template: 'ascii(20) NULL', logo_position: 'ascii(10) NULL' },
};

/** The layout of an account's invoices; each invoice has had a column for its own from the beginning. */
export class Templates1765300000000 implements MigrationInterface {
  readonly name = 'Templates1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const added = { second_language: 'ascii(35) NULL', labels: 'longtext NULL' };
const columns = {
  accounts: added,
  invoices: added,
};

/** Invoices in two languages, and wordings of an account's own. */
export class Languages1764600000000 implements MigrationInterface {
  readonly name = 'Languages1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}

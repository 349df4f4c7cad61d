import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const columns = { documents: { object_key: 'ascii(160) NULL' } };

/** Where the bytes of a PDF are when they are not in its row. */
export class DocumentStore1766400000000 implements MigrationInterface {
  readonly name = 'DocumentStore1766400000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}

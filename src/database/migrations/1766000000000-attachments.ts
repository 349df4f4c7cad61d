import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables } from './create-table.js';

const tables = {
  attachments: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      account_id id NOT NULL,
      file_name text(200) NOT NULL,
      content_type ascii(100) NOT NULL,
      size integer NOT NULL,
      sha256 ascii(64) NOT NULL,
      used smallint NOT NULL,
      created_at ascii(24) NOT NULL,
      bytes longblob NOT NULL,
      CONSTRAINT fk_attachments_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'INDEX ix_attachments_account ON attachments (account_id, used, size)',
      'INDEX ix_attachments_unused ON attachments (used, created_at)',
    ],
  },
};
const columns = { invoices: { attachments: 'longtext NULL' } };

/** Uploaded files, and which of them an invoice carries. */
export class Attachments1766000000000 implements MigrationInterface {
  readonly name = 'Attachments1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
    await dropTables(runner, tables);
  }
}

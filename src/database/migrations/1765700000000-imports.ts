import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  imports: {
    columns: `
      batch_id id NOT NULL,
      account_id id NOT NULL,
      header_hash ascii(64) NOT NULL,
      mapping longtext NOT NULL,
      created_at ascii(24) NOT NULL,
      PRIMARY KEY (batch_id),
      CONSTRAINT fk_imports_batch FOREIGN KEY (batch_id) REFERENCES batches (id) ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT fk_imports_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: ['INDEX ix_imports_header ON imports (account_id, header_hash, batch_id)'],
  },
  imported_invoices: {
    columns: `
      batch_id id NOT NULL,
      position integer NOT NULL,
      account_id id NOT NULL,
      request_hash ascii(64) NOT NULL,
      PRIMARY KEY (batch_id, position),
      CONSTRAINT fk_imported_invoices_import FOREIGN KEY (batch_id) REFERENCES imports (batch_id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: ['INDEX ix_imported_invoices_hash ON imported_invoices (account_id, request_hash)'],
  },
};

/** Files that were imported, so that the next one is mapped alike and nothing is imported twice unseen. */
export class Imports1765700000000 implements MigrationInterface {
  readonly name = 'Imports1765700000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  batches: {
    columns: `
      id id NOT NULL,
      account_id id NOT NULL,
      status ascii(10) NOT NULL,
      total integer NOT NULL,
      source ascii(10) NOT NULL,
      created_by id NOT NULL,
      created_at ascii(24) NOT NULL,
      finished_at ascii(24) NULL,
      idempotency_key ascii(255) NULL,
      request_hash ascii(64) NOT NULL,
      turn_at ascii(24) NOT NULL,
      worker ascii(32) NULL,
      leased_until ascii(24) NULL,
      PRIMARY KEY (id),
      CONSTRAINT fk_batches_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_batches_idempotency_key ON batches (account_id, idempotency_key)',
      'INDEX ix_batches_account ON batches (account_id, id)',
      'INDEX ix_batches_turn ON batches (status, turn_at)',
    ],
  },
  batch_rows: {
    columns: `
      batch_id id NOT NULL,
      position integer NOT NULL,
      status ascii(10) NOT NULL,
      rendered integer NOT NULL,
      request longtext NULL,
      invoice_id id NULL,
      invoice_number text(40) NULL,
      problem longtext NULL,
      PRIMARY KEY (batch_id, position),
      CONSTRAINT fk_batch_rows_batch FOREIGN KEY (batch_id) REFERENCES batches (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: ['INDEX ix_batch_rows_status ON batch_rows (batch_id, status, rendered, position)'],
  },
};

/** Many invoices asked for at once, and what became of each. */
export class Batches1764900000000 implements MigrationInterface {
  readonly name = 'Batches1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

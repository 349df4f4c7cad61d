import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { dropIndex } from './create-table.js';

const indexes = {
  batches: 'ix_batches_open ON batches (account_id, status, id)',
  schedules: 'ix_schedules_open ON schedules (account_id, status, id)',
  idempotency_keys: 'ix_idempotency_keys_invoice ON idempotency_keys (account_id, invoice_id)',
};

/** Finds what is under way of an account without a look at all that is done. */
export class FlatQueries1766310000000 implements MigrationInterface {
  readonly name = 'FlatQueries1766310000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const index of Object.values(indexes)) await runner.query(`CREATE INDEX ${index}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, index] of Object.entries(indexes))
      await dropIndex(runner, table, index.split(' ', 1)[0] ?? '');
  }
}

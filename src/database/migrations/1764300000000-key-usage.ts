import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  api_key_usage: {
    columns: `
      key_id id NOT NULL,
      day ascii(10) NOT NULL,
      account_id id NOT NULL,
      succeeded integer NOT NULL,
      client_errors integer NOT NULL,
      server_errors integer NOT NULL,
      PRIMARY KEY (key_id, day),
      CONSTRAINT fk_api_key_usage_key FOREIGN KEY (key_id) REFERENCES api_keys (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'INDEX ix_api_key_usage_account ON api_key_usage (account_id, day)',
      'INDEX ix_api_key_usage_day ON api_key_usage (day)',
    ],
  },
};

/** Requests per key and day. */
export class KeyUsage1764300000000 implements MigrationInterface {
  readonly name = 'KeyUsage1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

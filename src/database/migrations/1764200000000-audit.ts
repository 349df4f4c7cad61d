import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  audit_log: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      account_id id NOT NULL,
      kind ascii(30) NOT NULL,
      actor_type ascii(10) NOT NULL,
      actor_id id NULL,
      target_id id NULL,
      ip ascii(45) NULL,
      user_agent text(200) NULL,
      details longtext NOT NULL,
      created_at ascii(24) NOT NULL,
      CONSTRAINT fk_audit_log_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: ['INDEX ix_audit_log_account ON audit_log (account_id, id)'],
  },
  known_browsers: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      user_id id NOT NULL,
      account_id id NOT NULL,
      token_hash ascii(64) NOT NULL,
      created_at ascii(24) NOT NULL,
      expires_at ascii(24) NOT NULL,
      CONSTRAINT fk_known_browsers_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT fk_known_browsers_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_known_browsers_token ON known_browsers (token_hash)',
      'INDEX ix_known_browsers_expiry ON known_browsers (expires_at)',
    ],
  },
  attempts: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      count integer NOT NULL,
      since ascii(24) NOT NULL,
      last_at ascii(24) NOT NULL,
      expires_at ascii(24) NOT NULL`,
    indexes: ['INDEX ix_attempts_expiry ON attempts (expires_at)'],
  },
};

/** The audit log, and what protects the sign-in: browsers that are known, and counters of attempts. */
export class Audit1764200000000 implements MigrationInterface {
  readonly name = 'Audit1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

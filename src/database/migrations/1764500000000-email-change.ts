import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  email_changes: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      user_id id NOT NULL,
      account_id id NOT NULL,
      email text(254) NOT NULL,
      token_hash ascii(64) NULL,
      created_at ascii(24) NOT NULL,
      expires_at ascii(24) NOT NULL,
      CONSTRAINT fk_email_changes_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT fk_email_changes_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_email_changes_user ON email_changes (user_id)',
      'UNIQUE INDEX uq_email_changes_token ON email_changes (token_hash)',
    ],
  },
};

/** New mail addresses that wait for the confirmation of whoever reads their mail. */
export class EmailChange1764500000000 implements MigrationInterface {
  readonly name = 'EmailChange1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  outbox: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      account_id id NULL,
      kind ascii(20) NOT NULL,
      about_id id NULL,
      recipients longtext NOT NULL,
      subject text(300) NOT NULL,
      message longtext NULL,
      status ascii(10) NOT NULL,
      attempts integer NOT NULL,
      failure text(500) NULL,
      created_at ascii(24) NOT NULL,
      due_at ascii(24) NOT NULL,
      sent_at ascii(24) NULL,
      worker ascii(32) NULL,
      leased_until ascii(24) NULL,
      CONSTRAINT fk_outbox_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'INDEX ix_outbox_due ON outbox (status, due_at)',
      'INDEX ix_outbox_about ON outbox (account_id, about_id, id)',
    ],
  },
  password_resets: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      user_id id NOT NULL,
      account_id id NOT NULL,
      token_hash ascii(64) NOT NULL,
      created_at ascii(24) NOT NULL,
      expires_at ascii(24) NOT NULL,
      used_at ascii(24) NULL,
      CONSTRAINT fk_password_resets_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT fk_password_resets_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_password_resets_token ON password_resets (token_hash)',
      'INDEX ix_password_resets_user ON password_resets (user_id, created_at)',
    ],
  },
};

/** The outbox of mails, and the tokens that reset passwords. */
export class Mail1764100000000 implements MigrationInterface {
  readonly name = 'Mail1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

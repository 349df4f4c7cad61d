import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables } from './create-table.js';

const tables = {
  mail_settings: {
    columns: `
      account_id id NOT NULL PRIMARY KEY,
      texts longtext NOT NULL,
      copy_to text(254) NULL,
      CONSTRAINT fk_mail_settings_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [],
  },
};
const columns = {
  outbox: {
    cc: 'longtext NULL',
    bcc: 'longtext NULL',
    resend_of: 'id NULL',
    handover: 'longtext NULL',
  },
};

/** Texts of an account for its mails, copies of a mail, and what became of its single addresses. */
export class MailTexts1765600000000 implements MigrationInterface {
  readonly name = 'MailTexts1765600000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    await addColumns(runner, columns);
    await runner.query('CREATE UNIQUE INDEX uq_outbox_resend_of ON outbox (resend_of)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outbox', 'uq_outbox_resend_of');
    await dropColumns(runner, columns);
    await dropTables(runner, tables);
  }
}

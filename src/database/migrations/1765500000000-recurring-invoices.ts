import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  schedules: {
    columns: `
      id id NOT NULL,
      account_id id NOT NULL,
      name text(100) NOT NULL,
      status ascii(10) NOT NULL,
      request longtext NOT NULL,
      recipient text(200) NOT NULL,
      send_email integer NOT NULL,
      frequency ascii(10) NOT NULL,
      interval_count integer NOT NULL,
      start_date ascii(10) NOT NULL,
      end_date ascii(10) NULL,
      occurrences_max integer NULL,
      time_zone ascii(64) NOT NULL,
      step integer NOT NULL,
      made integer NOT NULL,
      last_date ascii(10) NULL,
      next_date ascii(10) NULL,
      due_at ascii(24) NULL,
      revision integer NOT NULL,
      source ascii(10) NOT NULL,
      created_by id NOT NULL,
      created_at ascii(24) NOT NULL,
      idempotency_key ascii(255) NULL,
      request_hash ascii(64) NOT NULL,
      turn_at ascii(24) NOT NULL,
      worker ascii(32) NULL,
      leased_until ascii(24) NULL,
      PRIMARY KEY (id),
      CONSTRAINT fk_schedules_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_schedules_idempotency_key ON schedules (account_id, idempotency_key)',
      'INDEX ix_schedules_account ON schedules (account_id, id)',
      'INDEX ix_schedules_due ON schedules (status, due_at)',
    ],
  },
  schedule_occurrences: {
    columns: `
      schedule_id id NOT NULL,
      position integer NOT NULL,
      issue_date ascii(10) NOT NULL,
      period_end ascii(10) NOT NULL,
      previous_start ascii(10) NOT NULL,
      status ascii(10) NOT NULL,
      invoice_id id NULL,
      invoice_number text(40) NULL,
      problem longtext NULL,
      PRIMARY KEY (schedule_id, position),
      CONSTRAINT fk_schedule_occurrences_schedule FOREIGN KEY (schedule_id) REFERENCES schedules (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'UNIQUE INDEX uq_schedule_occurrences_date ON schedule_occurrences (schedule_id, issue_date)',
      'INDEX ix_schedule_occurrences_status ON schedule_occurrences (schedule_id, status, position)',
    ],
  },
};

/** Invoices that come again and again, and what became of each of their periods. */
export class RecurringInvoices1765500000000 implements MigrationInterface {
  readonly name = 'RecurringInvoices1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

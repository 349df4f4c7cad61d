import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

const tables = {
  webhook_endpoints: {
    columns: `
      id id NOT NULL,
      account_id id NOT NULL,
      url text(2000) NOT NULL,
      description text(200) NULL,
      events longtext NOT NULL,
      secret ascii(100) NOT NULL,
      previous_secret ascii(100) NULL,
      previous_secret_until ascii(24) NULL,
      disabled_at ascii(24) NULL,
      disabled_reason ascii(10) NULL,
      failing_since ascii(24) NULL,
      created_at ascii(24) NOT NULL,
      PRIMARY KEY (id),
      CONSTRAINT fk_webhook_endpoints_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: ['INDEX ix_webhook_endpoints_account ON webhook_endpoints (account_id)'],
  },
  webhook_deliveries: {
    columns: `
      id id NOT NULL,
      account_id id NOT NULL,
      endpoint_id id NOT NULL,
      event ascii(40) NOT NULL,
      payload longtext NOT NULL,
      status ascii(10) NOT NULL,
      attempts integer NOT NULL,
      due_at ascii(24) NOT NULL,
      worker ascii(32) NULL,
      leased_until ascii(24) NULL,
      last_status_code integer NULL,
      last_error ascii(30) NULL,
      created_at ascii(24) NOT NULL,
      delivered_at ascii(24) NULL,
      PRIMARY KEY (id),
      CONSTRAINT fk_webhook_deliveries_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT fk_webhook_deliveries_endpoint FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoints (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    indexes: [
      'INDEX ix_webhook_deliveries_due ON webhook_deliveries (status, due_at)',
      'INDEX ix_webhook_deliveries_endpoint ON webhook_deliveries (endpoint_id, id)',
      'INDEX ix_webhook_deliveries_account ON webhook_deliveries (account_id)',
      'INDEX ix_webhook_deliveries_created ON webhook_deliveries (created_at)',
    ],
  },
};

/** Webhooks: where events go, and every event on its way. */
export class Webhooks1764800000000 implements MigrationInterface {
  readonly name = 'Webhooks1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-sources.js';
import { migrate } from '../../src/database/migrate.js';
import { migrations } from '../../src/database/migrations/migrations.js';
import { parallel } from '../support/invoices.js';
import { startServerProcess } from '../support/server-process.js';
import { databaseConfig, openTestDatabase } from '../support/sql.js';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.js';

describe('the schema', () => {
  let place: TestDatabase;
  let source: DataSource;

  beforeEach(async () => {
    place = await createTestDatabase();
    source = await createDataSource(databaseConfig(place)).initialize();
  });
  afterEach(async () => {
    await source.destroy();
    await place.drop();
  });

  /** Names of all tables but the one in which TypeORM counts migrations. */
  async function tables(): Promise<string[]> {
    const embedded = source.options.type === 'better-sqlite3';
    const found = await source.query<{ name: string }[]>(
      embedded
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    return found
      .map(({ name }) => name)
      .filter((name) => name !== 'migrations')
      .sort();
  }

  const applied = async () => {
    const rows = await source.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
    return rows.map(({ name }) => name);
  };

  it('of the migrations is the one of the entities', async () => {
    await migrate(source);
    const drift = await source.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
    const entities = source.entityMetadatas.map(({ tableName }) => tableName);
    expect(await tables()).toEqual(entities.sort());
  });

  it('is left alone by a second start', async () => {
    await migrate(source);
    const before = await applied();
    await migrate(source);
    expect(await applied()).toEqual(before);
    expect(before).toHaveLength(migrations.length);
  });

  it('goes away again, table by table, down to an empty database, and comes back', async () => {
    await migrate(source);
    for (const _ of migrations) await source.undoLastMigration({ transaction: 'none' });
    expect(await tables()).toEqual([]);
    await migrate(source);
    expect(await tables()).not.toEqual([]);
  });

  /** The account itself, parts of an invoice, batch or schedule, and counters of people who are not known yet. */
  const withoutAccount = [
    ...['accounts', 'invoice_lines', 'invoice_taxes', 'batch_rows', 'schedule_occurrences'],
    'attempts',
  ];

  it('has the account in every table that holds what belongs to one', async () => {
    await migrate(source);
    const byAccount = source.entityMetadatas
      .filter(({ tableName }) => !withoutAccount.includes(tableName))
      .map(({ tableName, columns }) => [
        tableName,
        columns.some((c) => c.databaseName === 'account_id'),
      ]);
    expect(byAccount.filter(([, has]) => has === false)).toEqual([]);
  });

  /** TypeORM's own is written by one process at a time, under a lock. */
  (onServer ? it : it.skip)(
    'has a primary key in every table, and no number that a server counts up',
    async () => {
      await migrate(source);
      const keyless = await source.query<unknown[]>(
        `SELECT t.table_name AS name FROM information_schema.tables t
       LEFT JOIN information_schema.table_constraints c ON c.table_schema = t.table_schema
         AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY'
       WHERE t.table_schema = DATABASE() AND c.constraint_name IS NULL`,
      );
      expect(keyless).toEqual([]);
      const counted = await source.query<{ name: string }[]>(
        `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND extra LIKE '%auto_increment%'`,
      );
      expect(counted).toEqual([{ name: 'migrations' }]);
    },
  );

  it('is made once by several instances that open one empty database at once', async () => {
    const opened = await parallel(4, () => openTestDatabase(place));
    await Promise.all(opened.map((database) => database.ping()));
    await Promise.all(opened.map((database) => database.close()));
    expect(await applied()).toHaveLength(migrations.length);
  });

  it('is made once by several processes that start on one empty database at once', async () => {
    const servers = await parallel(3, () => startServerProcess(place));
    for (const { url } of servers) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await Promise.all(servers.map((server) => server.stop()));
    expect(await applied()).toHaveLength(migrations.length);
  });
});

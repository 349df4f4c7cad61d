import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { DatabaseBusy } from '../../src/common/database/database-errors.js';
import { Database, waitingMax } from '../../src/common/database/database.js';
import { SqliteDatabase } from '../../src/common/database/sqlite-database.js';
import { createDataSource } from '../../src/database/data-sources.js';
import { type RunningApp, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { createAccount, invoiceBody } from '../support/factories.js';
import { expectProblem } from '../support/problem.js';
import { databaseConfig } from '../support/sql.js';
import { createTestDatabase, onServer } from '../support/test-database.js';

/** Transactions that keep every connection, and fill the queue behind them, until they are let go. */
function crowd(database: Database): { done: Promise<unknown>; letGo: () => void } {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { used, idle } = database.load;
  const connections = onServer ? 10 : used + idle;
  const all = Array.from({ length: connections + waitingMax }, () =>
    database.transaction(() => held),
  );
  return { done: Promise.all(all), letGo };
}

describe('a database for which too much waits', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  it('refuses more at once with 503 and Retry-After, and serves again when it is free', async () => {
    const account = await createAccount(running);
    const database = running.app.get(Database);
    await request(running.url).get('/v1/account').set(account.bearer).expect(200);
    const { done, letGo } = crowd(database);
    await eventually(() => Promise.resolve(database.load.waiting >= waitingMax));
    const startedAtMs = performance.now();
    const create = () =>
      request(running.url).post('/v1/invoices').set(account.bearer).send(invoiceBody());
    const refused = await create();
    expect(performance.now() - startedAtMs).toBeLessThan(2_000);
    letGo();
    await done;
    expectProblem(refused, 503, 'database_busy');
    expect(refused.headers['retry-after']).toBe('2');
    await create().expect(201);
    expect(database.load).toMatchObject({ used: 0, waiting: 0 });
  });
});

(onServer ? describe.skip : describe)('a write to SQLite', () => {
  it('is given up, and not begun, when its turn came too late', async () => {
    const place = await createTestDatabase();
    const source = () => createDataSource(databaseConfig(place)).initialize();
    const database = new SqliteDatabase(await source(), await source(), 50);
    const first = database.transaction(() => pause(100));
    let begun = false;
    const second = database.transaction(() => {
      begun = true;
      return Promise.resolve();
    });
    await expect(second).rejects.toBeInstanceOf(DatabaseBusy);
    await first;
    expect(begun).toBe(false);
    await database.transaction(() => Promise.resolve());
    await database.close();
    await place.drop();
  });
});

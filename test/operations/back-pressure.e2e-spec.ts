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

/** Keeps every connection, and fills the queue behind them, until they are let go. */
async function crowd(database: Database): Promise<{ done: Promise<unknown>; letGo: () => void }> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let begun = 0;
  const hold = (count: number) =>
    Array.from({ length: count }, () =>
      database.transaction(() => {
        begun += 1;
        return held;
      }),
    );
  const connections = onServer ? 10 : 1;
  const holding = hold(connections);
  // Work in the background may have one of them, and would leave room in the queue when it ends.
  await eventually(() => Promise.resolve(begun === connections));
  return { done: Promise.allSettled([...holding, ...hold(waitingMax)]), letGo };
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
    const { done, letGo } = await crowd(database);
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

import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Response } from 'supertest';
import { type RunningApp, startAppOn } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { allNumbers, consecutive, parallel, post } from '../support/invoices.js';
import { expectProblem } from '../support/problem.js';
import { type TcpGate, tcpGate } from '../support/tcp-gate.js';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.js';

const waitMs = 1_500;
/** Waits for a connection and for an answer, and a busy machine; far less than a request would hang. */
const boundMs = 2 * waitMs + 4_000;
const unavailable = 'database_unavailable';
/** More than the pool has connections. */
const clients = 12;

let database: TestDatabase;
let running: RunningApp;
let account: TestAccount;
afterAll(async () => {
  await running.close();
  await database.drop();
});

async function start(url: string): Promise<void> {
  const limits = { DATABASE_TIMEOUT_MS: String(waitMs), DATABASE_CONNECTIONS: '4' };
  running = await startAppOn({ ...database, url }, limits);
  account = await createAccount(running);
}

/** Sends many requests at once and expects each to be refused soon, with when to come back. */
async function expectRefusals(ask: () => Promise<Response>): Promise<void> {
  const startedMs = performance.now();
  for (const answer of await parallel(clients, ask)) {
    // On SQLite the first waits for the file, the others for the first.
    const code = onServer ? unavailable : (answer.body as { code: string }).code;
    expect([unavailable, 'database_busy']).toContain(code);
    expectProblem(answer, 503, code);
    expect(answer.headers['retry-after']).toBe('2');
  }
  expect(performance.now() - startedMs).toBeLessThan(boundMs);
}

const create = () => post(running.url, account);

(onServer ? describe : describe.skip)(
  'a database server that keeps connections and is silent',
  () => {
    let gate: TcpGate;
    beforeAll(async () => {
      database = await createTestDatabase();
      const url = new URL(database.url);
      gate = await tcpGate({ host: url.hostname, port: Number(url.port || 3306) });
      url.host = `127.0.0.1:${gate.port}`;
      await start(url.href);
    });
    afterAll(() => gate.shut());

    it('costs every request a bounded time, and none of them once it is back', async () => {
      await parallel(clients, create);
      gate.hang();
      await expectRefusals(create);
      // Those that came now find no connection at all.
      await expectRefusals(create);
      await gate.shut();
      await expectRefusals(create);
      await gate.open();
      await parallel(clients, () => createInvoice(running.url, account));
      expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(2 * clients));
    });

    it('leaves a process at rest alone: silence between requests breaks no connection', async () => {
      await parallel(clients, () => createInvoice(running.url, account));
      await new Promise((resolve) => setTimeout(resolve, 2 * waitMs));
      await parallel(clients, () => createInvoice(running.url, account));
    });
  },
);

(onServer ? describe.skip : describe)(
  'an SQLite file that another process does not let go of',
  () => {
    beforeAll(async () => {
      database = await createTestDatabase();
      await start(database.url);
    });

    it('costs every request a bounded time, and none of them once it is free', async () => {
      await createInvoice(running.url, account);
      const libsql = createRequire(import.meta.url)('libsql') as new (file: string) => Holder;
      const holder = new libsql(database.url.slice('sqlite:'.length));
      holder.prepare('BEGIN IMMEDIATE').run();
      await expectRefusals(create);
      holder.prepare('ROLLBACK').run();
      holder.close();
      await parallel(clients, () => createInvoice(running.url, account));
      expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(1 + clients));
    });
  },
);

interface Holder {
  prepare(sql: string): { run(): void };
  close(): void;
}

import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccount, invoiceBody, type TestAccount } from '../support/factories.js';
import { parallel } from '../support/invoices.js';
import { startAppOn } from '../support/app.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { rowsOf } from '../support/tables.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** What became of one request. */
interface Sent {
  readonly atMs: number;
  status?: number;
  failure?: string;
}

describe('a server that is told to stop', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** Sends one request on a connection of `agent` and waits for the whole answer. */
  function send(server: ServerProcess, account: TestAccount, agent: Agent): Promise<Sent> {
    const sent: Sent = { atMs: Number.POSITIVE_INFINITY };
    return new Promise((resolve) => {
      const fail = (error: Error) => {
        sent.failure = error.message;
        resolve(sent);
      };
      const headers = { ...account.bearer, 'content-type': 'application/json' };
      const sending = httpRequest(
        `${server.url}/generate`,
        { method: 'POST', agent, headers },
        (answer) => {
          sent.status = answer.statusCode;
          answer
            .on('end', () => {
              resolve(sent);
            })
            .on('error', fail)
            .resume();
        },
      );
      sending.on('error', fail).end(JSON.stringify(invoiceBody()), () => {
        Object.assign(sent, { atMs: performance.now() });
      });
    });
  }

  /** Eight lines that send one PDF after the other until the door is shut. */
  async function load(server: ServerProcess, account: TestAccount): Promise<Sent[]> {
    const all: Sent[] = [];
    const agent = new Agent({ keepAlive: true });
    await parallel(8, async () => {
      for (let last: Sent | undefined; last?.failure === undefined;) {
        last = await send(server, account, agent);
        all.push(last);
      }
    });
    agent.destroy();
    return all;
  }

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers under load all that was sent before %s, and ends by itself with exit code 0',
    async (signal) => {
      const server = await startServerProcess(database);
      const account = await createAccount(server);
      const loading = load(server, account);
      await pause(1_500);
      const signalledAtMs = performance.now();
      server.signal(signal);
      const all = await loading;
      expect(await server.ended).toBe(0);
      expect(performance.now() - signalledAtMs).toBeLessThan(20_000);
      const before = all.filter(({ atMs }) => atMs <= signalledAtMs);
      expect(before.length).toBeGreaterThan(8);
      expect(before.filter(({ status }) => status !== 201)).toEqual([]);
      expect(server.output()).toContain(`${signal}: what is under way comes to its end.`);
      expect(server.output()).toContain('"message":"Stopped."');
    },
  );

  it('has written down the last use of a key', async () => {
    const server = await startServerProcess(database);
    const account = await createAccount(server);
    for (const path of ['/v1/account', '/v1/invoices']) {
      // The first use is written at once, the second waits for the end of the minute.
      await fetch(server.url + path, { headers: { ...account.bearer, 'user-agent': path } });
    }
    expect(await server.stop()).toBe(0);
    const running = await startAppOn(database);
    try {
      const rows = await rowsOf(running, 'api_keys');
      const row = rows.find(({ id }) => id === account.keyId);
      expect(row?.last_used_user_agent).toBe('/v1/invoices');
    } finally {
      await running.close();
    }
  });

  it('is not ready from the signal on, serves until SHUTDOWN_DELAY_MS is over, and stays live', async () => {
    const server = await startServerProcess(database, { SHUTDOWN_DELAY_MS: '1500' });
    const account = await createAccount(server);
    const signalledAtMs = performance.now();
    server.signal('SIGTERM');
    await pause(200);
    const ready = await fetch(`${server.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ code: 'shutting_down' });
    expect(ready.headers.get('connection')).toBe('close');
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const served = await fetch(`${server.url}/v1/account`, { headers: account.bearer });
    expect(served.status).toBe(200);
    expect(await server.ended).toBe(0);
    expect(performance.now() - signalledAtMs).toBeGreaterThan(1_400);
  });

  it('ends at once at the second signal', async () => {
    const server = await startServerProcess(database, { SHUTDOWN_DELAY_MS: '15000' });
    const signalledAtMs = performance.now();
    server.signal('SIGTERM');
    await pause(700);
    server.signal('SIGTERM');
    expect(await server.ended).toBe(1);
    expect(performance.now() - signalledAtMs).toBeLessThan(5_000);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { createAccount, invoiceBody } from '../support/factories.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { tcpGate, type TcpGate } from '../support/tcp-gate.js';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.js';

/** What a probe is answered, and how long it waits for that. */
async function probe(server: ServerProcess, path: 'live' | 'ready') {
  const startedAtMs = performance.now();
  const answer = await fetch(`${server.url}/health/${path}`);
  const body = (await answer.json()) as { code?: string };
  return { status: answer.status, code: body.code, tookMs: performance.now() - startedAtMs };
}

/** Ends every thread before it has loaded anything, and leaves the process itself alone. */
const withoutThreads =
  "--import=data:text/javascript,import{isMainThread}from'node:worker_threads';isMainThread||process.exit(1)";

describe('a process whose rendering threads are dead', () => {
  it('is live but not ready, and refuses PDFs at once', async () => {
    const database = await createTestDatabase();
    const server = await startServerProcess(database, { NODE_OPTIONS: withoutThreads });
    await eventually(async () => (await probe(server, 'ready')).status === 503);
    expect(await probe(server, 'ready')).toMatchObject({ status: 503, code: 'renderer_down' });
    expect(await probe(server, 'live')).toMatchObject({ status: 200 });
    const account = await createAccount(server);
    const startedAtMs = performance.now();
    const refused = await fetch(`${server.url}/generate`, {
      method: 'POST',
      headers: { ...account.bearer, 'content-type': 'application/json' },
      body: JSON.stringify(invoiceBody()),
    });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'renderer_down' });
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(performance.now() - startedAtMs).toBeLessThan(5_000);
    expect(await server.stop()).toBe(0);
    await database.drop();
  });
});

(onServer ? describe : describe.skip)('a process whose database', () => {
  let database: TestDatabase;
  let gate: TcpGate;
  let server: ServerProcess;
  beforeAll(async () => {
    database = await createTestDatabase();
    const url = new URL(database.url.replace('mariadb:', 'mysql:'));
    gate = await tcpGate({ host: url.hostname, port: Number(url.port || 3306) });
    url.host = `127.0.0.1:${gate.port}`;
    server = await startServerProcess({ url: url.href });
  });
  afterAll(async () => {
    await server.kill();
    await gate.shut();
    await database.drop();
  });

  const isReady = async () => (await probe(server, 'ready')).status === 200;

  it('is away is live but not ready, and ready again when it is back', async () => {
    expect(await isReady()).toBe(true);
    await gate.shut();
    const away = await probe(server, 'ready');
    expect(away).toMatchObject({ status: 503, code: 'database_unavailable' });
    expect(away.tookMs).toBeLessThan(2_000);
    expect(await probe(server, 'live')).toMatchObject({ status: 200 });
    await gate.open();
    await eventually(isReady);
  });

  it('hangs is answered of within two seconds, probe after probe, and ready again when it is back', async () => {
    expect(await isReady()).toBe(true);
    gate.hang();
    for (let count = 0; count < 4; count += 1) {
      const hung = await probe(server, 'ready');
      expect(hung).toMatchObject({ status: 503, code: 'database_unavailable' });
      expect(hung.tookMs).toBeLessThan(2_200);
    }
    expect((await probe(server, 'live')).tookMs).toBeLessThan(1_000);
    await gate.shut();
    await gate.open();
    await eventually(isReady);
  });
});

import { EventEmitter, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startServerProcess } from '../support/server-process.js';
import { tcpGate } from '../support/tcp-gate.js';
import { createTestDatabase, onServer } from '../support/test-database.js';

const start = (url: string, seconds: number) =>
  startServerProcess({ url }, { DATABASE_WAIT_SECONDS: String(seconds) });

/** What the server said instead of starting, and how long it took to say so. */
async function failure(url: string, seconds: number): Promise<{ said: string; tookMs: number }> {
  const startedAtMs = performance.now();
  const said = await start(url, seconds).then(
    async (server) => {
      await server.stop();
      return 'It started.';
    },
    (error: unknown) => String(error),
  );
  return { said, tookMs: performance.now() - startedAtMs };
}

/** Something that takes connections and is no database server yet. */
async function door(answer: (socket: Socket) => void, at = 0) {
  const server = createServer((socket) => {
    answer(socket.on('error', () => undefined));
  });
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { url: `mysql://finvo:hidden-word@127.0.0.1:${port}/finvo`, close: () => server.close() };
}

/** The packet with which a server refuses a connection before it has said hello. */
function refusal(errno: number, message: string): Buffer {
  const body = Buffer.concat([Buffer.from([0xff, errno & 0xff, errno >> 8]), Buffer.from(message)]);
  return Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body]);
}

describe('a server that starts before its database', () => {
  it('gives up after DATABASE_WAIT_SECONDS with a sentence that holds no password', async () => {
    const { said, tookMs } = await failure('mysql://finvo:hidden-word@127.0.0.1:9/finvo', 2);
    expect(said).toContain('did not answer within 2 seconds (ECONNREFUSED)');
    expect(said).toContain('"message":"The database does not answer yet (ECONNREFUSED)');
    expect(said).not.toContain('hidden-word');
    expect(said).not.toMatch(/ at .*\.js/);
    expect(tookMs).toBeGreaterThan(900);
  });

  it('waits for a name that is not known yet', async () => {
    const { said } = await failure('mysql://finvo:hidden-word@database.invalid/finvo', 1);
    expect(said).toMatch(/did not answer within 1 seconds \((ENOTFOUND|EAI_AGAIN)\)/);
  });

  it('waits for one that takes connections but no log-ins yet', async () => {
    const full = await door((socket) => socket.end(refusal(1040, 'Too many connections')));
    const { said } = await failure(full.url, 1);
    full.close();
    expect(said).toContain('did not answer within 1 seconds (ER_CON_COUNT_ERROR)');
  });

  it('does not wait for ever for one that takes connections and says nothing', async () => {
    const silent = await door(() => undefined);
    const { said, tookMs } = await failure(silent.url, 1);
    silent.close();
    expect(said).toContain('did not answer within 1 seconds (ETIMEDOUT)');
    expect(tookMs).toBeLessThan(30_000);
  });
});

(onServer ? describe : describe.skip)('a server whose database', () => {
  const server = new URL(
    (process.env.TEST_DATABASE_URL || 'mysql://unused').replace('mariadb:', 'mysql:'),
  );
  const through = (url: string, port: number) => {
    const gated = new URL(url.replace('mariadb:', 'mysql:'));
    gated.host = `127.0.0.1:${port}`;
    return gated.href;
  };

  it('comes later than itself waits for it and then serves', async () => {
    const database = await createTestDatabase();
    const gate = await tcpGate({ host: server.hostname, port: Number(server.port || 3306) });
    await gate.shut();
    const asked = new EventEmitter();
    const early = await door((socket) => {
      socket.end(refusal(1040, 'Too many connections'));
      asked.emit('asked');
    }, gate.port);
    const starting = start(through(database.url, gate.port), 60);
    await once(asked, 'asked');
    early.close();
    await gate.open();
    const running = await starting;
    expect(running.output()).toContain('The database does not answer yet (ER_CON_COUNT_ERROR)');
    expect((await fetch(`${running.url}/health/ready`)).status).toBe(200);
    expect(await running.stop()).toBe(0);
    await gate.shut();
    await database.drop();
  });

  it('refuses its password fails at once with a sentence', async () => {
    const url = `mysql://nobody:hidden-word@${server.host}/finvo`;
    const { said, tookMs } = await failure(url, 60);
    expect(said).toContain('refuses its user or password (ER_ACCESS_DENIED_');
    expect(said).not.toContain('hidden-word');
    expect(tookMs).toBeLessThan(20_000);
  });

  it('does not exist fails at once with a sentence', async () => {
    const { said } = await failure(new URL('/finvo_not_there', server).href, 60);
    expect(said).toMatch(/(ER_BAD_DB_ERROR|ER_DBACCESS_DENIED_ERROR)/);
    expect(said).not.toMatch(/ at .*\.js/);
  });
});

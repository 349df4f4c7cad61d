import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parallel } from './support/invoices.js';
import { rawHead, rawRequest } from './support/raw-http.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';

const megabyte = 1_000_000;
const atOnce = 8;
const rounds = 8;

interface Bomb {
  readonly name: string;
  readonly body: Buffer;
  readonly headers: readonly string[];
  readonly status: number;
  /** What a server would hold that unpacked the body or kept it. */
  readonly heldBytes: number;
}

const bombs: readonly Bomb[] = [
  {
    name: '50 MB in 50 KB of gzip',
    body: gzipSync(Buffer.alloc(50 * megabyte, ' ')),
    headers: ['Content-Encoding: gzip'],
    status: 415,
    heldBytes: 50 * megabyte,
  },
  {
    name: '10 MB of opening brackets',
    body: Buffer.alloc(10 * megabyte, '['),
    headers: [],
    status: 413,
    heldBytes: 10 * megabyte,
  },
  {
    name: 'a million members',
    body: Buffer.from(`{${'"abcde":1,'.repeat(megabyte)}"a":1}`),
    headers: [],
    status: 413,
    heldBytes: 10 * megabyte,
  },
];

describe('floods of bodies, without any credential', () => {
  let database: TestDatabase;
  let server: ServerProcess;
  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startServerProcess(database);
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  /** Sends all of the body, with its length or in one chunk. Answers the status, or "cut off". */
  async function send({ body, headers }: Bomb, isChunked: boolean): Promise<number | 'cut off'> {
    const head = rawHead(
      'POST /v1/invoices HTTP/1.1',
      'Content-Type: application/json',
      isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`,
      ...headers,
    );
    const framed = isChunked
      ? [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]
      : [body];
    const request = Buffer.concat([Buffer.from(head), ...framed]);
    // A server that refuses closes the connection, and what is still on its way can hide the answer.
    return rawRequest(server.url, request).then(
      ({ status }) => status,
      () => 'cut off' as const,
    );
  }

  it.each(bombs)('are refused, and neither kept nor unpacked: $name', async (bomb) => {
    await send(bomb, true);
    const beforeBytes = peakMemoryBytes(server);
    for (let round = 0; round < rounds; round += 1) {
      const statuses = await parallel(atOnce, (at) => send(bomb, at % 2 === 0));
      for (const status of statuses) expect([bomb.status, 'cut off']).toContain(status);
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    }
    const grownBytes = peakMemoryBytes(server) - beforeBytes;
    expect(grownBytes).toBeLessThan((rounds * atOnce * bomb.heldBytes) / 4);
  });
});

/** The most memory that a process has ever held; 0 where the system does not say. */
function peakMemoryBytes({ pid }: ServerProcess): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1];
  return Number(kibibytes) * 1024;
}

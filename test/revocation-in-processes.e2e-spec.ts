import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccount, invoiceBody, type TestAccount } from './support/factories.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';
import { createTestDatabase, onServer, type TestDatabase } from './support/test-database.js';

const processes = onServer ? 3 : 2;
const lanes = 8;
const roundsPerLane = 125;
const revocations = lanes * roundsPerLane;
const ways = ['revoke', 'rotate', 'revoke itself', 'revoke all'] as const;

interface Key {
  readonly id: string;
  readonly key: string;
}

/** What came of the requests with keys that were to end. */
interface Tally {
  keysEnded: number;
  /** Requests that were accepted before the call that ends their key. */
  acceptedBefore: number;
  refusedAfter: number;
  /** Requests that were accepted although they began after that call had answered. */
  acceptedAfter: number;
}

describe(`with ${processes} processes on one database, all busy with other requests`, () => {
  let database: TestDatabase;
  let servers: ServerProcess[];
  let busy: TestAccount[];
  beforeAll(async () => {
    database = await createTestDatabase();
    servers = await Promise.all(
      Array.from({ length: processes }, () => startServerProcess(database, { LOG_LEVEL: 'log' })),
    );
    busy = await Promise.all(servers.map((one) => createAccount(one)));
  }, 60_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await database.drop();
  });

  const server = (at: number) => servers[at % processes] as ServerProcess;
  const send = async (url: string, headers: Record<string, string>, body?: object) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const made = async (url: string, session: Record<string, string>, body: object): Promise<Key> => {
    const { status, bytes } = await send(url, session, body);
    expect(status).toBe(201);
    return JSON.parse(bytes.toString()) as Key;
  };
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  const isAccepted = async ({ url }: ServerProcess, { key }: Key) => {
    const answer = await fetch(`${url}/v1/api-key`, { headers: bearer(key) });
    await answer.arrayBuffer();
    expect([200, 401]).toContain(answer.status);
    return answer.status === 200;
  };

  /** Ends the key by one of the ways; answers the key that took its place, if there is one. */
  const end = async (
    way: (typeof ways)[number],
    { url }: ServerProcess,
    { session }: TestAccount,
    { id, key }: Key,
  ): Promise<Key | undefined> => {
    const path = `${url}/dashboard/keys`;
    if (way === 'rotate') return made(`${path}/${id}/rotate`, session, { overlap: '0' });
    const { status } = await {
      revoke: () => send(`${path}/${id}/revoke`, session),
      'revoke itself': () => send(`${url}/v1/api-key/revoke`, bearer(key)),
      'revoke all': () => send(`${path}/revoke-all`, session),
    }[way]();
    expect(status).toBe(way === 'revoke all' ? 200 : 204);
    return undefined;
  };

  /** What a process does meanwhile for somebody whose key lives: PDFs, invoices, and plain reading. */
  const otherWork = async (at: number, nth: number) => {
    const { url } = server(at);
    const { key, keyId: id } = busy[at % processes] as TestAccount;
    if (nth % 2 === 1) {
      expect(await isAccepted(server(at), { id, key })).toBe(true);
    } else {
      const path = nth % 20 === 0 ? '/generate' : '/v1/invoices';
      expect((await send(url + path, bearer(key), invoiceBody())).status).toBe(201);
    }
  };

  /** One account ends its keys one after the other, each while every process is asked with it. */
  const lane = async (number: number, tally: Tally) => {
    const account = await createAccount(server(number));
    let others: Key[] = [{ id: account.keyId, key: account.key }];
    for (let round = 0; round < roundsPerLane; round += 1) {
      const way = ways[round % ways.length] ?? 'revoke';
      const name = `Round ${round}`;
      const key = await made(`${server(round).url}/dashboard/keys`, account.session, { name });
      for (const accepted of await Promise.all(servers.map((one) => isAccepted(one, key)))) {
        expect(accepted).toBe(true);
        tally.acceptedBefore += 1;
      }
      const meanwhile = Promise.all([
        otherWork(number + round, round),
        ...servers.map((one) => isAccepted(one, key)),
      ]);
      const successor = await end(way, server(number + round), account, key);
      const ended = way === 'revoke all' ? [key, ...others] : [key];
      const after = servers.flatMap((one) => ended.map((dead) => isAccepted(one, dead)));
      for (const accepted of await Promise.all(after)) {
        if (accepted) tally.acceptedAfter += 1;
        else tally.refusedAfter += 1;
      }
      await meanwhile;
      tally.keysEnded += ended.length;
      if (way === 'revoke all') others = [];
      if (successor !== undefined) others.push(successor);
    }
  };

  it(`no request that begins after a revocation has answered is accepted by any of them: 0 in ${revocations} revocations`, async () => {
    const tally: Tally = { keysEnded: 0, acceptedBefore: 0, refusedAfter: 0, acceptedAfter: 0 };
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number, tally)));
    expect(tally.acceptedAfter).toBe(0);
    expect(tally.refusedAfter).toBe(tally.keysEnded * processes);
    expect(tally.keysEnded).toBeGreaterThan(revocations);
    expect(tally.acceptedBefore).toBe(revocations * processes);
  }, 240_000);
});

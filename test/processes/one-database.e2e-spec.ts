import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccount, createInvoice, invoiceBody } from '../support/factories.js';
import { eventually } from '../support/eventually.js';
import { allNumbers, consecutive, parallel, postForPdf } from '../support/invoices.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.js';

const count = onServer ? 3 : 2;
/** A database of Redis that no other test empties. */
const redisUrl = ownDatabase(process.env.TEST_REDIS_URL ?? '');
const itWithRedis = redisUrl === '' ? it.skip : it;
const quota = 240;

describe(`${count} processes on one database, asked all at once`, () => {
  let database: TestDatabase;
  let servers: ServerProcess[] = [];
  const url = (at: number) => servers[at % count]!.url;
  beforeAll(async () => {
    database = await createTestDatabase();
    const limits = { REDIS_URL: redisUrl, RATE_LIMIT_PER_MINUTE: String(quota) };
    servers = await parallel(count, () => startServerProcess(database, limits));
  }, 180_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await database.drop();
  });

  it('give each invoice its own number and leave none out, as PDF and as JSON', async () => {
    const account = await createAccount(servers[0]!);
    await parallel(180, async (at) => {
      if (at % 10 > 0) await createInvoice(url(at), account);
      else expect((await postForPdf(url(at), account)).status).toBe(201);
    });
    for (const server of servers)
      expect((await allNumbers(server.url, account)).sort()).toEqual(consecutive(180));
  });

  it('make one invoice and one PDF for each Idempotency-Key that reaches all of them at the same moment', async () => {
    const account = await createAccount(servers[0]!);
    await parallel(10, async (order) => {
      const headers = { 'idempotency-key': `order-${order}` };
      const answers = await parallel(2 * count, (at) =>
        postForPdf(url(at), account, invoiceBody({ reference: `order ${order}` }), headers),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(new Set(answers.map((each) => String(each.headers['finvo-invoice-id']))).size).toBe(1);
      expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1);
    });
    expect((await allNumbers(url(0), account)).sort()).toEqual(consecutive(10));
  });

  itWithRedis(
    'let an account through as often as it may, and not once more, where Redis counts',
    async () => {
      const status = async (at: number, bearer: Record<string, string>) => {
        const answer = await fetch(`${url(at)}/v1/api-key`, { headers: bearer });
        await answer.arrayBuffer();
        return { status: answer.status, limit: answer.headers.get('ratelimit') ?? '' };
      };
      // Each counts for itself until its connection to Redis stands.
      await eventually(async () => {
        const { bearer } = await createAccount(servers[0]!);
        for (let at = 0; at < count; at += 1) {
          const left = /^"account";r=(\d+)/.exec((await status(at, bearer)).limit)?.[1];
          if (Number(left) !== quota - at - 1) return false;
        }
        return true;
      });
      const accepted = async () => {
        const account = await createAccount(servers[0]!);
        const minute = () => Math.floor(Date.now() / 60_000);
        const startedIn = minute();
        const answers = await parallel(2 * quota, (at) => status(at, account.bearer));
        expect(answers.every((each) => [200, 429].includes(each.status))).toBe(true);
        // Another minute has its own count.
        if (minute() !== startedIn) return undefined;
        return answers.filter((each) => each.status === 200).length;
      };
      expect((await accepted()) ?? (await accepted())).toBe(quota);
    },
  );
});

function ownDatabase(url: string): string {
  if (url === '') return url;
  const own = new URL(url);
  own.pathname = '/5';
  return own.href;
}

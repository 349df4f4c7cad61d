import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import request from 'supertest';
import { newKey } from '../src/keys/secret.js';
import { type RunningApp, startAppOn } from './support/app.js';
import { eventually } from './support/eventually.js';
import { createAccount } from './support/factories.js';
import { expectProblem } from './support/problem.js';
import { startServerProcess } from './support/server-process.js';
import { type TcpGate, tcpGate } from './support/tcp-gate.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';

const redisUrl = process.env.TEST_REDIS_URL ?? '';
const describeRedis = redisUrl === '' ? describe.skip : describe;
const quota = 20;

let database: TestDatabase;
const apps: RunningApp[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});
afterAll(() => database.drop());

async function start(url: string): Promise<RunningApp> {
  const limits = { REDIS_URL: url, RATE_LIMIT_PER_MINUTE: String(quota) };
  const running = await startAppOn(database, limits);
  apps.push(running);
  return running;
}

/** How many requests a process has counted for a key's account, by what it says is left. */
async function used({ url }: RunningApp, key: string): Promise<number> {
  const answer = await request(url).get('/v1/api-key').set('authorization', `Bearer ${key}`);
  const left = /^"account";r=(\d+)/.exec(answer.headers.ratelimit ?? '')?.[1];
  return answer.status === 429 ? Infinity : quota - Number(left);
}

describeRedis('rate limits with Redis', () => {
  let gate: TcpGate;
  let gateUrl: string;
  beforeAll(async () => {
    const target = new URL(redisUrl);
    gate = await tcpGate({ host: target.hostname, port: Number(target.port || 6379) });
    target.host = `127.0.0.1:${gate.port}`;
    gateUrl = target.href;
  });
  afterAll(async () => {
    await gate.shut();
    const redis = new Redis(redisUrl);
    const left = await redis.keys('finvo:*');
    if (left.length > 0) await redis.del(left);
    redis.disconnect();
  });

  /** Redis is asked from the moment that the connection stands; until then each process counts alone. */
  async function counting(running: RunningApp, other: RunningApp): Promise<void> {
    await eventually(async () => {
      const { key } = await createAccount(running);
      return (await used(running, key)) === 1 && (await used(other, key)) === 2;
    });
  }

  it('count what all processes let through, and keep nothing for longer than two minutes', async () => {
    const one = await start(gateUrl);
    const two = await start(gateUrl);
    await counting(one, two);
    const { key, id } = await createAccount(one);
    const answers: number[] = [];
    for (let sent = 0; sent < 2 * quota; sent += 8) {
      const batch = Array.from({ length: 8 }, (_, at) => used(at % 2 === 0 ? one : two, key));
      answers.push(...(await Promise.all(batch)));
    }
    expect(answers.filter(Number.isFinite)).toHaveLength(quota);
    const redis = new Redis(redisUrl);
    const [name = ''] = await redis.keys(`finvo:account:${id}:*`);
    expect(await redis.ttl(name)).toBeGreaterThan(60);
    expect(await redis.ttl(name)).toBeLessThanOrEqual(120);
    expect(await redis.keys(`*${key.slice(9)}*`)).toEqual([]);
    redis.disconnect();
  });

  it('go on without Redis when it goes away, refuse nobody for it, and count together again later', async () => {
    const one = await start(gateUrl);
    const two = await start(gateUrl);
    await counting(one, two);
    const { key } = await createAccount(one);
    expect(await used(one, key)).toBe(1);
    await gate.shut();
    await eventually(async () => (await used(one, (await createAccount(one)).key)) === 1);
    const alone = await createAccount(one);
    const counts = [];
    for (let sent = 0; sent <= quota; sent += 1) counts.push(await used(one, alone.key));
    expect(counts).toEqual([...Array.from({ length: quota }, (_, at) => at + 1), Infinity]);
    expect(await used(two, alone.key)).toBe(1);
    await gate.open();
    await counting(one, two);
  });

  it('wait once for a Redis that has stopped answering, and then leave it alone', async () => {
    const one = await start(gateUrl);
    const two = await start(gateUrl);
    await counting(one, two);
    const { key } = await createAccount(one);
    gate.hang();
    expect(await used(one, key)).toBe(1);
    const startedMs = performance.now();
    for (let count = 2; count <= quota; count += 1) expect(await used(one, key)).toBe(count);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});

describe('a Redis that is not there', () => {
  it('keeps no request waiting, and the limits hold in each process', async () => {
    const silent = await tcpGate({ host: '192.0.2.1', port: 6379 });
    const running = await start(`redis://:secret@127.0.0.1:${silent.port}`);
    const { key } = await createAccount(running);
    const startedMs = performance.now();
    for (let sent = 1; sent <= quota; sent += 1) expect(await used(running, key)).toBe(sent);
    expect(await used(running, key)).toBe(Infinity);
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    await running.close();
    apps.splice(apps.indexOf(running), 1);
    await silent.shut();
  });

  it('is logged without its address and password', async () => {
    const server = await startServerProcess(database, {
      REDIS_URL: 'redis://someone:secretword@localhost:9/3',
      RATE_LIMIT_PER_MINUTE: '5',
      LOG_LEVEL: 'verbose',
    });
    const wrong = () =>
      request(server.url).get('/v1/account').set('authorization', `Bearer ${newKey()}`);
    expectProblem(await wrong(), 401, 'api_key_unknown');
    await eventually(() => Promise.resolve(server.output().includes('Redis is away')));
    await server.stop();
    expect(server.output()).toMatch(/Redis is away \(\w+\)/);
    expect(server.output()).not.toMatch(/secretword|someone|localhost:9/);
  });
});

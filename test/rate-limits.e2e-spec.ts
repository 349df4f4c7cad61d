import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ConfigError, loadConfig } from '../src/config/config.js';
import { newKey } from '../src/keys/secret.js';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, createKey, invoiceBody, type TestAccount } from './support/factories.js';
import { expectProblem } from './support/problem.js';

const minuteMs = 60_000;
const failuresMax = 300;

describe('rate limits', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp({ RATE_LIMIT_PER_MINUTE: '10', TRUST_PROXY: '1' });
  });
  beforeEach(async () => {
    running.clock.set('2026-03-02T08:00:43.000Z');
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const use = (key: string, from = '192.0.2.1') =>
    request(running.url)
      .get('/v1/api-key')
      .set({ authorization: `Bearer ${key}`, 'x-forwarded-for': from });
  const fields = ({ headers }: { headers: Record<string, string> }) => ({
    policy: headers['ratelimit-policy'],
    left: headers.ratelimit,
    retryAfter: headers['retry-after'],
  });
  const times = async (count: number, send: () => request.Test) => {
    for (let sent = 0; sent < count; sent += 1) await send();
  };

  describe('of an account', () => {
    it('let one key use all of it, and say on every answer what is left', async () => {
      for (let left = 9; left >= 0; left -= 1) {
        const answer = await use(account.key).expect(200);
        expect(fields(answer)).toEqual({
          policy: '"account";q=10;w=60',
          left: `"account";r=${left};t=17`,
          retryAfter: undefined,
        });
      }
      const refused = await use(account.key);
      expectProblem(refused, 429, 'rate_limited');
      expect(fields(refused)).toEqual({
        policy: '"account";q=10;w=60',
        left: '"account";r=0;t=17',
        retryAfter: '17',
      });
      expect(refused.headers['www-authenticate']).toBeUndefined();
    });

    it('end on the millisecond at which the answer said so', async () => {
      await times(11, () => use(account.key));
      running.clock.advanceMs(16_999);
      const refused = await use(account.key);
      expectProblem(refused, 429, 'rate_limited');
      expect(refused.headers['retry-after']).toBe('1');
      running.clock.advanceMs(1);
      const answer = await use(account.key).expect(200);
      expect(fields(answer).left).toBe('"account";r=9;t=60');
    });

    it('let through exactly as many of a hundred at once, and count every kind of request', async () => {
      await request(running.url)
        .post('/generate')
        .set(account.bearer)
        .send(invoiceBody({ invoice_number: '' }))
        .expect(422)
        .expect('ratelimit', '"account";r=9;t=17');
      const answers = await Promise.all(Array.from({ length: 100 }, () => use(account.key)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(9);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(91);
    });

    it('are shared by its keys, and none of another account', async () => {
      const stranger = await createAccount(running);
      const other = await createKey(running.url, account.session);
      await times(5, () => use(account.key));
      await times(5, () => use(other.key));
      expectProblem(await use(other.key), 429, 'rate_limited');
      expectProblem(await use(account.key), 429, 'rate_limited');
      await use(stranger.key).expect(200);
    });

    it('leave a fifth to its other keys when one of them asks for everything', async () => {
      const other = await createKey(running.url, account.session);
      await use(account.key).expect(200);
      await use(other.key).expect(200);
      running.clock.advanceMs(minuteMs);
      await times(7, () => use(account.key));
      const last = await use(account.key).expect(200);
      expect(fields(last)).toMatchObject({
        policy: '"account";q=10;w=60, "key";q=8;w=60',
        left: '"account";r=2;t=17, "key";r=0;t=17',
      });
      const refused = await use(account.key);
      expectProblem(refused, 429, 'rate_limited');
      expect(refused.body.detail).toContain('share');
      expect(fields(refused).policy).toBe('"key";q=8;w=60');
      await times(50, () => use(account.key));
      await use(other.key).expect(200);
      await use(other.key).expect(200);
      expectProblem(await use(other.key), 429, 'rate_limited');
      running.clock.advanceMs(3 * minuteMs);
      expect(fields(await use(account.key)).policy).toBe('"account";q=10;w=60');
    });

    it('hold for no request of the dashboard', async () => {
      await times(11, () => use(account.key));
      const answer = await request(running.url).get('/dashboard/keys').set(account.session);
      expect(answer.status).toBe(200);
      expect(answer.headers).not.toHaveProperty('ratelimit');
    });
  });

  describe('of wrong keys', () => {
    it('turn 401 into 429 for the client that sends them, and never stop a key that is right', async () => {
      for (let left = failuresMax - 1; left >= 0; left -= 1) {
        const answer = await use(newKey(), '203.0.113.9');
        expectProblem(answer, 401, 'api_key_unknown');
        expect(fields(answer)).toEqual({
          policy: '"failures";q=300;w=60',
          left: `"failures";r=${left};t=17`,
          retryAfter: undefined,
        });
      }
      for (const wrong of [newKey(), 'x', `${account.key}0`]) {
        const answer = await use(wrong, '203.0.113.9');
        expectProblem(answer, 429, 'rate_limited');
        expect(fields(answer).retryAfter).toBe('17');
      }
      expectProblem(await use(newKey(), '203.0.113.10'), 401, 'api_key_unknown');
      await use(account.key, '203.0.113.9').expect(200);
      running.clock.advanceMs(minuteMs);
      expectProblem(await use(newKey(), '203.0.113.9'), 401, 'api_key_unknown');
    });

    it('count a client once, however many addresses it claims, where no proxy is trusted', async () => {
      const limited = await startApp({ RATE_LIMIT_PER_MINUTE: '10' }, running.clock);
      try {
        let claim = 0;
        const guess = () =>
          request(limited.url)
            .get('/v1/api-key')
            .set({
              authorization: `Bearer ${newKey()}`,
              'x-forwarded-for': `203.0.113.${(claim += 1) % 250}`,
              x_forwarded_for: `203.0.113.${claim % 250}`,
              'x-real-ip': `203.0.113.${claim % 250}`,
              forwarded: `for=203.0.113.${claim % 250}`,
            });
        await times(failuresMax, guess);
        expectProblem(await guess(), 429, 'rate_limited');
      } finally {
        await limited.close();
      }
    });

    it('count a whole IPv6 network as one client', async () => {
      let host = 0;
      await times(failuresMax, () => use(newKey(), `2001:db8:1:2::${(host += 1).toString(16)}`));
      expectProblem(await use(newKey(), '2001:db8:1:2:ffff::1'), 429, 'rate_limited');
      expectProblem(await use(newKey(), '2001:db8:1:3::1'), 401, 'api_key_unknown');
    });

    it('take no notice of revoked and expired keys, nor of requests without one', async () => {
      const short = await createKey(running.url, account.session, {
        name: 'Short',
        expires_in_days: 1,
      });
      await request(running.url)
        .post(`/dashboard/keys/${account.keyId}/revoke`)
        .set(account.session)
        .expect(204);
      running.clock.advanceMs(86_400_000);
      for (let count = 0; count <= failuresMax; count += 1) {
        const revoked = await use(account.key, '198.51.100.1');
        expectProblem(revoked, 401, 'api_key_revoked');
        expect(revoked.headers).not.toHaveProperty('ratelimit');
        expectProblem(await use(short.key, '198.51.100.1'), 401, 'api_key_expired');
        const none = await request(running.url)
          .get('/v1/account')
          .set('x-forwarded-for', '198.51.100.1');
        expectProblem(none, 401, 'credentials_missing');
      }
      expectProblem(await use(newKey(), '198.51.100.1'), 401, 'api_key_unknown');
    });
  });

  it('are all turned off by 0, which is what the other tests run with', async () => {
    const off = await startApp({ RATE_LIMIT_PER_MINUTE: '0' });
    try {
      const { key } = await createAccount(off);
      const send = (secret: string) =>
        request(off.url).get('/v1/api-key').set('authorization', `Bearer ${secret}`);
      for (let count = 0; count < failuresMax + 5; count += 1) {
        expectProblem(await send(newKey()), 401, 'api_key_unknown');
        const answer = await send(key).expect(200);
        expect(fields(answer)).toEqual({});
      }
    } finally {
      await off.close();
    }
  });

  describe('their configuration', () => {
    it('is 12,000 a minute without Redis unless it is set', () => {
      expect(loadConfig({}).limits).toEqual({ requestsPerMinute: 12_000, redisUrl: undefined });
    });

    it.each(['-1', '1.5', 'off', '1000001'])('refuses RATE_LIMIT_PER_MINUTE=%s', (text) => {
      expect(() => loadConfig({ RATE_LIMIT_PER_MINUTE: text })).toThrow(/RATE_LIMIT_PER_MINUTE/);
    });

    it.each(['localhost:6379', 'http://:secret@host', 'redis://', 'redis://:secret@host/keys'])(
      'refuses REDIS_URL=%s without showing it',
      (url) => {
        expect(() => loadConfig({ REDIS_URL: url })).toThrow(ConfigError);
        expect(() => loadConfig({ REDIS_URL: url })).toThrow(/REDIS_URL must look like/);
        expect(() => loadConfig({ REDIS_URL: url })).not.toThrow(/secret/);
      },
    );
  });
});

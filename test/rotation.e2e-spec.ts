import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { dayMs, hourMs } from '../src/common/time/durations.js';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, createKey, type TestAccount } from './support/factories.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { reauthenticated } from './support/sign-in.js';
import { databaseDump } from './support/tables.js';

const start = '2026-03-02T08:00:00.000Z';

describe('rotating a key', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
  });
  beforeEach(async () => {
    running.clock.set(start);
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const rotate = (overlap: unknown, id = account.keyId) =>
    request(running.url)
      .post(`/dashboard/keys/${id}/rotate`)
      .set(account.session)
      .send({ overlap });
  const giveThePasswordAgain = async () => {
    account = { ...account, session: await reauthenticated(running, account) };
  };
  const use = (key: string) =>
    request(running.url).get('/v1/api-key').set('authorization', `Bearer ${key}`);
  const list = async () =>
    (await request(running.url).get('/dashboard/keys').set(account.session).expect(200)).body
      .data as Record<string, unknown>[];
  const after = (ms: number) => new Date(Date.parse(start) + ms).toISOString();

  it('answers a new key, once, and lets the old one work for the overlap', async () => {
    const answer = await rotate('1h').expect(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { key, ...shown } = answer.body as { id: string; key: string };
    expect(key).toMatch(/^finvo_sk_[0-9A-Za-z]{38}$/);
    expect(shown).toMatchObject({
      id: expect.stringMatching(/^key_/),
      name: 'Test',
      created_at: start,
      expires_at: null,
      replaced_by: null,
      status: 'active',
    });
    const old = (await list()).find(({ id }) => id === account.keyId);
    expect(old).toMatchObject({
      expires_at: after(hourMs),
      replaced_by: shown.id,
      revoked_at: null,
      status: 'active',
    });
    expect(await databaseDump(running)).not.toContain(key.slice(9, 41));

    running.clock.advanceMs(hourMs - 1);
    await use(account.key).expect(200);
    await use(key).expect(200);
    running.clock.advanceMs(1);
    const refused = await use(account.key);
    expectProblem(refused, 401, 'api_key_expired');
    expect(refused.body).toMatchObject({ expired_at: after(hourMs), replaced: true });
    await use(key).expect(200);
  });

  it.each([
    ['0', 0],
    ['1h', hourMs],
    ['24h', dayMs],
    ['7d', 7 * dayMs],
  ])('with the overlap %s ends the old key after it', async (overlap, ms) => {
    await rotate(overlap).expect(201);
    const old = (await list()).find(({ id }) => id === account.keyId);
    expect(old!.expires_at).toBe(after(ms));
    if (ms === 0) expectProblem(await use(account.key), 401, 'api_key_expired');
    else await use(account.key).expect(200);
  });

  it('never lengthens the life of the old key, and gives the new one as long a life', async () => {
    const short = await createKey(running.url, account.session, {
      name: 'Short',
      expires_in_days: 2,
    });
    running.clock.advanceMs(dayMs / 4);
    await giveThePasswordAgain();
    const { body } = await rotate('7d', short.id).expect(201);
    expect(body).toMatchObject({ name: 'Short', expires_at: after(dayMs / 4 + 2 * dayMs) });
    const old = (await list()).find(({ id }) => id === short.id);
    expect(old!.expires_at).toBe(after(2 * dayMs));
  });

  it('twice at once gives one new key', async () => {
    const answers = await Promise.all([rotate('0'), rotate('24h'), rotate('7d')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await list()).toHaveLength(2);
  });

  it('leaves the new key working when the old one is revoked within the overlap', async () => {
    const { body } = await rotate('24h').expect(201);
    await request(running.url)
      .post(`/dashboard/keys/${account.keyId}/revoke`)
      .set(account.session)
      .expect(204);
    expectProblem(await use(account.key), 401, 'api_key_revoked');
    await use(body.key as string).expect(200);
  });

  it('is possible again for the new key, and not for the old one', async () => {
    const { body } = await rotate('24h').expect(201);
    expectProblem(await rotate('24h'), 409, 'api_key_not_active');
    await rotate('24h', body.id as string).expect(201);
  });

  it('is refused for keys that are revoked or have expired', async () => {
    const short = await createKey(running.url, account.session, {
      name: 'Short',
      expires_in_days: 1,
    });
    await request(running.url).post('/v1/api-key/revoke').set(account.bearer).expect(204);
    expectProblem(await rotate('24h'), 409, 'api_key_not_active');
    for (let hours = 0; hours < 24; hours += 8) {
      running.clock.advanceMs(8 * hourMs);
      await list();
    }
    await giveThePasswordAgain();
    expectProblem(await rotate('24h', short.id), 409, 'api_key_not_active');
    expect(await list()).toHaveLength(2);
  });

  it('works when the account has as many keys as it may have, and makes no room for more', async () => {
    for (let count = 1; count < 25; count += 1) await createKey(running.url, account.session);
    await rotate('7d').expect(201);
    const answer = await request(running.url)
      .post('/dashboard/keys')
      .set(account.session)
      .send({ name: 'One more' });
    expectProblem(answer, 409, 'too_many_api_keys');
  });

  it.each([[undefined], [''], ['2h'], ['1H'], [1], [null], [['0']]])(
    'with the overlap %p is refused',
    async (overlap) => {
      const answer = await rotate(overlap);
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)[0]).toMatch(/^\/overlap /);
      expect(await list()).toHaveLength(1);
    },
  );

  it('takes nothing but the overlap', async () => {
    const answer = await request(running.url)
      .post(`/dashboard/keys/${account.keyId}/rotate`)
      .set(account.session)
      .send({ overlap: '0', expires_in_days: 3650, account_id: 'acc_0' });
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort()).toEqual([
      '/account_id unknown_field',
      '/expires_in_days unknown_field',
    ]);
  });

  it('is for the dashboard only', async () => {
    const answer = await request(running.url)
      .post(`/dashboard/keys/${account.keyId}/rotate`)
      .set(account.bearer)
      .set({ 'sec-fetch-site': 'same-origin' })
      .send({ overlap: '0' });
    expectProblem(answer, 401, 'not_signed_in');
    await use(account.key).expect(200);
  });
});

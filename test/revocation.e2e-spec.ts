import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, createKey, type TestAccount } from './support/factories.js';
import { expectProblem } from './support/problem.js';

describe('a revoked key', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
  });
  beforeEach(async () => {
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const use = (key: string) =>
    request(running.url).get('/v1/api-key').set('authorization', `Bearer ${key}`);
  const post = (path: string) => request(running.url).post(path).set(account.session);
  const revoke = (id = account.keyId) => post(`/dashboard/keys/${id}/revoke`).expect(204);

  it('cannot be used to issue an invoice, to look at one, or for anything else', async () => {
    await revoke();
    for (const [method, path] of [
      ['post', '/generate'],
      ['post', '/v1/invoices'],
      ['post', '/v1/invoices/preview'],
      ['get', '/v1/invoices'],
      ['get', '/v1/account'],
      ['get', '/v1/api-key'],
      ['post', '/v1/api-key/revoke'],
    ] as const) {
      const answer = await request(running.url)[method](path).set(account.bearer);
      expectProblem(answer, 401, 'api_key_revoked');
    }
  });

  it('stays as it was when it is revoked again', async () => {
    const revokedAt = running.clock.nowText();
    await revoke();
    running.clock.advanceMs(5_000);
    await revoke();
    expect((await use(account.key)).body.revoked_at).toBe(revokedAt);
    const { body } = await request(running.url).get('/dashboard/keys').set(account.session);
    expect(body.data[0]).toMatchObject({ status: 'revoked', revoked_at: revokedAt });
  });

  it('leaves the other keys of the account alone', async () => {
    const { key } = await createKey(running.url, account.session);
    await revoke();
    await use(key).expect(200);
  });

  it('may have been revoked by itself, but by no other key', async () => {
    const other = await createKey(running.url, account.session);
    const path = '/v1/api-key/revoke';
    await request(running.url).post(path).set(account.bearer).expect(204);
    expectProblem(await use(account.key), 401, 'api_key_revoked');
    await use(other.key).expect(200);
    const stranger = await request(running.url)
      .post(`/v1/api-key/${account.keyId}/revoke`)
      .set('authorization', `Bearer ${other.key}`);
    expectProblem(stranger, 404, 'not_found');
  });

  it('is one of many after "revoke all", which counts them and spares other accounts', async () => {
    const stranger = await createAccount(running);
    const keys = [account.key];
    for (const name of ['b', 'c']) {
      keys.push((await createKey(running.url, account.session, { name })).key);
    }
    await revoke();
    const answer = await post('/dashboard/keys/revoke-all').expect(200);
    expect(answer.body).toEqual({ revoked: 2 });
    for (const key of keys) expectProblem(await use(key), 401, 'api_key_revoked');
    await use(stranger.key).expect(200);
    expect((await post('/dashboard/keys/revoke-all').expect(200)).body).toEqual({ revoked: 0 });
  });
});

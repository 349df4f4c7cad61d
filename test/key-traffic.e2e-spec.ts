import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../src/common/database/database.js';
import { dayMs } from '../src/common/time/durations.js';
import { KeyTraffic } from '../src/keys/key-traffic.js';
import { type RunningApp, startApp, startAppOn } from './support/app.js';
import { createAccount, createKey, invoiceBody, type TestAccount } from './support/factories.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { startServerProcess } from './support/server-process.js';
import { rowsOf } from './support/tables.js';
import { TestClock } from './support/test-clock.js';

describe('requests per key and day', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeEach(async () => {
    running = await startApp({}, new TestClock(new Date('2026-03-31T23:59:00.000Z')));
    account = await createAccount(running);
  });
  afterEach(() => running.close());

  const use = (key = account.key, url = running.url) =>
    request(url).get('/v1/api-key').set('authorization', `Bearer ${key}`);
  const usage = (query = '', of = account, url = running.url) =>
    request(url).get(`/dashboard/keys/usage${query}`).set(of.session);
  const rows = async () =>
    (await rowsOf(running, 'api_key_usage')).map(({ key_id: keyId, day, succeeded }) => [
      keyId,
      day,
      Number(succeeded),
    ]);
  const day = (of: string, succeeded: number, clientErrors = 0, serverErrors = 0) => ({
    key_id: account.keyId,
    day: of,
    succeeded,
    client_errors: clientErrors,
    server_errors: serverErrors,
  });

  it('are counted by their answers, each day of UTC for itself, and shown without those of other keys', async () => {
    const other = await createKey(running.url, account.session);
    await use().expect(200);
    await use(other.key).expect(200);
    await request(running.url).post('/v1/invoices').set(account.bearer).send({}).expect(422);
    await request(running.url).get('/v1/invoices/inv_0').set(account.bearer).expect(404);
    running.clock.advanceMs(60_000);
    await request(running.url)
      .post('/generate')
      .set(account.bearer)
      .send(invoiceBody())
      .expect(201);
    const { body } = await usage().expect(200);
    expect(body).toMatchObject({ from: '2026-01-02', to: '2026-04-01' });
    expect(body.data).toHaveLength(3);
    expect(body.data).toEqual(
      expect.arrayContaining([
        day('2026-03-31', 1, 2),
        day('2026-04-01', 1),
        { ...day('2026-03-31', 1), key_id: other.id },
      ]),
    );
  });

  it('count what fails on our side as such', async () => {
    const hidden = {
      execute: (sql: string) => running.app.get(Database).transaction((s) => s.execute(sql)),
    };
    await hidden.execute('ALTER TABLE invoices RENAME TO invoices_away');
    await request(running.url).get('/v1/invoices').set(account.bearer).expect(500);
    await hidden.execute('ALTER TABLE invoices_away RENAME TO invoices');
    expect((await usage('?days=1')).body.data).toEqual([day('2026-03-31', 0, 0, 1)]);
  });

  it('are written once a minute and not with each request', async () => {
    for (let count = 0; count < 20; count += 1) await use().expect(200);
    expect(await rows()).toEqual([]);
    await running.app.get(KeyTraffic).flush();
    expect(await rows()).toEqual([[account.keyId, '2026-03-31', 20]]);
  });

  it('are not those of refused keys, nor of the dashboard', async () => {
    await request(running.url)
      .post(`/dashboard/keys/${account.keyId}/revoke`)
      .set(account.session)
      .expect(204);
    await use().expect(401);
    expect((await usage()).body.data).toEqual([]);
  });

  it('of two processes are added up, also when both write at once', async () => {
    const second = await startAppOn(running.database, {}, running.clock);
    for (let round = 1; round <= 3; round += 1) {
      await use().expect(200);
      await use(account.key, second.url).expect(200);
      await Promise.all([running, second].map(({ app }) => app.get(KeyTraffic).flush()));
      expect(await rows()).toEqual([[account.keyId, '2026-03-31', 2 * round]]);
    }
    await use(account.key, second.url).expect(200);
    await second.close();
    expect(await rows()).toEqual([[account.keyId, '2026-03-31', 7]]);
  });

  it('are not lost when the database was away, nor when a process is stopped', async () => {
    await use().expect(200);
    const database = running.app.get(Database);
    const rename = (from: string, to: string) =>
      database.transaction((session) => session.execute(`ALTER TABLE ${from} RENAME TO ${to}`));
    await rename('api_key_usage', 'api_key_usage_away');
    await running.app.get(KeyTraffic).flush();
    await use().expect(200);
    await rename('api_key_usage_away', 'api_key_usage');
    await running.app.get(KeyTraffic).flush();
    expect(await rows()).toEqual([[account.keyId, '2026-03-31', 2]]);
    const server = await startServerProcess(running.database);
    await use(account.key, server.url).expect(200);
    await server.stop();
    expect((await rows()).map(([, , count]) => count)).toContain(1);
  });

  it('are kept for ninety days, and go with the account', async () => {
    await use().expect(200);
    const traffic = running.app.get(KeyTraffic);
    await traffic.flush();
    running.clock.advanceMs(89 * dayMs);
    await traffic.flush();
    expect(await rows()).toHaveLength(1);
    running.clock.advanceMs(dayMs);
    await traffic.flush();
    expect(await rows()).toEqual([]);
    await use().expect(200);
    await running.app
      .get(Database)
      .transaction((session) => session.execute('DELETE FROM accounts WHERE id = ?', [account.id]));
    await traffic.flush();
    expect(await rows()).toEqual([]);
  });

  it('are for their own account, for as many days as asked for', async () => {
    await use().expect(200);
    running.clock.advanceMs(dayMs / 2);
    await use().expect(200);
    expect((await usage('?days=1')).body.data).toEqual([day('2026-04-01', 1)]);
    expect((await usage('?days=2')).body.data).toHaveLength(2);
    const stranger = await createAccount(running);
    expect((await usage('', stranger)).body.data).toEqual([]);
    for (const query of ['?days=0', '?days=91', '?days=x', '?days=1&days=2']) {
      const answer = await usage(query);
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)[0]).toMatch(/^\/days /);
    }
    const byKey = await request(running.url).get('/dashboard/keys/usage').set(account.bearer);
    expectProblem(byKey, 401, 'not_signed_in');
  });
});

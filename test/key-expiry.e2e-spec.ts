import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { dayMs } from '../src/common/time/durations.js';
import { KeyExpiryNotices } from '../src/keys/key-expiry-notices.js';
import { MailWorker } from '../src/mail/mail-worker.js';
import { type RunningApp, startAppOn } from './support/app.js';
import { eventually } from './support/eventually.js';
import { createAccount, createKey, type TestAccount } from './support/factories.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { rowsOf, suspendAccount } from './support/tables.js';
import { TestClock } from './support/test-clock.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';

const start = '2026-03-01T09:30:00.000Z';

describe('notices that a key expires', () => {
  let database: TestDatabase;
  let server: MailServer;
  let clock: TestClock;
  let running: RunningApp;
  let account: TestAccount;
  const others: RunningApp[] = [];
  beforeEach(async () => {
    database = await createTestDatabase();
    server = await startMailServer();
    clock = new TestClock(new Date(start));
    running = await startAppOn(database, { SMTP_URL: server.url }, clock);
    account = await createAccount(running);
  });
  afterEach(async () => {
    for (const other of others.splice(0)) await other.close();
    await running.close();
    await server.close();
    await database.drop();
  });

  const key = (name: string, days: number) =>
    createKey(running.url, account.session, { name, expires_in_days: days });
  const look = (at: RunningApp = running) => at.app.get(KeyExpiryNotices).look();
  const inDays = (days: number) => {
    clock.set(new Date(Date.parse(start) + days * dayMs).toISOString());
  };
  const stored = async () =>
    (await rowsOf(running, 'outbox'))
      .filter(({ kind }) => kind === 'api_key_expiry')
      .map(({ about_id: id }) => id as string);
  const texts = async (count: number) =>
    (await server.mailsTo(account.email, count)).map(({ subject, text }) => ({
      subject: subject ?? '',
      text: text ?? '',
    }));

  it('are mailed 14 and 3 days before and on the day, exactly once each', async () => {
    const { id } = await key('Shop & "Co"', 30);
    const counts: number[] = [];
    for (const days of [15.9, 16, 16.1, 26.9, 27, 29, 29.9, 30, 30.1, 36, 60]) {
      inDays(days);
      await look();
      await look();
      counts.push((await stored()).length);
    }
    expect(counts).toEqual([0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3]);
    expect(new Set(await stored())).toEqual(new Set([id]));
  });

  it('name the key, its last use and what to do, and hold no key', async () => {
    const { key: secret } = await key('Shop & "Co"', 30);
    await request(running.url)
      .get('/v1/api-key')
      .set('authorization', `Bearer ${secret}`)
      .expect(200);
    inDays(27);
    await look();
    const [soon] = await texts(1);
    expect(soon?.subject).toBe('Your API key "Shop & "Co"" expires soon');
    expect(soon?.text).toContain(`${secret.slice(0, 13)}…${secret.slice(-4)}`);
    expect(soon?.text).toContain('expires in 3 days, on 2026-03-31 at 09:30 UTC');
    expect(soon?.text).toContain('It was last used on 2026-03-01 at 09:30 UTC from 127.0.0.1.');
    expect(soon?.text).toContain(`${running.config.http.baseUrl}/settings/api-keys`);
    inDays(30);
    await look();
    const [, gone] = await texts(2);
    expect(gone?.subject).toBe('Your API key "Shop & "Co"" has expired');
    expect(gone?.text).toContain('has expired, on 2026-03-31 at 09:30 UTC');
    for (const { raw } of server.mails) expect(raw).not.toContain(secret.slice(13, 40));
  });

  it('are one, whatever looks at once in two processes or dies in between', async () => {
    const second = await startAppOn(database, { SMTP_URL: server.url }, clock);
    others.push(second);
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push((await key(`Key ${count}`, 30)).id);
    inDays(17);
    await Promise.all([running, second, running, second].map((at) => look(at)));
    expect((await stored()).sort()).toEqual(ids.sort());
    const third = await startAppOn(database, { SMTP_URL: server.url }, clock);
    others.push(third);
    await look(third);
    expect(await stored()).toHaveLength(5);
  });

  it('are told once to who was away, and not at all long after the expiry', async () => {
    await key('Away', 30);
    await key('Long gone', 20);
    inDays(29);
    await look();
    expect(await stored()).toHaveLength(1);
    expect((await texts(1))[0]?.subject).toContain('Away');
  });

  it('are not for keys that never had as many days', async () => {
    await key('Ten days', 10);
    await key('One day', 1);
    await look();
    expect(await stored()).toEqual([]);
    inDays(1);
    await look();
    expect((await texts(1))[0]?.subject).toContain('"One day" has expired');
    inDays(7);
    await look();
    expect(await stored()).toHaveLength(2);
  });

  it('are not for keys that are rotated, revoked, for ever, or of a suspended account', async () => {
    const rotated = await key('Rotated', 30);
    const revoked = await key('Revoked', 30);
    const post = (path: string, body = {}) =>
      request(running.url).post(`/dashboard/keys/${path}`).set(account.session).send(body);
    await post(`${rotated.id}/rotate`, { overlap: '7d' }).expect(201);
    await post(`${revoked.id}/revoke`).expect(204);
    const stranger = await createAccount(running);
    await createKey(running.url, stranger.session, { name: 'Theirs', expires_in_days: 30 });
    await suspendAccount(running, stranger.id);
    inDays(17);
    await look();
    expect(await stored()).toHaveLength(1);
    expect(await stored()).not.toContain(rotated.id);
  });

  it('are dropped when the key was revoked before the mail went out', async () => {
    const { key: secret } = await key('Late', 30);
    await server.close();
    inDays(17);
    await look();
    const attempts = async () =>
      (await rowsOf(running, 'outbox')).map(({ failure, leased_until: lease }) => [
        failure !== null,
        lease,
      ]);
    await eventually(async () => JSON.stringify(await attempts()) === '[[true,null]]');
    await request(running.url)
      .post('/v1/api-key/revoke')
      .set('authorization', `Bearer ${secret}`)
      .expect(204);
    server = await startMailServer({ port: server.port });
    clock.advanceMs(60_000);
    running.app.get(MailWorker).wake();
    await eventually(async () => (await attempts()).length === 0);
    expect(server.begun).toBe(0);
  });

  it('are not sent where there is no mail', async () => {
    const silent = await startAppOn(database, {}, clock);
    others.push(silent);
    await key('Silent', 30);
    inDays(17);
    await look(silent);
    expect(await stored()).toEqual([]);
  });
});

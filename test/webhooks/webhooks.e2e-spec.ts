import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startAppOn } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { parallel } from '../support/invoices.js';
import { capturedOutput } from '../support/output.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { databaseDump, rowsOf } from '../support/tables.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { addWebhook, startReceiver } from '../support/webhook-receiver.js';

const url = 'https://shop.example/hook?token=of-the-receiver';

describe('the webhooks of an account', () => {
  let database: TestDatabase;
  let running: RunningApp;
  beforeAll(async () => {
    database = await createTestDatabase();
    running = await startAppOn(database);
  });
  afterAll(async () => {
    await running.close();
    await database.drop();
  });

  const ask = (
    { session }: TestAccount,
    method: 'get' | 'post' | 'patch' | 'delete',
    path = '',
    body: object = {},
  ) => request(running.url)[method](`/dashboard/webhooks${path}`).set(session).send(body);

  it('are added, changed, listed and deleted, each told in the audit log without the address', async () => {
    const account = await createAccount(running);
    const added = await ask(account, 'post', '', {
      url,
      description: ' Shop ',
      events: ['invoice.issued', 'invoice.issued'],
    }).expect(201);
    const { secret, ...webhook } = added.body as Record<string, unknown> & { id: string };
    expect(added.headers['cache-control']).toBe('no-store');
    expect(webhook).toEqual({
      id: expect.stringMatching(/^whe_/),
      url,
      description: 'Shop',
      events: ['invoice.issued'],
      enabled: true,
      disabled_at: null,
      disabled_reason: null,
      failing_since: null,
      previous_secret_until: null,
      created_at: running.clock.nowText(),
    });
    expect((await ask(account, 'get').expect(200)).body).toEqual({ data: [webhook] });
    const { id } = webhook;
    const changed = await ask(account, 'patch', `/${id}`, {
      description: '',
      enabled: false,
    }).expect(200);
    expect(changed.body).toEqual({
      ...webhook,
      description: null,
      enabled: false,
      disabled_at: running.clock.nowText(),
      disabled_reason: 'by_you',
    });
    expect((await ask(account, 'patch', `/${id}`).expect(200)).body).toEqual(changed.body);
    await ask(account, 'post', `/${id}/rotate-secret`).expect(201);
    await ask(account, 'delete', `/${id}`).expect(204);
    expect((await ask(account, 'get')).body).toEqual({ data: [] });
    const log = await request(running.url).get('/dashboard/audit-log').set(account.session);
    const lines = (log.body.data as { kind: string; details: object }[])
      .filter(({ kind }) => kind.startsWith('webhook_'))
      .map(({ kind, details }) => [kind, details]);
    expect(lines.sort()).toEqual([
      ['webhook_added', { host: 'shop.example' }],
      ['webhook_changed', { host: 'shop.example', fields: ['description', 'enabled'] }],
      ['webhook_removed', { host: 'shop.example' }],
      ['webhook_secret_rotated', { host: 'shop.example' }],
    ]);
    expect(JSON.stringify(log.body)).not.toMatch(/of-the-receiver|whsec_/);
  });

  it('are ten at the most, also when they are added at once', async () => {
    const account = await createAccount(running);
    const answers = await parallel(14, () =>
      ask(account, 'post', '', { url, events: ['invoice.issued'] }),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    for (const answer of answers.filter(({ status }) => status !== 201))
      expectProblem(answer, 409, 'too_many_webhooks');
  });

  it.each<[object, string[]]>([
    [{}, ['/events required', '/url required']],
    [{ url, events: [] }, ['/events too_few']],
    [{ url, events: ['invoice.paid'] }, ['/events not_a_choice']],
    [{ url, events: 'invoice.issued' }, ['/events wrong_type']],
    [{ url: 'x'.repeat(2001), events: ['invoice.issued'] }, ['/url too_long']],
    [{ url, events: ['invoice.issued'], secret: 'mine' }, ['/secret unknown_field']],
  ])('are refused with every fault named: %j', async (body, faults) => {
    const account = await createAccount(running);
    const answer = await ask(account, 'post', '', body);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort()).toEqual(faults);
  });

  it('need a log-in that is fresh for every secret and every address', async () => {
    const account = await createAccount(running);
    const { id } = await addWebhook(running.url, account, { url });
    running.clock.advanceMs(11 * 60_000);
    for (const [method, path, body] of [
      ['post', '', { url, events: ['invoice.issued'] }],
      ['patch', `/${id}`, { url: 'https://evil.example/' }],
      ['post', `/${id}/rotate-secret`, {}],
    ] as const)
      expectProblem(await ask(account, method, path, body), 403, 'reauthentication_required');
    await ask(account, 'delete', `/${id}`).expect(204);
  });

  it('are nothing of another account, and neither are their deliveries', async () => {
    const [owner, stranger] = [await createAccount(running), await createAccount(running)];
    const { id } = await addWebhook(running.url, owner, { url });
    const own = await addWebhook(running.url, stranger, { url });
    const ping = await ask(owner, 'post', `/${id}/test`).expect(202);
    const deliveryId = ping.body.id as string;
    for (const [method, path] of [
      ['patch', `/${id}`],
      ['delete', `/${id}`],
      ['post', `/${id}/rotate-secret`],
      ['post', `/${id}/test`],
      ['get', `/${id}/deliveries`],
      ['post', `/${id}/deliveries/${deliveryId}/resend`],
      ['post', `/${own.id}/deliveries/${deliveryId}/resend`],
      ['post', `/${own.id}/deliveries/msg_0/resend`],
    ] as const)
      expectProblem(await ask(stranger, method, path), 404, 'not_found');
    expect((await ask(owner, 'get')).body.data).toHaveLength(1);
    await createInvoice(running.url, stranger);
    const rows = await rowsOf(running, 'webhook_deliveries');
    expect(rows.filter((row) => row.endpoint_id === id)).toHaveLength(1);
  });

  it('have secrets that stand neither in the database nor in the log', async () => {
    // Of its own, as every process that shares a database sends what is due there.
    const own = await createTestDatabase();
    const receiver = await startReceiver((response) => response.writeHead(500).end('no'));
    const secrets: string[] = [];
    let dump = '';
    const { output } = await capturedOutput(async () => {
      const talkative = await startAppOn(own, {
        LOG_LEVEL: 'verbose',
        WEBHOOKS_ALLOW_PRIVATE: 'on',
      });
      const account = await createAccount(talkative);
      const hook = { url: `${receiver.url}?token=of-the-receiver` };
      const { id, secret } = await addWebhook(talkative.url, account, hook);
      const rotated = await request(talkative.url)
        .post(`/dashboard/webhooks/${id}/rotate-secret`)
        .set(account.session)
        .expect(201);
      secrets.push(secret, rotated.body.secret as string);
      await createInvoice(talkative.url, account);
      await receiver.received(1);
      dump = await databaseDump(talkative);
      await talkative.close();
    });
    await receiver.close();
    await own.drop();
    expect(output).toContain('/dashboard/webhooks');
    expect(output).not.toMatch(/whsec_|of-the-receiver/);
    expect(dump).not.toContain('whsec_');
    for (const secret of secrets) {
      const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64');
      expect(bytes).toHaveLength(32);
      for (const form of ['base64', 'base64url', 'hex', 'latin1'] as const)
        expect([form, dump.includes(bytes.toString(form))]).toEqual([form, false]);
      expect(output).not.toContain(secret.slice('whsec_'.length));
    }
  });

  it('are not sent, and say so, when the secret of the installation is another one', async () => {
    const own = await createTestDatabase();
    const receiver = await startReceiver();
    const environment = { WEBHOOKS_ALLOW_PRIVATE: 'on' };
    const before = await startAppOn(own, environment);
    const account = await createAccount(before);
    const { id } = await addWebhook(before.url, account, { url: receiver.url });
    await before.close();
    const after = await startAppOn(own, {
      ...environment,
      FINVO_SECRET: 'another secret of this installation',
    });
    const ping = await request(after.url)
      .post(`/dashboard/webhooks/${id}/test`)
      .set(account.session)
      .expect(202);
    await eventually(async () => {
      const [row] = await rowsOf(after, 'webhook_deliveries');
      return row!.id === ping.body.id && row!.last_error === 'secret_unreadable';
    });
    const rows = await rowsOf(after, 'webhook_deliveries');
    expect(rows.map(({ status }) => status)).toEqual(['failed']);
    expect(receiver.connections).toBe(0);
    await after.close();
    await receiver.close();
    await own.drop();
  });
});

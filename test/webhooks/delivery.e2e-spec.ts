import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Webhook } from 'standardwebhooks';
import { Database } from '../../src/common/database/database.js';
import { hourMs } from '../../src/common/time/durations.js';
import { WebhookDeletion } from '../../src/webhooks/webhook-deletion.js';
import { WebhookWorker } from '../../src/webhooks/webhook-worker.js';
import { pausesMs } from '../../src/webhooks/outcome.js';
import { type RunningApp, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { post } from '../support/invoices.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { expectProblem } from '../support/problem.js';
import { rowsOf } from '../support/tables.js';
import { TestClock } from '../support/test-clock.js';
import {
  addWebhook,
  type Answering,
  startReceiver,
  type WebhookReceiver,
} from '../support/webhook-receiver.js';

const endlessBytes = 100_000_000;

describe('a webhook', () => {
  let running: RunningApp;
  let mail: MailServer;
  let account: TestAccount;
  const opened: WebhookReceiver[] = [];

  beforeAll(async () => {
    mail = await startMailServer();
    const environment = { WEBHOOKS_ALLOW_PRIVATE: 'on', SMTP_URL: mail.url };
    // The library that verifies looks at the real clock.
    running = await startApp(environment, new TestClock(new Date()));
    account = await createAccount(running);
  });
  afterEach(async () => {
    for (const receiver of opened.splice(0)) await receiver.close();
    for (const { id } of (await list()).data) await remove(id);
  });
  afterAll(async () => {
    await running.close();
    await mail.close();
  });

  const ask = (method: 'get' | 'post' | 'patch' | 'delete', path: string) =>
    request(running.url)[method](`/dashboard/webhooks${path}`).set(account.session);
  const list = async () => (await ask('get', '').expect(200)).body as { data: { id: string }[] };
  const remove = (id: string) => ask('delete', `/${id}`).expect(204);
  const receiver = async (answer?: Answering) => {
    const one = await startReceiver(answer);
    opened.push(one);
    return one;
  };
  const deliveries = async (id: string) =>
    (await ask('get', `/${id}/deliveries`).expect(200)).body.data as Record<string, unknown>[];
  const settles = (id: string, attempts = 1) =>
    eventually(async () =>
      (await rowsOf(running, 'webhook_deliveries'))
        .filter((row) => row.endpoint_id === id)
        .every((row) => row.leased_until === null && Number(row.attempts) >= attempts),
    );
  const wake = () => {
    running.app.get(WebhookWorker).wake();
  };
  const verified = (secret: string, { body, headers }: { body: string; headers: object }) =>
    new Webhook(secret).verify(body, headers as Record<string, string>) as Record<string, unknown>;

  it('tells of an issued invoice with what the API answers, signed as Standard Webhooks says', async () => {
    const { url, received } = await receiver();
    const { id, secret } = await addWebhook(running.url, account, { url });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const invoice = await createInvoice(running.url, account, { notes: 'Grüße, 日本 🎉' });
    const [message] = await received(1);
    expect(verified(secret, message!)).toEqual({
      type: 'invoice.issued',
      timestamp: running.clock.nowText(),
      data: invoice,
    });
    expect(message!.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': expect.stringMatching(/^msg_/),
    });
    await settles(id);
    expect(await deliveries(id)).toEqual([
      {
        id: message!.headers['webhook-id'],
        event: 'invoice.issued',
        status: 'delivered',
        attempts: 1,
        last_status_code: 204,
        last_error: null,
        next_attempt_at: null,
        created_at: running.clock.nowText(),
        delivered_at: running.clock.nowText(),
      },
    ]);
  });

  it('is refused by its receiver when body, id or time were changed, or it is signed with another secret', async () => {
    const { url, received } = await receiver();
    const { secret } = await addWebhook(running.url, account, { url });
    const other = await addWebhook(running.url, account, { url, events: ['invoice.emailed'] });
    await createInvoice(running.url, account);
    const { body, headers } = (await received(1))[0]!;
    const changed: [string, object][] = [
      [body.replace('invoice.issued', 'invoice.voided'), headers],
      [`${body} `, headers],
      [body, { ...headers, 'webhook-id': 'msg_0' }],
      [body, { ...headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 60) }],
      [body, { ...headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 600) }],
      [body, { ...headers, 'webhook-signature': 'v1,' }],
    ];
    verified(secret, { body, headers });
    for (const [text, fields] of changed)
      expect(() => verified(secret, { body: text, headers: fields })).toThrow();
    expect(() => verified(other.secret, { body, headers })).toThrow();
  });

  it('is signed with both secrets for a day after a rotation, and then with the new one alone', async () => {
    const { url, received } = await receiver();
    const { id, secret: old } = await addWebhook(running.url, account, { url });
    const rotated = await ask('post', `/${id}/rotate-secret`).expect(201);
    const { secret, previous_secret_until: until } = rotated.body as Record<string, string>;
    expect(Date.parse(until!) - running.clock.now().getTime()).toBe(24 * hourMs);
    await createInvoice(running.url, account);
    const [during] = await received(1);
    expect(during!.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
    expect(verified(secret!, during!)).toEqual(verified(old, during!));
    const before = running.clock.nowText();
    running.clock.advanceMs(24 * hourMs);
    account = await signedInAgain();
    await ask('post', `/${id}/test`).expect(202);
    const { headers, body } = (await received(2))[1]!;
    const signature = new Webhook(secret!).sign(headers['webhook-id']!, running.clock.now(), body);
    expect(headers['webhook-signature']).toBe(signature);
    running.clock.set(before);
  });

  it('tells of a mailed invoice once the mail server has taken the mail', async () => {
    const { url, received } = await receiver();
    const { secret } = await addWebhook(running.url, account, { url, events: ['invoice.emailed'] });
    const { id } = await createInvoice(running.url, account);
    const sending = request(running.url).post(`/v1/invoices/${id}/emails`).set(account.bearer);
    await sending.send({ to: ['a@example.com'] }).expect(202);
    const [message] = await received(1);
    expect(await mail.mailsTo('a@example.com')).toHaveLength(1);
    const { body } = await request(running.url).get(`/v1/invoices/${id}`).set(account.bearer);
    expect(verified(secret, message!)).toMatchObject({ type: 'invoice.emailed', data: body });
  });

  it('is there exactly when the invoice is: none for a refused one, none more for a repeated one', async () => {
    const { url, received, messages } = await receiver();
    const { id } = await addWebhook(running.url, account, { url });
    const send = (body: object, key: string) =>
      post(running.url, account, body, { 'idempotency-key': key });
    await send(invoiceBody({ invoice_number: 'ONCE' }), 'a').then(({ status }) => {
      expect(status).toBe(201);
    });
    for (const [body, key, status] of [
      [invoiceBody({ invoice_number: 'ONCE' }), 'a', 201],
      [invoiceBody({ invoice_number: 'ONCE' }), 'b', 409],
      [invoiceBody({ line_items: [] }), 'c', 422],
    ] as const)
      expect((await send(body, key)).status).toBe(status);
    await received(1);
    await settles(id);
    expect(messages).toHaveLength(1);
    expect(await deliveries(id)).toHaveLength(1);
  });

  it('is not there when the transaction of the invoice fails after it was stored', async () => {
    const { url, messages } = await receiver();
    const { id } = await addWebhook(running.url, account, { url });
    const database = running.app.get(Database);
    const transaction = database.transaction.bind(database);
    database.transaction = (work) =>
      transaction(async (session) => {
        await work(session);
        throw new Error('the power goes out before the commit');
      });
    try {
      expect((await post(running.url, account)).status).toBe(500);
    } finally {
      database.transaction = transaction;
    }
    expect(await deliveries(id)).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('is sent again and again for three days with the same id and body, then has failed, and can be resent', async () => {
    let status = 500;
    const { url, received } = await receiver((response) => response.writeHead(status).end('no'));
    const { id } = await addWebhook(running.url, account, { url });
    const before = running.clock.nowText();
    await createInvoice(running.url, account);
    for (const [at, pauseMs] of pausesMs.entries()) {
      await received(at + 1);
      await settles(id, at + 1);
      const [row] = await rowsOf(running, 'webhook_deliveries');
      const dueMs = Date.parse(row!.due_at as string) - running.clock.now().getTime();
      expect(dueMs).toBeGreaterThanOrEqual(pauseMs);
      expect(dueMs).toBeLessThanOrEqual(pauseMs * 1.1);
      expect(row).toMatchObject({ status: 'queued', last_error: 'not_accepted' });
      running.clock.advanceMs(dueMs);
      wake();
    }
    const messages = await received(10);
    await settles(id, 10);
    account = await signedInAgain();
    const [failed] = await deliveries(id);
    expect(failed).toMatchObject({ status: 'failed', attempts: 10, last_status_code: 500 });
    expect(new Set(messages.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(messages.map(({ body }) => body)).size).toBe(1);
    expect(new Set(messages.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(10);

    status = 200;
    const resent = await ask('post', `/${id}/deliveries/${String(failed!.id)}/resend`).expect(202);
    expect(resent.body.id).toBe(failed!.id);
    const again = (await received(11))[10]!;
    expect(again.headers['webhook-id']).toBe(failed!.id);
    expect(again.body).toBe(messages[0]!.body);
    await settles(id);
    expect((await deliveries(id))[0]).toMatchObject({ status: 'delivered', attempts: 1 });
    running.clock.set(before);
  });

  it.each<[string, Answering, Record<string, unknown>]>([
    [
      'a redirect, which is not followed',
      (response) => response.writeHead(302, { location: '/elsewhere' }).end(),
      { last_status_code: 302, last_error: 'redirected' },
    ],
    [
      'a broken connection',
      (response) => response.destroy(),
      { last_status_code: null, last_error: 'unreachable' },
    ],
    [
      'something that is no HTTP',
      (response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'),
      { last_status_code: null, last_error: 'unreachable' },
    ],
  ])('is sent again after %s', async (_, answer, expected) => {
    const { url, received, messages } = await receiver(answer);
    const { id } = await addWebhook(running.url, account, { url });
    await createInvoice(running.url, account);
    await received(1);
    await settles(id);
    expect((await deliveries(id))[0]).toMatchObject({ status: 'queued', attempts: 1, ...expected });
    expect(messages.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('reads no more than a few kB of an endless answer, and keeps none of it', async () => {
    let written = 0;
    const endless: Answering = (response) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      const chunk = 'remote-words '.repeat(5000);
      const write = () => {
        while (!response.destroyed && written < endlessBytes) {
          written += chunk.length;
          if (!response.write(chunk)) return;
        }
      };
      response.on('drain', write).on('error', () => undefined);
      write();
    };
    const { url, received } = await receiver(endless);
    const { id } = await addWebhook(running.url, account, { url });
    await createInvoice(running.url, account);
    await received(1);
    await settles(id);
    // Far more than what lies in the buffers of two sockets.
    expect(written).toBeLessThan(endlessBytes / 2);
    const rows = JSON.stringify(await rowsOf(running, 'webhook_deliveries'));
    expect(rows).toContain('not_accepted');
    expect(rows).not.toContain('remote-words');
  });

  it('is turned off by 410, keeps what failed, and is told again once its owner turns it on', async () => {
    let status = 410;
    const { url, received } = await receiver((response) => response.writeHead(status).end());
    const { id } = await addWebhook(running.url, account, { url });
    await createInvoice(running.url, account);
    await received(1);
    await settles(id);
    const [failed] = await deliveries(id);
    expect(failed).toMatchObject({ status: 'failed', last_status_code: 410 });
    expect((await list()).data[0]).toMatchObject({ enabled: false, disabled_reason: 'gone' });
    const [notice] = await mail.mailsTo(account.email);
    expect(notice).toMatchObject({ subject: 'A webhook was turned off' });
    expect(notice!.text).toContain(`to ${new URL(url).host}: its server has answered 410`);
    await createInvoice(running.url, account);
    expect(await deliveries(id)).toHaveLength(1);
    const path = `/${id}/deliveries/${String(failed!.id)}/resend`;
    expectProblem(await ask('post', path), 409, 'webhook_disabled');
    expectProblem(await ask('post', `/${id}/test`), 409, 'webhook_disabled');
    status = 200;
    const on = await ask('patch', `/${id}`).send({ enabled: true }).expect(200);
    expect(on.body).toMatchObject({ enabled: true, disabled_reason: null, failing_since: null });
    await ask('post', path).expect(202);
    await received(2);
  });

  it('is turned off after five days of nothing but failures, which its owner sees', async () => {
    const { url, received } = await receiver((response) => response.writeHead(503).end());
    const { id } = await addWebhook(running.url, account, { url });
    const before = running.clock.nowText();
    await ask('post', `/${id}/test`).expect(202);
    await received(1);
    await settles(id);
    expect((await list()).data[0]).toMatchObject({ enabled: true, failing_since: before });
    running.clock.advanceMs(5 * 24 * hourMs);
    wake();
    await received(2);
    await settles(id, 2);
    account = await signedInAgain();
    expect((await list()).data[0]).toMatchObject({ enabled: false, disabled_reason: 'failing' });
    running.clock.set(before);
  });

  it('does not hold up others when its receiver hangs', async () => {
    const hanging = await receiver(() => undefined);
    const { id } = await addWebhook(running.url, account, { url: hanging.url });
    for (let count = 0; count < 8; count += 1) await createInvoice(running.url, account);
    await hanging.received(2);
    const other = await createAccount(running);
    const quick = await receiver();
    await addWebhook(running.url, other, { url: quick.url });
    await createInvoice(running.url, other);
    await quick.received(1);
    // Two at once for one endpoint; the others wait for these.
    expect(hanging.messages).toHaveLength(2);
    await hanging.close();
    await remove(id);
  });

  it('is forgotten after 30 days, and nothing younger is', async () => {
    const { url, received } = await receiver();
    const { id } = await addWebhook(running.url, account, { url });
    const before = running.clock.nowText();
    await createInvoice(running.url, account);
    await received(1);
    await settles(id);
    const rows = async () => (await rowsOf(running, 'webhook_deliveries')).length;
    const count = await rows();
    running.clock.advanceMs(30 * 24 * hourMs);
    await running.app.get(WebhookDeletion).expire();
    expect(await rows()).toBe(count);
    running.clock.advanceMs(1);
    await running.app.get(WebhookDeletion).expire();
    expect(await rows()).toBe(0);
    running.clock.set(before);
  });

  /** Signs in again where the clock went past the end of a session, with what the account has. */
  async function signedInAgain(): Promise<TestAccount> {
    const { email, password } = account;
    const login = await request(running.url)
      .post('/dashboard/login')
      .set({ 'sec-fetch-site': 'same-origin' })
      .send({ email, password })
      .expect(200);
    const cookie = String(login.headers['set-cookie']).split(';', 1)[0]!;
    return { ...account, cookie, session: { ...account.session, cookie } };
  }
});

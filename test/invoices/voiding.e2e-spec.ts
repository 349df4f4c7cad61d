import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { getPdf } from '../support/invoices.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { addWebhook, startReceiver } from '../support/webhook-receiver.js';

describe('voiding an invoice', () => {
  let running: RunningApp;
  let mail: MailServer;
  let account: TestAccount;
  let id: string;
  beforeAll(async () => {
    mail = await startMailServer();
    running = await startApp({ SMTP_URL: mail.url, WEBHOOKS_ALLOW_PRIVATE: 'on' });
  });
  afterAll(async () => {
    await running.close();
    await mail.close();
  });
  beforeEach(async () => {
    running.clock.set('2026-01-19T10:00:00.000Z');
    account = await createAccount(running);
    ({ id } = await createInvoice(running.url, account));
  });

  const doors = {
    '/v1/invoices': (of: TestAccount) => of.bearer,
    '/dashboard/invoices': (of: TestAccount) => of.session,
  };
  type Door = keyof typeof doors;
  const both = Object.keys(doors) as Door[];
  const voiding = (body?: object, door: Door = '/v1/invoices', of = account) =>
    request(running.url).post(`${door}/${id}/void`).set(doors[door](of)).send(body);
  const read = async () => {
    const { body } = await request(running.url).get(`/v1/invoices/${id}`).set(account.bearer);
    return body as Record<string, unknown>;
  };

  it.each(both)('through %s keeps the number, the figures and the PDF', async (door) => {
    const before = await read();
    const { body: pdf } = await getPdf(running.url, account, id);
    const { body } = await voiding({ reason: 'Wrong company' }, door).expect(200);
    const voided = {
      status: 'void',
      voided_at: '2026-01-19T10:00:00.000Z',
      void_reason: 'Wrong company',
    };
    expect(body).toMatchObject(voided);
    const after = await read();
    expect(after).toEqual({ ...before, ...voided, pdf: after['pdf'] });
    expect((await getPdf(running.url, account, id)).body.equals(pdf)).toBe(true);
    const { body: list } = await request(running.url)
      .get('/v1/invoices?status=void')
      .set(account.bearer);
    expect(list.data).toEqual([expect.objectContaining({ id, ...voided })]);
  });

  it('needs no reason, and no body', async () => {
    const { body } = await voiding().expect(200);
    expect(body).toMatchObject({ status: 'void', void_reason: null });
  });

  it('twice changes nothing, and leaves one line in the audit log', async () => {
    const { body: first } = await voiding({ reason: 'Once' }).expect(200);
    running.clock.advanceMs(60_000);
    const { body: second } = await voiding({ reason: 'Twice' }).expect(200);
    expect(second).toEqual(first);
    const { body: log } = await request(running.url)
      .get('/dashboard/audit-log')
      .set(account.session);
    const lines = (log.data as { kind: string }[]).filter(({ kind }) => kind === 'invoice_voided');
    expect(lines).toMatchObject([
      { actor: { type: 'key' }, target_id: id, details: { number: 'INV-0001' } },
    ]);
  });

  it('ten times at once happens once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => voiding({ reason: `Reason ${at}` })),
    );
    const { void_reason: reason } = await read();
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ body }) => String(body.void_reason)))).toEqual(new Set([reason]));
  });

  it('takes the invoice out of the sums of the month, and leaves its place in the series', async () => {
    await createInvoice(running.url, account);
    await voiding().expect(200);
    const sums = await request(running.url).get('/dashboard/monthly-totals').set(account.session);
    expect(sums.body.currencies).toMatchObject([{ currency: 'USD', invoices: 1 }]);
    const report = await request(running.url)
      .get('/v1/series/default/report')
      .set(account.bearer)
      .expect(200);
    expect(report.body).toMatchObject({ complete: true });
    const next = await createInvoice(running.url, account);
    expect(next.invoice_number).toBe('INV-0003');
  });

  it('stops its mails, and tells whoever opens a link to it', async () => {
    const { body: link } = await request(running.url)
      .post(`/v1/invoices/${id}/share-links`)
      .set(account.bearer)
      .expect(201);
    const shared = () => request(running.url).get(`/shared/${String(link.url).split('/i/')[1]}`);
    expect((await shared().expect(200)).body.voided_at).toBeNull();
    await voiding().expect(200);
    const refused = await request(running.url)
      .post(`/v1/invoices/${id}/emails`)
      .set(account.bearer);
    expectProblem(refused, 409, 'invoice_void');
    expect((await shared().expect(200)).body.voided_at).toBe('2026-01-19T10:00:00.000Z');
  });

  it('is told to webhooks once', async () => {
    const receiver = await startReceiver();
    const { url } = receiver;
    await addWebhook(running.url, account, { url, events: ['invoice.voided'] });
    await voiding({ reason: 'Sent twice' }).expect(200);
    await voiding().expect(200);
    const other = await createInvoice(running.url, account);
    await request(running.url).post(`/v1/invoices/${other.id}/void`).set(account.bearer);
    const messages = await receiver.received(2);
    expect(messages.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { type: 'invoice.voided', data: { id, status: 'void', void_reason: 'Sent twice' } },
      { type: 'invoice.voided', data: { id: other.id, void_reason: null } },
    ]);
    await receiver.close();
  });

  it('is refused with a reason that cannot be kept, and for an invoice of another account', async () => {
    const wrong = await voiding({ reason: 'x'.repeat(201), why: 'x' });
    expectProblem(wrong, 422, 'validation_failed');
    expect(faultsOf(wrong)).toEqual(['/why unknown_field', '/reason too_long']);
    const stranger = await createAccount(running);
    expectProblem(await voiding({}, '/v1/invoices', stranger), 404, 'not_found');
    expect(await read()).toMatchObject({ status: 'issued', voided_at: null, void_reason: null });
  });
});

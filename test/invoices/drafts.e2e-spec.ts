import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp, startAppOn } from '../support/app.js';
import { doneBatch, postBatch } from '../support/batches.js';
import { createEntry } from '../support/catalog.js';
import { download, recordsOf } from '../support/downloads.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { getPdf, parallel, post, postForPdf } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { createSchedule, madeBy, postSchedule, scheduleBody } from '../support/schedules.js';
import { storedRows } from '../support/stored.js';
import { addWebhook, startReceiver } from '../support/webhook-receiver.js';

const draftBody = (changes: Record<string, unknown> = {}) =>
  invoiceBody({ draft: true, ...changes });

describe('a draft', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp({ SMTP_URL: 'smtp://127.0.0.1:9', WEBHOOKS_ALLOW_PRIVATE: 'on' });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    running.clock.set('2026-01-19T10:00:00.000Z');
    account = await createAccount(running);
  });

  const doors = {
    '/v1/invoices': (of: TestAccount) => of.bearer,
    '/dashboard/invoices': (of: TestAccount) => of.session,
  };
  type Door = keyof typeof doors;
  const both = Object.keys(doors) as Door[];

  const draft = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const answer = await post(running.url, account, draftBody(changes));
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    return answer.body.id as string;
  };
  type Method = 'get' | 'put' | 'post' | 'delete';
  const send = (method: Method, path: string, body?: object, of = account): Promise<Response> =>
    Promise.resolve(request(running.url)[method](`/v1/invoices/${path}`).set(of.bearer).send(body));
  const list = (query: string) =>
    request(running.url).get(`/v1/invoices?${query}`).set(account.bearer);
  const issue = (id: string, url = running.url): Promise<Response> =>
    Promise.resolve(request(url).post(`/v1/invoices/${id}/issue`).set(account.bearer));
  const read = async (id: string) => (await send('get', id)).body as Record<string, unknown>;
  const isUntouched = async (id: string) => {
    expect(await read(id)).toMatchObject({ status: 'draft', invoice_number: null });
    expect(await storedRows(running, account)).toMatchObject({ numbersUsed: 0, documents: 0 });
  };

  it.each(both)('through %s is calculated like an invoice and uses no number', async (door) => {
    const answer = await request(running.url)
      .post(door)
      .set(doors[door](account))
      .send(draftBody({ reference: 'PO-7' }))
      .expect(201);
    const id = answer.body.id as string;
    expect(answer.body).toMatchObject({
      ...{ status: 'draft', invoice_number: null, series: 'default', total: '1500.00' },
      pdf: { url: `${door}/${id}/pdf`, sha256: null, bytes: null },
    });
    expect(answer.headers).toMatchObject({ location: `${door}/${id}`, 'finvo-invoice-id': id });
    expect(answer.headers['finvo-invoice-number']).toBeUndefined();
    expect((await createInvoice(running.url, account)).invoice_number).toBe('INV-0001');
    const { body: found } = await list('status=draft&q=po-7');
    expect(found.data).toMatchObject([{ id, invoice_number: null, status: 'draft' }]);
    expect((await list(`q=${id.slice(4)}`)).body.data).toEqual([]);
  });

  it('shows its id nowhere as a number, and is a row of the CSV with an empty one', async () => {
    const id = await draft();
    const { bytes } = await download(running.url, account, 'invoice-export/csv', {});
    const [names = [], record = []] = recordsOf(bytes);
    const cell = (name: string) => record[names.indexOf(name)];
    expect([cell('invoice_number'), cell('status'), cell('id')]).toEqual(['', 'draft', id]);
  });

  it('prints a watermark in its language and no number, and no such PDF is kept', async () => {
    const answer = await postForPdf(running.url, account, draftBody({ language: 'de' }));
    expect(answer.status).toBe(201);
    const id = answer.headers['finvo-invoice-id'] as string;
    const pdf = await getPdf(running.url, account, id);
    for (const { body, headers } of [answer, pdf]) {
      expect(await textOf(body)).toContain('ENTWURF');
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="draft-${id}.pdf"`,
      });
      expect(headers['etag']).toBeUndefined();
    }
    await isUntouched(id);
  });

  it('is issued under its id with the next number, of that day, and told to webhooks once', async () => {
    const receiver = await startReceiver();
    await addWebhook(running.url, account, { url: receiver.url, events: ['invoice.issued'] });
    const id = await draft({ payment_terms_days: 14 });
    expect(await read(id)).toMatchObject({ date: '2026-01-19', due_date: '2026-02-02' });
    running.clock.set('2026-01-22T10:00:00.000Z');
    const issued = await issue(id);
    expect(issued.status).toBe(200);
    expect(issued.headers).toMatchObject({ 'finvo-invoice-number': 'INV-0001' });
    expect(issued.body).toMatchObject({
      ...{ id, status: 'issued', invoice_number: 'INV-0001', series: 'default' },
      ...{ date: '2026-01-22', due_date: '2026-02-05', created_at: '2026-01-19T10:00:00.000Z' },
    });
    expect(await read(id)).toEqual(issued.body);
    expect((await issue(id)).body).toEqual(issued.body);
    expect(await textOf((await getPdf(running.url, account, id)).body)).not.toContain('DRAFT');
    const other = await createInvoice(running.url, account);
    const messages = await receiver.received(2);
    const told = messages.map(({ body }) => (JSON.parse(body) as { data: object }).data);
    expect(told).toMatchObject([{ id, invoice_number: 'INV-0001' }, { id: other.id }]);
    await receiver.close();
  });

  it('is issued as its PDF where that is asked for, through the dashboard as well', async () => {
    const id = await draft();
    const answer = await request(running.url)
      .post(`/dashboard/invoices/${id}/issue`)
      .set({ ...account.session, accept: 'application/pdf' })
      .responseType('blob')
      .expect(200);
    const text = await textOf(answer.body as Buffer);
    expect(text).toContain('INV-0001');
    expect(await read(id)).toMatchObject({ source: 'api', status: 'issued' });
    const { body: log } = await request(running.url)
      .get('/dashboard/audit-log')
      .set(account.session);
    expect(log.data[0]).toMatchObject({
      kind: 'draft_issued',
      actor: { type: 'user' },
      details: { number: 'INV-0001' },
    });
  });

  it('issued by two processes and many requests at once takes exactly one number', async () => {
    const other = await startAppOn(running.database);
    try {
      const ids = [await draft(), await draft()];
      const answers = await parallel(20, (at) =>
        issue(ids[at % 2]!, at % 4 < 2 ? running.url : other.url),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      const numbers = answers.map(
        ({ body }) => `${String(body.id)} ${String(body.invoice_number)}`,
      );
      expect(new Set(numbers).size).toBe(2);
      expect(await storedRows(running, account)).toMatchObject({ invoices: 2, numbersUsed: 2 });
    } finally {
      await other.close();
    }
  });

  it('issued, replaced and deleted at once ends as one of them, without a lost number', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await draft();
      const [issued, replaced, deleted] = await Promise.all([
        issue(id),
        send('put', id, invoiceBody({ reference: 'second' })),
        send('delete', id),
      ]);
      expect([200, 404]).toContain(issued.status);
      expect([200, 404, 409]).toContain(replaced.status);
      expect([204, 404, 409]).toContain(deleted.status);
      const left = await read(id);
      if (issued.status === 200) expect(left).toEqual(issued.body);
      else expect(left).toMatchObject({ code: 'not_found' });
    }
    const { numbersUsed, invoices } = await storedRows(running, account);
    expect(numbersUsed).toBe(invoices);
  });

  it('that cannot be issued any more stays one, and no number is used', async () => {
    const customer = await createEntry(running, account, 'customers');
    const id = await draft({ recipient: undefined, customer: customer.id });
    await request(running.url).delete(`/v1/customers/${customer.id}`).set(account.bearer);
    const answer = await issue(id);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)[0]).toMatch(/^\/customer /);
    await isUntouched(id);
  });

  it('keeps its own number for its issue, where it must still be free', async () => {
    const id = await draft({ invoice_number: 'MINE-1' });
    expect(await read(id)).toMatchObject({ invoice_number: null, series: null });
    await createInvoice(running.url, account, { invoice_number: 'MINE-1' });
    expectProblem(await issue(id), 409, 'invoice_number_taken');
    await isUntouched(id);
    const again = await post(running.url, account, draftBody({ invoice_number: 'MINE-1' }));
    expectProblem(again, 409, 'invoice_number_taken');
    expect((await send('put', id, draftBody({ invoice_number: 'MINE-2' }))).status).toBe(200);
    expect((await issue(id)).body).toMatchObject({ id, invoice_number: 'MINE-2', series: null });
  });

  it('is replaced by a whole new request, which can be read back', async () => {
    const id = await draft({
      reference: 'first',
      line_items: [{ description: 'A', quantity: 1, unit_price: '1.50' }],
    });
    const wrong = await send('put', id, invoiceBody({ reference: 7, note: 'x' }));
    expect(faultsOf(wrong)).toEqual(['/note unknown_field', '/reference wrong_type']);
    const body = invoiceBody({ notes: 'second', series: 'WEB' });
    const replaced = await send('put', id, body);
    expect(replaced.status).toBe(200);
    expect(replaced.body).toMatchObject({
      ...{ id, status: 'draft', reference: null, notes: 'second', series: 'WEB' },
      ...{ total: '1500.00', created_at: '2026-01-19T10:00:00.000Z' },
    });
    expect(await read(id)).toEqual(replaced.body);
    expect((await send('get', `${id}/request`)).body).toEqual({ ...body, draft: true });
    expect((await issue(id)).body).toMatchObject({ invoice_number: 'WEB-0001', notes: 'second' });
  });

  it('is deleted for good with its Idempotency-Key; until then the key answers it', async () => {
    const key = { 'idempotency-key': 'review-1' };
    const first = await post(running.url, account, draftBody(), key);
    const second = await post(running.url, account, draftBody(), key);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.body).toEqual(first.body);
    const id = first.body.id as string;
    expect((await send('delete', id)).status).toBe(204);
    expectProblem(await send('get', id), 404, 'not_found');
    expectProblem(await send('delete', id), 404, 'not_found');
    expect(await storedRows(running, account)).toMatchObject({ invoices: 0, lines: 0 });
    const third = await post(running.url, account, draftBody(), key);
    expect([third.status, third.body.id === id]).toEqual([201, false]);
  });

  it('is not mailed, shared or voided, and an issued invoice is not edited', async () => {
    const id = await draft();
    for (const path of ['emails', 'emails/preview', 'share-links', 'void'])
      expectProblem(await send('post', `${id}/${path}`, {}), 409, 'invoice_is_draft');
    await isUntouched(id);
    const { id: issued } = await createInvoice(running.url, account);
    const before = await read(issued);
    expectProblem(await send('put', issued, invoiceBody()), 409, 'invoice_not_draft');
    expectProblem(await send('delete', issued), 409, 'invoice_not_draft');
    expectProblem(await send('get', `${issued}/request`), 409, 'invoice_not_draft');
    expect(await read(issued)).toEqual(before);
  });

  it('counts nowhere and stores no customer before it is issued', async () => {
    const id = await draft({ recipient: { name: 'New', external_id: 'crm-1' } });
    const known = () => request(running.url).get('/v1/customers').set(account.bearer);
    expect((await known()).body.data).toEqual([]);
    const sums = await request(running.url).get('/dashboard/monthly-totals').set(account.session);
    expect(sums.body.currencies).toEqual([]);
    const { body } = await issue(id);
    expect((await known()).body.data).toMatchObject([{ id: body.customer_id, name: 'New' }]);
  });

  it('of another account is not there', async () => {
    const id = await draft();
    const stranger = await createAccount(running);
    for (const [method, path, body] of [
      ['put', id, invoiceBody()],
      ['get', `${id}/request`],
      ['post', `${id}/issue`],
      ['delete', id],
    ] as [Method, string, object?][])
      expectProblem(await send(method, path, body, stranger), 404, 'not_found');
    await isUntouched(id);
  });

  it('may be asked for by rows of a batch and by a schedule, which mails none', async () => {
    const rows = [draftBody(), invoiceBody(), draftBody({ line_items: [] })];
    const { body: accepted } = await postBatch(running, account, { invoices: rows });
    const done = await doneBatch(running, account, accepted.id as string);
    expect(done).toMatchObject({ issued: 1, drafted: 1, failed: 1, rendered: 1 });
    const { body: results } = await request(running.url)
      .get(`/v1/batches/${String(accepted.id)}/rows`)
      .set(account.bearer);
    expect(results.data).toMatchObject([
      { status: 'drafted', invoice_number: null, invoice_id: expect.stringMatching(/^inv_/) },
      { status: 'issued', invoice_number: 'INV-0001' },
      { status: 'failed' },
    ]);
    const mailed = scheduleBody({ invoice: draftBody(), send_email: true });
    const refused = await postSchedule(running, account, mailed);
    expect(faultsOf(refused)).toEqual(['/invoice/draft draft_not_mailed']);
    const start = { frequency: 'day', start_date: '2026-01-19', occurrences: 1 };
    const { id } = await createSchedule(running, account, { ...start, invoice: draftBody() });
    const [period] = await madeBy(running, account, { id, made: 1 });
    expect(period).toMatchObject({ status: 'drafted', invoice_number: null });
    const issued = await issue(period!.invoice_id!);
    expect(issued.body).toMatchObject({ invoice_number: 'INV-0002', date: '2026-01-19' });
  });
});

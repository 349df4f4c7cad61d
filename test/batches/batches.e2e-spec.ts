import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { doneBatch, postBatch, rowsOfBatch } from '../support/batches.js';
import { createAccount, createInvoice, createKey, invoiceBody } from '../support/factories.js';
import { allNumbers, consecutive, parallel, post } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { rowsOf } from '../support/tables.js';

const rowsLike = (count: number, changes: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, at) => invoiceBody({ reference: `row ${at}`, ...changes }));

describe('a batch of invoices', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  it('is accepted at once, and issues every row in its order with its PDF stored', async () => {
    const account = await createAccount(running);
    const accepted = await postBatch(running, account, { invoices: rowsLike(25) });
    expect(accepted.status).toBe(202);
    const id = accepted.body.id as string;
    expect(accepted.headers.location).toBe(`/v1/batches/${id}`);
    expect(accepted.body).toMatchObject({ total: 25, failed: 0, finished_at: null });
    const done = await doneBatch(running, account, id);
    expect(done).toEqual({
      ...{ id, status: 'done', total: 25, issued: 25, drafted: 0, failed: 0, rendered: 25 },
      created_at: running.clock.nowText(),
      finished_at: running.clock.nowText(),
    });
    const rows = await rowsOfBatch(running, account, id, { limit: '10' });
    expect(rows.map(({ position }) => position)).toEqual([...rows.keys()]);
    expect(rows.map((row) => row.invoice_number)).toEqual(consecutive(25));
    const documents = await rowsOf(running, 'documents');
    for (const { position, invoice_id: invoiceId } of rows) {
      const answer = await request(running.url)
        .get(`/v1/invoices/${invoiceId!}`)
        .set(account.bearer);
      expect(answer.body.reference).toBe(`row ${position}`);
      expect(documents.filter((row) => row.invoice_id === invoiceId)).toHaveLength(1);
    }
  });

  it('gives each faulty row the problem that it alone would have, and no number', async () => {
    const account = await createAccount(running);
    await createInvoice(running.url, account, { invoice_number: 'OWN-1' });
    const invoices: unknown[] = [
      invoiceBody(),
      invoiceBody({ line_items: [{ description: 'X', quantity: 'two', unit_price: 1 }] }),
      'no object',
      invoiceBody({ curency: 'EUR', date: '2026-02-30' }),
      null,
      invoiceBody(),
      invoiceBody({ invoice_number: 'OWN-1' }),
      invoiceBody({ invoice_number: 'OWN-2' }),
      invoiceBody({ invoice_number: 'OWN-2' }),
      invoiceBody({ expected_total: '1.00' }),
      [],
      invoiceBody(),
    ];
    const accepted = await postBatch(running, account, { invoices });
    const id = accepted.body.id as string;
    const done = await doneBatch(running, account, id);
    expect(done).toMatchObject({ total: 12, issued: 4, failed: 8, rendered: 4 });
    const rows = await rowsOfBatch(running, account, id);
    expect(rows.map((row) => row.invoice_number)).toEqual([
      ...['INV-0001', null, null, null, null, 'INV-0002'],
      ...[null, 'OWN-2', null, null, null, 'INV-0003'],
    ]);
    for (const { position, problem } of rows.filter(({ status }) => status === 'failed')) {
      const alone = await post(running.url, account, JSON.stringify(invoices[position]));
      expect(alone.status).toBeGreaterThanOrEqual(400);
      expect(problem).toEqual({ ...alone.body, request_id: id });
    }
    expect(rows[1]!.problem!.errors).toMatchObject([
      { pointer: '/line_items/0/quantity', code: 'not_a_number' },
    ]);
    const failed = await rowsOfBatch(running, account, id, { status: 'failed', limit: '3' });
    expect(failed.map(({ position }) => position)).toEqual([1, 2, 3, 4, 6, 8, 9, 10]);
  });

  it('leaves no gap and no duplicate beside single requests, which are answered meanwhile', async () => {
    const account = await createAccount(running);
    const accepted = await postBatch(running, account, { invoices: rowsLike(60) });
    const id = accepted.body.id as string;
    const singles = await parallel(20, () => createInvoice(running.url, account));
    await doneBatch(running, account, id);
    const ofBatch = (await rowsOfBatch(running, account, id)).map((row) => row.invoice_number!);
    expect(ofBatch).toEqual([...ofBatch].sort());
    const all = [...ofBatch, ...singles.map((one) => one.invoice_number)];
    expect(all.sort()).toEqual(consecutive(80));
  });

  it('follows the batch before it with its numbers, as their requests came', async () => {
    const account = await createAccount(running);
    const ids: string[] = [];
    for (let batch = 0; batch < 3; batch += 1) {
      running.clock.advanceMs(1);
      const { body } = await postBatch(running, account, { invoices: rowsLike(10) });
      ids.push(body.id as string);
    }
    const numbers: (string | null)[] = [];
    for (const id of ids) {
      await doneBatch(running, account, id);
      numbers.push(...(await rowsOfBatch(running, account, id)).map((row) => row.invoice_number));
    }
    expect(numbers).toEqual(consecutive(30));
    const { body } = await request(running.url).get('/v1/batches').set(account.bearer).expect(200);
    expect((body.data as { id: string }[]).map(({ id }) => id)).toEqual(ids.reverse());
  });

  it('is the same for the same Idempotency-Key, at once and later; another body is refused', async () => {
    const account = await createAccount(running);
    const key = { 'idempotency-key': 'month-1' };
    const invoices = rowsLike(3);
    const answers = await parallel(5, () => postBatch(running, account, { invoices }, key));
    const ids = new Set(answers.map(({ status, body }) => `${status} ${body.id as string}`));
    expect([...ids]).toEqual([`202 ${answers[0]!.body.id as string}`]);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'])).toHaveLength(4);
    await doneBatch(running, account, answers[0]!.body.id as string);
    const later = await postBatch(running, account, { invoices }, key);
    expect(later.body).toMatchObject({ id: answers[0]!.body.id, status: 'done', issued: 3 });
    expect(later.headers['idempotent-replayed']).toBe('true');
    const other = await postBatch(running, account, { invoices: rowsLike(4) }, key);
    expectProblem(other, 422, 'idempotency_key_reused');
    expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(3));
  });

  it('is the account’s: a revoked key does not stop it, and the dashboard shows it', async () => {
    const account = await createAccount(running);
    const { key } = await createKey(running.url, account.session);
    const bearer = { authorization: `Bearer ${key}` };
    const { body } = await postBatch(running, { bearer }, { invoices: rowsLike(40) });
    await request(running.url).post('/v1/api-key/revoke').set(bearer).expect(204);
    const id = body.id as string;
    await doneBatch(running, account, id);
    const ask = (path: string) =>
      request(running.url).get(`/dashboard/batches${path}`).set(account.session).expect(200);
    expect((await ask(`/${id}`)).body).toMatchObject({ status: 'done', issued: 40, rendered: 40 });
    expect((await ask('')).body.data).toMatchObject([{ id, issued: 40 }]);
    expect((await ask(`/${id}/rows`)).body.data).toHaveLength(40);
  });

  it('keeps no request of a row that has its result', async () => {
    const account = await createAccount(running);
    const { body } = await postBatch(running, account, { invoices: [...rowsLike(2), 'wrong'] });
    await doneBatch(running, account, body.id as string);
    const stored = (await rowsOf(running, 'batch_rows')).filter((row) => row.batch_id === body.id);
    expect(stored.map((row) => row.request)).toEqual([null, null, null]);
  });

  it('is nobody else’s', async () => {
    const [owner, other] = [await createAccount(running), await createAccount(running)];
    const { body } = await postBatch(running, owner, { invoices: rowsLike(1) });
    for (const path of [body.id as string, `${body.id as string}/rows`, 'bat_0', 'x']) {
      const answer = await request(running.url).get(`/v1/batches/${path}`).set(other.bearer);
      expectProblem(answer, 404, 'not_found');
    }
    const list = await request(running.url).get('/v1/batches').set(other.bearer).expect(200);
    expect(list.body.data).toEqual([]);
  });

  it('of faulty rows alone comes to its end as well, and uses no number', async () => {
    const account = await createAccount(running);
    const { body } = await postBatch(running, account, { invoices: Array(150).fill({}) });
    const done = await doneBatch(running, account, body.id as string);
    expect(done).toMatchObject({ issued: 0, failed: 150, rendered: 0 });
    expect((await createInvoice(running.url, account)).invoice_number).toBe('INV-0001');
  });

  it('of many rows keeps its order when those of other accounts have their turns in between', async () => {
    const [large, small] = [await createAccount(running), await createAccount(running)];
    const first = await postBatch(running, large, { invoices: rowsLike(220) });
    const second = await postBatch(running, small, { invoices: rowsLike(120) });
    for (const [account, { body }, count] of [
      [large, first, 220],
      [small, second, 120],
    ] as const) {
      await doneBatch(running, account, body.id as string);
      const rows = await rowsOfBatch(running, account, body.id as string);
      expect(rows.map((row) => row.invoice_number)).toEqual(consecutive(count));
    }
  });

  it('reads rows by filters that are checked', async () => {
    const account = await createAccount(running);
    const { body } = await postBatch(running, account, { invoices: rowsLike(1) });
    const answer = await request(running.url)
      .get(`/v1/batches/${body.id as string}/rows?status=lost&limit=101&cursor=-1&page=2`)
      .set(account.bearer);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort()).toEqual([
      '/cursor out_of_range',
      '/limit out_of_range',
      '/page unknown_field',
      '/status not_a_choice',
    ]);
  });
});

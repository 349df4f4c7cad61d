import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { pagesOf, textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp, startAppOn } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { getPdf, parallel, postForPdf } from '../support/invoices.js';
import { expectProblem } from '../support/problem.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { storedRows } from '../support/stored.js';

describe('the PDF of an invoice', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp({ RENDER_THREADS: '2' });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const read = (id: string, headers: Record<string, string> = {}) =>
    getPdf(running.url, account, id, headers);
  const answerOf = async (id: string): Promise<unknown> =>
    (await request(running.url).get(`/v1/invoices/${id}`).set(account.bearer).expect(200)).body;
  const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  it('is made at its first read, told by the invoice from then on, and the same for ever', async () => {
    const { id } = await createInvoice(running.url, account);
    expect(await answerOf(id)).toMatchObject({ pdf: { sha256: null, bytes: null } });
    const first = await read(id);
    expect([first.status, first.type]).toEqual([200, 'application/pdf']);
    const told = { sha256: sha256Of(first.body), bytes: first.body.length };
    expect(await answerOf(id)).toMatchObject({ pdf: told });
    running.clock.advanceMs(60_000);
    await request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Renamed', accent_color: '#ff0000' })
      .expect(200);
    const again = await read(id);
    expect(again.body.equals(first.body)).toBe(true);
    expect(again.headers['etag']).toBe(`"${told.sha256}"`);
    const listed = await request(running.url).get('/v1/invoices').set(account.bearer).expect(200);
    expect(listed.body.data[0].pdf).toMatchObject(told);
  });

  it('prints the lines of texts from Windows, whose ends have two characters', async () => {
    const notes = 'First line\r\nSecond line';
    const { id, ...stored } = await createInvoice(running.url, account, { notes });
    expect(stored).toMatchObject({ notes: 'First line\nSecond line' });
    expect(await textOf((await read(id)).body)).toMatch(/First line\s+Second line/);
  });

  it('made with the invoice has the bytes of every later read, through both doors', async () => {
    const made = await postForPdf(running.url, account);
    const id = made.headers['finvo-invoice-id'] ?? '';
    const byKey = await read(id);
    const bySession = await request(running.url)
      .get(`/dashboard/invoices/${id}/pdf`)
      .set(account.session)
      .responseType('blob');
    for (const answer of [byKey, bySession]) {
      expect((answer.body as Buffer).equals(made.body)).toBe(true);
      expect(answer.headers['etag']).toBe(made.headers['etag']);
      expect(answer.headers['repr-digest']).toBe(made.headers['repr-digest']);
      expect(answer.headers['content-disposition']).toBe(made.headers['content-disposition']);
      expect(answer.headers['cache-control']).toBe('private, no-cache');
    }
  });

  it('is not sent again to a reader who has it', async () => {
    const { id } = await createInvoice(running.url, account);
    const { headers } = await read(id);
    const tag = headers['etag'] ?? '';
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const answer = await read(id, { 'if-none-match': known });
      expect([known, answer.status, answer.headers['etag']]).toEqual([known, 304, tag]);
      expect(answer.headers['content-type']).toBeUndefined();
    }
    for (const other of ['"other"', tag.slice(1, -1), '']) {
      expect((await read(id, { 'if-none-match': other })).status).toBe(200);
    }
  });

  it('answers HEAD as GET, without the bytes', async () => {
    const { id } = await createInvoice(running.url, account);
    const { headers } = await read(id);
    const head = await request(running.url).head(`/v1/invoices/${id}/pdf`).set(account.bearer);
    expect(head.status).toBe(200);
    for (const name of [
      'content-type',
      'content-length',
      'etag',
      'repr-digest',
      'content-disposition',
    ]) {
      expect([name, head.headers[name]]).toEqual([name, headers[name]]);
    }
  });

  it('is one document for many readers at once in two instances and another process', async () => {
    const other = await startAppOn(running.database);
    const server: ServerProcess = await startServerProcess(running.database);
    try {
      const urls = [running.url, other.url, server.url];
      const { id } = await createInvoice(running.url, account);
      const answers = await parallel(24, (index) => getPdf(urls[index % 3] ?? '', account, id));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(new Set(answers.map(({ body }) => sha256Of(body))).size).toBe(1);
      expect(await storedRows(running, account)).toMatchObject({ documents: 1 });
    } finally {
      await other.close();
      await server.stop();
    }
  });

  it('is never another invoice’s, however many are made at once', async () => {
    const answers = await parallel(40, (index) =>
      postForPdf(running.url, account, invoiceBody({ invoice_number: `CROSS-${1000 + index}` })),
    );
    for (const [index, { body }] of answers.entries()) {
      const numbers = new Set((await textOf(body)).match(/CROSS-\d{4}/g));
      expect([...numbers]).toEqual([`CROSS-${1000 + index}`]);
    }
  });

  it('shows what was sent: parties, lines, taxes, totals, texts and where to pay', async () => {
    const { body } = await postForPdf(running.url, account, {
      invoice_number: 'INV-7',
      date: '2026-01-19',
      payment_terms_days: 14,
      currency: 'EUR',
      recipient: { name: 'Müller & Söhne', address: { city: 'Zürich', country: 'CH' } },
      line_items: [
        {
          description: 'Consulting',
          quantity: 10,
          unit: 'hours',
          unit_price: '1150.50',
          tax_rate: '8.1',
        },
      ],
      notes: 'Thank you.',
      payment: { iban: 'DE89370400440532013000' },
    });
    const text = (await pagesOf(body)).join('\n').replaceAll(/\s+/g, ' ');
    for (const shown of [
      'INV-7',
      'January 19, 2026',
      'February 2, 2026',
      'Example Ltd',
      'Müller & Söhne',
      'Zürich',
      'Consulting',
      '10 hours',
      '1,150.50',
      '11,505.00',
      '931.91',
      '€12,436.91',
      'Thank you.',
      'DE89 3704 0044 0532 0130 00',
    ]) {
      expect(text).toContain(shown);
    }
  });

  it('of a preview stores nothing, uses no number and says that it is one', async () => {
    const preview = (accept: string) =>
      request(running.url)
        .post('/v1/invoices/preview')
        .set({ ...account.bearer, accept })
        .send(invoiceBody({ series: 'SHOP' }))
        .responseType('blob');
    const json = await preview('application/json');
    const figures = JSON.parse(String(json.body)) as Record<string, unknown>;
    expect([json.status, figures['total']]).toEqual([200, '1500.00']);
    for (const name of ['id', 'invoice_number', 'pdf']) expect(figures).not.toHaveProperty(name);
    const pdf = await preview('application/pdf');
    expect([pdf.status, pdf.type, pdf.headers['location']]).toEqual([
      200,
      'application/pdf',
      undefined,
    ]);
    expect(await textOf(pdf.body as Buffer)).toContain('PREVIEW');
    expect(Object.values(await storedRows(running, account))).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([
    ['INV-001', 'attachment; filename="INV-001.pdf"'],
    ['2026/01/0007', 'attachment; filename="2026-01-0007.pdf"'],
    ['"; filename=x.html', 'attachment; filename="filename=x.html.pdf"'],
    ['..\\..\\etc', 'attachment; filename="etc.pdf"'],
    [
      'Rechnung Nº 5',
      'attachment; filename="Rechnung-N_-5.pdf"; filename*=UTF-8\'\'Rechnung-N%C2%BA-5.pdf',
    ],
    [
      "請求書'1'",
      "attachment; filename=\"___'1'.pdf\"; filename*=UTF-8''%E8%AB%8B%E6%B1%82%E6%9B%B8%271%27.pdf",
    ],
    ['***', 'attachment; filename="invoice.pdf"'],
  ])('of %s is saved under a harmless name', async (invoice_number, disposition) => {
    const answer = await postForPdf(running.url, account, invoiceBody({ invoice_number }));
    expect([answer.status, answer.headers['content-disposition']]).toEqual([201, disposition]);
    expect(decodeURI(answer.headers['finvo-invoice-number'] ?? '')).toBe(invoice_number);
  });

  it('is not found where the invoice is not, with the same answer for another account’s', async () => {
    const { id } = await createInvoice(running.url, await createAccount(running));
    const problems: Response[] = [];
    for (const wrong of [id, 'inv_0000000000000000000000', 'inv_1', "inv_' OR 1=1"]) {
      const path = `/v1/invoices/${encodeURIComponent(wrong)}`;
      for (const each of [path, `${path}/pdf`])
        problems.push(await request(running.url).get(each).set(account.bearer));
    }
    for (const problem of problems) {
      expectProblem(problem, 404, 'not_found');
      const { request_id: _, ...rest } = problem.body as { request_id: string };
      const { request_id: __, ...first } = problems[0]?.body as { request_id: string };
      expect(rest).toEqual(first);
    }
  });

  it('of the largest invoice that fits is made, and says its number on every page', async () => {
    const line = {
      description: 'Service with a name of some length',
      quantity: 3,
      unit_price: '99.99',
      tax_rate: 19,
      details: 'd'.repeat(80),
    };
    const line_items = Array.from({ length: 1_000 }, () => line);
    const answer = await postForPdf(
      running.url,
      account,
      invoiceBody({ line_items, invoice_number: 'LARGE-1' }),
    );
    expect(answer.status).toBe(201);
    const pages = await pagesOf(answer.body);
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.every((page) => page.includes('LARGE-1'))).toBe(true);
  });
});

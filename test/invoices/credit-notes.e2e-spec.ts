import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startAppOn } from '../support/app.js';
import { credit, type Credited, readInvoice } from '../support/credit-notes.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { allNumbers, getPdf, parallel } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { storedRows } from '../support/stored.js';
import { TestClock } from '../support/test-clock.js';
import { addWebhook, startReceiver } from '../support/webhook-receiver.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';

const mixed = {
  currency: 'EUR',
  prices_include_tax: true,
  line_items: [
    { description: 'Hours', quantity: '7.5', unit: 'h', unit_price: '99.99', tax_rate: 19 },
    {
      description: 'Books',
      quantity: 3,
      unit_price: '12.345',
      tax_rate: 7,
      discount: { percent: 5 },
    },
    { description: 'Rebate', quantity: -1, unit_price: '10', tax_rate: 19 },
  ],
  discounts: [{ percent: '3' }],
  charges: [{ amount: '9.90', reason: 'Shipping', tax_rate: 19 }],
  withholdings: [{ name: 'IRPF', rate: 15 }],
  cash_rounding: '0.05',
};
const figures = ['total', 'tax_total', 'subtotal', 'discount_total', 'charge_total'] as const;
const settled = ['withholding_total', 'rounding_amount', 'amount_due'] as const;

describe('credit notes', () => {
  let database: TestDatabase;
  let running: RunningApp;
  let other: RunningApp;
  let account: TestAccount;
  let invoice: Credited;
  beforeAll(async () => {
    const clock = new TestClock();
    database = await createTestDatabase();
    running = await startAppOn(database, { WEBHOOKS_ALLOW_PRIVATE: 'on' }, clock);
    other = await startAppOn(database, { WEBHOOKS_ALLOW_PRIVATE: 'on' }, clock);
  });
  afterAll(async () => {
    await other.close();
    await running.close();
    await database.drop();
  });
  beforeEach(async () => {
    running.clock.set('2026-01-19T10:00:00.000Z');
    account = await createAccount(running);
    invoice = await createInvoice(running.url, account);
  });

  const take = (body: object = {}, id = invoice.id, headers = {}) =>
    credit(running.url, account, id, { body, headers });
  const made = async (body: object = {}, id = invoice.id) => {
    const answer = await take(body, id);
    expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
    return answer.body as Credited;
  };
  const read = (id = invoice.id) => readInvoice(running.url, account, id);
  const voiding = (id: string) =>
    request(running.url).post(`/v1/invoices/${id}/void`).set(account.bearer).send();
  const hours = (quantity: number) => ({ lines: [{ index: 0, quantity }] });

  it('credit all of an invoice, with every figure and name of it, and both tell of each other', async () => {
    const whole = await createInvoice(running.url, account, mixed);
    const note = await made({ reason: 'Returned' }, whole.id);
    for (const name of [...figures, ...settled, 'taxes', 'recipient', 'organization', 'currency']) {
      expect([name, note[name]]).toEqual([name, whole[name]]);
    }
    const { id, invoice_number, date } = whole;
    expect(note).toMatchObject({
      type: 'credit_note',
      status: 'issued',
      invoice_number: 'CN-0001',
      series: 'CN',
      corrects: { id, invoice_number, date, reason: 'Returned' },
      due_date: null,
      terms: null,
      payment: null,
      credited_total: '0.00',
      credit_notes: [],
    });
    expect(await read(note.id)).toEqual(note);
    const total = note.total as string;
    const links = [{ id: note.id, invoice_number: 'CN-0001', total, status: 'issued' }];
    expect(await read(id)).toEqual({ ...whole, credited_total: total, credit_notes: links });
    expectProblem(await take({}, whole.id), 409, 'nothing_to_credit');
  });

  it('in parts come to the invoice exactly, and tell what is left', async () => {
    const whole = await createInvoice(running.url, account, mixed);
    const parts = [
      { lines: [{ index: 0, quantity: '2.5' }] },
      {
        lines: [
          { index: 1, amount: '7.77' },
          { index: 0, quantity: 1 },
        ],
      },
      { lines: [{ index: 1, quantity: 1 }] },
      {},
    ];
    const notes: Credited[] = [];
    for (const part of parts) notes.push(await made(part, whole.id));
    const cents = (one: Credited, name: string) => Math.round(Number(one[name]) * 100);
    for (const name of [...figures, ...settled]) {
      const sum = notes.reduce((all, note) => all + cents(note, name), 0);
      expect([name, sum]).toEqual([name, cents(whole, name)]);
    }
    const { body } = await request(running.url)
      .get(`/dashboard/invoices/${whole.id}/credit-notes`)
      .set(account.session)
      .expect(200);
    expect(body.data).toHaveLength(4);
    expect(body.left).toEqual({
      total: '0.00',
      lines: [
        { index: 0, quantity: '0', amount: '0.00' },
        { index: 1, quantity: '0', amount: '0.00' },
        { index: 2, quantity: '0', amount: '0.00' },
      ],
    });
  });

  it('are never more than the invoice, and say what is left', async () => {
    await made(hours(8));
    const tooMuch = await take({
      lines: [
        { index: 0, quantity: 3 },
        { index: 0, quantity: 1 },
        { index: 1, quantity: 1 },
        { index: 2 },
      ],
    });
    expect(faultsOf(tooMuch)).toEqual([
      '/lines/0/quantity credited_too_much',
      '/lines/1/index line_repeated',
      '/lines/2/index no_such_line',
      '/lines/3/index no_such_line',
    ]);
    expect(tooMuch.body.errors[0].hint).toBe('Its quantity that is left: 2.');
    const amount = await take({ lines: [{ index: 0, amount: '300.01' }] });
    expect(amount.body.errors).toMatchObject([{ hint: 'Its amount that is left: 300.00.' }]);
    const rebate = { description: 'Rebate', quantity: 1, unit_price: -500 };
    const work = { description: 'Work', quantity: 1, unit_price: 800 };
    const reduced = await createInvoice(running.url, account, { line_items: [work, rebate] });
    const line = await take(hours(1), reduced.id);
    expect(line.body.errors).toMatchObject([
      { pointer: '/lines', code: 'credited_too_much', hint: 'Its total that is left: 300.00.' },
    ]);
    const faults = await take({ ...hours(0), date: '2026-01-18', expected_total: 1, why: 1 });
    expect(faultsOf(faults)).toEqual([
      '/why unknown_field',
      '/lines/0/quantity credits_nothing',
      '/date date_before_invoice',
    ]);
    expect(faultsOf(await take({ ...hours(1), expected_total: 1 }))).toEqual([
      '/expected_total total_mismatch',
    ]);
    expect(faultsOf(await take({ lines: [{ index: 0, quantity: 1, amount: 1 }] }))).toEqual([
      '/lines/0 quantity_or_amount',
    ]);
    expect(await read()).toMatchObject({ credited_total: '1200.00' });
  });

  it('of two processes at once never exceed the invoice, nor leave a gap in their series', async () => {
    const urls = [running.url, other.url];
    const answers = await parallel(16, (at) =>
      credit(urls[at % 2]!, account, invoice.id, { body: hours(at % 4 === 0 ? 2 : 1) }),
    );
    const made = answers.filter(({ status }) => status === 201);
    const quantity = made.reduce((sum, { body }) => sum + Number(body.line_items[0].quantity), 0);
    expect(quantity).toBe(10);
    expect(await read()).toMatchObject({ credited_total: '1500.00' });
    const refused = answers
      .filter(({ status }) => status !== 201)
      .map(({ body }) => String(body.code));
    expect([...new Set(refused)].sort().join()).toMatch(/^nothing_to_credit(,validation_failed)?$/);
    const numbers = (await allNumbers(running.url, account)).filter((name) => /^CN/.test(name));
    expect(numbers.sort()).toEqual(made.map((_, at) => `CN-${String(at + 1).padStart(4, '0')}`));
    expect(await storedRows(running, account)).toMatchObject({ invoices: made.length + 1 });
  });

  it('are made once per Idempotency-Key, also by many at once', async () => {
    const key = { 'idempotency-key': 'credit-1' };
    const answers = await parallel(8, () => take(hours(2), invoice.id, key));
    expect(new Set(answers.map(({ body }) => String(body.id))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const reused = await take(hours(3), invoice.id, key);
    expectProblem(reused, 422, 'idempotency_key_reused');
    const elsewhere = await createInvoice(running.url, account);
    expectProblem(await take(hours(2), elsewhere.id, key), 422, 'idempotency_key_reused');
    expect(await read()).toMatchObject({ credited_total: '300.00' });
  });

  it('can be voided, which gives their amounts back; until then their invoice cannot', async () => {
    const note = await made(hours(4));
    expectProblem(await voiding(invoice.id), 409, 'invoice_has_credit_notes');
    await voiding(note.id).expect(200);
    await voiding(note.id).expect(200);
    expect(await read()).toMatchObject({
      credited_total: '0.00',
      credit_notes: [{ id: note.id, total: '600.00', status: 'void' }],
    });
    const all = await made();
    expect(all).toMatchObject({ invoice_number: 'CN-0002', total: '1500.00' });
    await voiding(all.id).expect(200);
    await voiding(invoice.id).expect(200);
    expectProblem(await take(), 409, 'invoice_not_creditable');
  });

  it('correct invoices only, of the own account', async () => {
    const note = await made(hours(1));
    expectProblem(await take({}, note.id), 409, 'invoice_not_creditable');
    const quote = await createInvoice(running.url, account, { type: 'quote' });
    expectProblem(await take({}, quote.id), 409, 'invoice_not_creditable');
    const stranger = await createAccount(running);
    const stolen = await credit(running.url, stranger, invoice.id);
    expectProblem(stolen, 404, 'not_found');
  });

  it('are subtracted from the sums of the month of their own date, and not counted', async () => {
    await voiding(invoice.id).expect(200);
    const { id } = await createInvoice(running.url, account, { date: '2025-12-10' });
    await made(hours(4), id);
    const voided = await made(hours(1), id);
    await voiding(voided.id).expect(200);
    const { body } = await request(running.url)
      .get('/dashboard/monthly-totals?months=2')
      .set(account.session);
    expect(body.currencies).toEqual([
      {
        currency: 'USD',
        invoices: 1,
        months: [
          { month: '2025-12', invoices: 1, total: '1500.00' },
          { month: '2026-01', invoices: 0, total: '-600.00' },
        ],
      },
    ]);
  });

  it('are previewed without a trace, and printed with what they correct and without asking for money', async () => {
    const iban = 'DE89370400440532013000';
    const paid = { language: 'de', currency: 'EUR', payment_terms_days: 14, terms: 'Netto' };
    const asking = await createInvoice(running.url, account, { ...paid, payment: { iban } });
    const { body: preview } = await request(running.url)
      .post(`/v1/invoices/${asking.id}/credit-notes/preview`)
      .set(account.bearer)
      .send(hours(2))
      .expect(200);
    expect(preview).toMatchObject({ type: 'credit_note', total: '300.00', status: 'draft' });
    const note = await made({ ...hours(2), reason: 'Weniger Stunden' }, asking.id);
    expect(note.invoice_number).toBe('CN-0001');
    const { body: bytes } = await getPdf(running.url, account, note.id);
    const text = (await textOf(bytes)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('CN-0001');
    expect(text).toContain(`${asking.invoice_number}, 19. Januar 2026`);
    expect(text).toContain('Weniger Stunden');
    expect(text).not.toContain('DE89');
    expect(text).not.toContain('Netto');
  });

  it('answer a PDF where one is asked for, take a number of the caller’s, and stand in lists and exports by their type', async () => {
    const pdf = await take({ invoice_number: 'K-1', metadata: { a: 'b' } }, invoice.id, {
      accept: 'application/pdf',
    });
    expect(pdf.status).toBe(201);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['finvo-invoice-number']).toBe('K-1');
    const { body } = await request(running.url)
      .get('/v1/invoices?type=credit_note')
      .set(account.bearer);
    expect(body.data).toMatchObject([{ invoice_number: 'K-1', metadata: { a: 'b' } }]);
    const csv = await request(running.url)
      .get('/dashboard/invoice-export/csv')
      .set(account.session);
    expect(csv.text).toContain('"K-1","credit_note","issued"');
  });

  it('are told to webhooks once, with the invoice and without an event of their own, and to the audit log', async () => {
    const receiver = await startReceiver();
    const { url } = receiver;
    const events = ['invoice.issued', 'invoice.credited', 'invoice.voided'];
    await addWebhook(running.url, account, { url, events });
    const note = await made(hours(2));
    await voiding(note.id).expect(200);
    const messages = await receiver.received(2);
    const link = { id: note.id, invoice_number: 'CN-0001', total: '300.00', status: 'issued' };
    const { id } = invoice;
    const told = messages.map(({ body }) => JSON.parse(body) as { type: string });
    expect(told.sort((one, other) => (one.type < other.type ? -1 : 1))).toMatchObject([
      { type: 'invoice.credited', data: { id, credited_total: '300.00', credit_notes: [link] } },
      { type: 'invoice.voided', data: { id: note.id, type: 'credit_note', corrects: { id } } },
    ]);
    await receiver.close();
    const log = await request(running.url).get('/dashboard/audit-log').set(account.session);
    const details = { number: invoice.invoice_number, credit_note: 'CN-0001' };
    expect(log.body.data).toContainEqual(
      expect.objectContaining({ kind: 'invoice_credited', target_id: id, details }),
    );
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { invoiceRequests } from '../../src/invoices/testing/random-invoices.js';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { getPdf, parallel, post } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { addWebhook, startReceiver } from '../support/webhook-receiver.js';

type Answer = Record<string, unknown> & { id: string; invoice_number: string };

/** What an invoice takes over from the document that it is made of, to the letter. */
const taken = [
  ...['currency', 'language', 'second_language', 'template', 'accent_color', 'logo_position'],
  ...['organization', 'recipient', 'line_items', 'subtotal', 'discounts', 'discount_total'],
  ...['charges', 'charge_total', 'taxes', 'tax_total', 'total', 'withholdings'],
  ...['withholding_total', 'cash_rounding', 'rounding_amount', 'amount_due', 'tax_currency'],
  ...['exchange_rate', 'tax_total_in_tax_currency', 'prices_include_tax', 'notes', 'terms'],
  ...['reference', 'metadata', 'customer_id'],
];
const takenFrom = (answer: Answer) => taken.map((name) => [name, answer[name]]);

describe('quotes and pro forma invoices', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp({ WEBHOOKS_ALLOW_PRIVATE: 'on' });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    running.clock.set('2026-01-19T10:00:00.000Z');
    account = await createAccount(running);
  });

  const quote = (changes: object = {}) =>
    createInvoice(running.url, account, { type: 'quote', ...changes }) as Promise<Answer>;
  const convert = (id: string, body?: object, of: TestAccount = account): Promise<Response> =>
    request(running.url).post(`/v1/invoices/${id}/invoice`).set(of.bearer).send(body);
  const read = async (id: string): Promise<Answer> => {
    const { body } = await request(running.url).get(`/v1/invoices/${id}`).set(account.bearer);
    return body as Answer;
  };
  const setProfile = async (changes: object) => {
    const at = '/dashboard/organization';
    const { body } = await request(running.url).get(at).set(account.session).expect(200);
    const { logo: _logo, ...profile } = body as Record<string, unknown>;
    await request(running.url)
      .put(at)
      .set(account.session)
      .send({ ...profile, ...changes })
      .expect(200);
  };

  it('have series of their own, hold as long as a quote says, and ask for money only pro forma', async () => {
    await setProfile({ payment_terms_days: 14, payment: { iban: 'DE89370400440532013000' } });
    const offered = await quote({ valid_until: '2026-02-28' });
    const proforma = await createInvoice(running.url, account, { type: 'proforma' });
    expect(offered).toMatchObject({
      ...{ type: 'quote', invoice_number: 'Q-0001', series: 'Q', valid_until: '2026-02-28' },
      ...{ due_date: null, payment: null, converted_from: null, converted_to: null },
    });
    expect(proforma).toMatchObject({
      ...{ type: 'proforma', invoice_number: 'PF-0001', series: 'PF', valid_until: null },
      ...{ due_date: '2026-02-02', payment: { iban: 'DE89370400440532013000' } },
    });
    expect(await quote()).toMatchObject({ invoice_number: 'Q-0002', valid_until: null });
    const next = await request(running.url)
      .get('/dashboard/next-number?type=quote')
      .set(account.session);
    expect(next.body).toEqual({ invoice_number: 'Q-0003' });
  });

  it('refuse what they do not say, with all faults at once', async () => {
    const wrongQuote = {
      ...{ type: 'quote', date: '2026-01-19', valid_until: '2026-01-18' },
      ...{ due_date: '2026-02-01', payment: { iban: 'DE89370400440532013000' } },
    };
    const body = {
      recipient: { name: 'Acme' },
      line_items: [{ description: 'a', quantity: 1, unit_price: 1 }],
    };
    const ofQuote = await post(running.url, account, { ...body, ...wrongQuote });
    expectProblem(ofQuote, 422, 'validation_failed');
    expect(faultsOf(ofQuote).sort()).toEqual([
      '/due_date not_for_this_type',
      '/payment not_for_this_type',
      '/valid_until valid_before_date',
    ]);
    const ofOthers = await post(running.url, account, {
      ...body,
      ...{ type: 'proforma', valid_until: '2026-02-28' },
    });
    expect(faultsOf(ofOthers)).toEqual(['/valid_until not_for_this_type']);
    expect((await quote()).invoice_number).toBe('Q-0001');
  });

  it('become an invoice of today with the figures and parties as they were offered', async () => {
    const offered = await quote({
      ...{ reference: 'PO 7', metadata: { deal: '42' }, notes: 'Thank you', language: 'de' },
      line_items: [{ description: 'Work', quantity: '3', unit_price: '33.333', tax_rate: 19 }],
    });
    running.clock.set('2026-01-19T18:00:00.000Z');
    await setProfile({
      time_zone: 'Asia/Tokyo',
      ...{ name: 'Renamed Ltd', cash_rounding: '0.05', payment_terms_days: 10 },
      payment: { iban: 'DE89370400440532013000' },
    });
    const made = await convert(offered.id);
    expect(made.status).toBe(201);
    const invoice = made.body as Answer;
    expect(made.headers['location']).toBe(`/v1/invoices/${invoice.id}`);
    expect(takenFrom(invoice)).toEqual(takenFrom(offered));
    expect(invoice).toMatchObject({
      ...{ type: 'invoice', status: 'issued', invoice_number: 'INV-0001', date: '2026-01-20' },
      ...{ due_date: '2026-01-30', payment: { iban: 'DE89370400440532013000' } },
      converted_from: { id: offered.id, type: 'quote', invoice_number: 'Q-0001' },
      converted_to: null,
    });
    expect(await read(invoice.id)).toEqual(invoice);
    expect(await read(offered.id)).toMatchObject({
      ...{ type: 'quote', status: 'issued', date: '2026-01-19' },
      converted_to: {
        id: invoice.id,
        type: 'invoice',
        status: 'issued',
        invoice_number: 'INV-0001',
      },
    });
  });

  it('become an invoice with what the request says of it, as a PDF too, through both doors', async () => {
    const offered = await quote();
    const changes = {
      ...{ invoice_number: 'R-7', date: '2026-01-20', payment_terms_days: 5, notes: 'As agreed' },
      ...{ terms: 'Net', reference: 'PO 9', payment: { iban: 'DE89370400440532013000' } },
      metadata: { deal: '43' },
    };
    const { payment_terms_days: _days, ...said } = { ...changes, due_date: '2026-01-25' };
    const pdf = await request(running.url)
      .post(`/dashboard/invoices/${offered.id}/invoice`)
      .set({ ...account.session, accept: 'application/pdf' })
      .responseType('blob')
      .send(changes);
    expect(pdf.status).toBe(201);
    const id = String(pdf.headers['finvo-invoice-id']);
    expect(await read(id)).toMatchObject({ ...said, source: 'dashboard' });
    expect((await getPdf(running.url, account, id)).body.equals(pdf.body as Buffer)).toBe(true);
  });

  it('keep every figure to the cent, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(invoiceRequests, async (body) => {
        const offered = await post(running.url, account, { ...body, type: 'quote' });
        if (offered.status !== 201) return;
        const made = await convert((offered.body as Answer).id);
        expect(takenFrom(made.body as Answer)).toEqual(takenFrom(offered.body as Answer));
      }),
      { numRuns: 20 },
    );
  });

  it('become one invoice, however often and at once they are asked to', async () => {
    const offered = await quote();
    const answers = await parallel(8, () => convert(offered.id, {}));
    expect(new Set(answers.map(({ body }) => (body as Answer).id)).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201]);
    const again = answers.filter(({ status }) => status === 200);
    expect(again.every(({ headers }) => headers['idempotent-replayed'] === 'true')).toBe(true);
    expect((await createInvoice(running.url, account)).invoice_number).toBe('INV-0002');
  });

  it('use no number and stay as they were when the invoice cannot be stored', async () => {
    await createInvoice(running.url, account, { invoice_number: 'R-1' });
    const offered = await quote();
    expectProblem(
      await convert(offered.id, { invoice_number: 'R-1' }),
      409,
      'invoice_number_taken',
    );
    const wrong = await convert(offered.id, {
      due_date: '2026-01-01',
      line_items: [],
      series: 'é',
    });
    expect(faultsOf(wrong).sort()).toEqual([
      '/due_date due_before_date',
      '/line_items unknown_field',
      '/series wrong_format',
    ]);
    expect(await read(offered.id)).toMatchObject({ converted_to: null });
    expect((await convert(offered.id)).body).toMatchObject({ invoice_number: 'INV-0001' });
  });

  it('may become another invoice once the first one is void', async () => {
    const offered = await quote();
    const first = (await convert(offered.id)).body as Answer;
    const voiding = (id: string) =>
      request(running.url).post(`/v1/invoices/${id}/void`).set(account.bearer).expect(200);
    await voiding(first.id);
    expect((await read(offered.id)).converted_to).toMatchObject({ id: first.id, status: 'void' });
    const answers = await parallel(2, () => convert(offered.id));
    expect(answers.map(({ body }) => (body as Answer).invoice_number)).toEqual([
      'INV-0002',
      'INV-0002',
    ]);
    await voiding(offered.id);
    expect((await convert(offered.id)).body).toMatchObject({ invoice_number: 'INV-0002' });
  });

  it('become none where they are void, an invoice, or of somebody else', async () => {
    const offered = await quote();
    const stranger = await createAccount(running);
    expectProblem(await convert(offered.id, {}, stranger), 404, 'not_found');
    await request(running.url).post(`/v1/invoices/${offered.id}/void`).set(account.bearer);
    expectProblem(await convert(offered.id), 409, 'not_convertible');
    const invoice = await createInvoice(running.url, account);
    expectProblem(await convert(invoice.id), 409, 'not_convertible');
  });

  it('are told to webhooks as the invoice that they become, and never themselves', async () => {
    const receiver = await startReceiver();
    const events = ['invoice.issued', 'invoice.voided'];
    await addWebhook(running.url, account, { url: receiver.url, events });
    const dropped = await quote();
    await request(running.url).post(`/v1/invoices/${dropped.id}/void`).set(account.bearer);
    const offered = await createInvoice(running.url, account, { type: 'proforma' });
    const made = (await convert(offered.id)).body as Answer;
    const [message] = await receiver.received(1);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      type: 'invoice.issued',
      data: { id: made.id, converted_from: { id: offered.id } },
    });
    expect(receiver.messages).toHaveLength(1);
    await receiver.close();
  });
});

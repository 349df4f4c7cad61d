import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import {
  createRequestOf,
  type Invoice,
  looksOf,
  paymentCodeOf,
  senderOverrides,
} from '../../web/src/invoices/create-request.js';
import { curlOf } from '../../web/src/invoices/curl.js';
import { type RunningApp, startApp } from '../support/app.js';
import { files, upload } from '../support/attachments.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';

const vat = { name: 'VAT', rate: '19' };
const reduced = { name: 'VAT', rate: '7' };
const levy = { name: 'Levy', rate: '1.25', category: 'S' };
const exempt = { name: 'VAT', rate: '0', category: 'E' };
const reverse = { name: 'VAT', rate: '0', category: 'AE', exemption_reason: 'Article 196' };
const compound = { name: 'QST', rate: '9.5', compound: true };

/** Invoices with whatever a request can say. */
const invoices: Record<string, Record<string, unknown>> = {
  'several taxes, discounts and charges of both kinds': {
    currency: 'EUR',
    date: '2026-01-19',
    due_date: '2026-02-18',
    recipient: {
      name: "O'Neil & Søn\nAccounts",
      email: 'billing@example.com',
      phone: '+45 12',
      website: 'https://example.com',
      tax_id: 'DK12345678',
      registration_number: '4711',
      address: {
        line1: 'Vej 1',
        line2: '2. sal',
        city: 'Aarhus',
        postal_code: '8000',
        country: 'DK',
      },
    },
    line_items: [
      {
        description: 'It\'s `x` $(id) $HOME \\ "q"',
        details: 'Small\nprint',
        quantity: '2.5',
        unit: 'h',
        unit_price: '33.333333',
        discount: { percent: '12.5', reason: 'Loyal customer' },
        taxes: [vat, levy],
      },
      {
        description: 'Books',
        quantity: 3,
        unit_price: '9.99',
        discount: { amount: '1.11' },
        taxes: [reduced],
      },
      { description: 'Return', quantity: '-1', unit_price: '9.99', taxes: [reduced] },
      { description: 'Lesson', quantity: 1, unit_price: '80', taxes: [exempt] },
      { description: 'Untaxed', quantity: 1, unit_price: '5' },
    ],
    discounts: [
      { percent: '3', reason: 'Early bird' },
      { amount: '2.22', taxes: [vat] },
    ],
    charges: [
      { amount: '4.90', reason: 'Shipping' },
      { percent: '1', taxes: [] },
    ],
    notes: 'Thank you.\n!history',
    terms: 'Net 30',
    reference: 'PO-1',
    series: 'B2B',
    payment: { iban: 'DE89370400440532013000', account_name: 'Example Ltd' },
    metadata: { order: '42' },
    organization: { name: 'Example Trading', address: { line1: 'Side street 2', city: 'Berlin' } },
  },
  'prices with tax': {
    currency: 'EUR',
    prices_include_tax: true,
    line_items: [
      {
        description: 'A',
        quantity: 7,
        unit_price: '1.99',
        discount: { percent: '5' },
        taxes: [vat],
      },
      { description: 'B', quantity: 1, unit_price: '0.05', taxes: [reduced] },
    ],
    discounts: [{ amount: '1.00' }],
    charges: [{ amount: '3.33', taxes: [vat] }],
  },
  'withholding, cash rounding and a second currency of taxation': {
    currency: 'CHF',
    line_items: [
      { description: 'A', quantity: 1, unit_price: '99.99', taxes: [vat, compound] },
      { description: 'B', quantity: 1, unit_price: '1', taxes: [reverse] },
    ],
    withholdings: [
      { name: 'IRPF', rate: '15' },
      { name: 'ReteIVA', rate: '10', base: 'tax' },
    ],
    cash_rounding: '0.05',
    tax_currency: 'EUR',
    exchange_rate: '1.0625',
  },
  'what e-invoices say': {
    currency: 'EUR',
    format: 'ubl',
    date: '2026-02-01',
    due_date: '2026-02-15',
    organization: { tax_id: 'DE123456789', address: { country: 'DE' } },
    recipient: {
      name: 'Acme GmbH',
      contact_name: 'Purchasing',
      buyer_reference: '04011000-12345-03',
      registration_number: '552100554',
      registration_scheme: '0002',
      electronic_addresses: [{ scheme: '0088', id: '4012345000009' }],
      address: { country: 'DE' },
    },
    line_items: [
      {
        description: 'Hosting',
        quantity: 1,
        unit_code: 'MON',
        period: { start: '2026-01-01', end: '2026-01-31' },
        unit_price: '100',
        taxes: [vat],
      },
    ],
    delivery: { date: '2026-01-31', name: 'Warehouse', address: { city: 'Berlin', country: 'DE' } },
    period: { start: '2026-01-01' },
    references: { contract: 'C-1', project: 'P-2', sales_order: 'S-3', accounting: '4400' },
    preceding_invoices: [{ number: 'INV-0001', date: '2026-01-01' }, { number: 'INV-0002' }],
    prepaid_amount: '19.00',
    payment: { means: 'sepa_direct_debit', mandate: 'M-1', debited_iban: 'DE89370400440532013000' },
  },
  'no decimals (JPY)': {
    currency: 'JPY',
    line_items: [
      { description: 'A', quantity: 3, unit_price: '333.5', discount: { amount: 7 }, tax_rate: 10 },
    ],
    discounts: [{ percent: 3 }],
  },
  'a quote': {
    type: 'quote',
    date: '2026-01-19',
    valid_until: '2026-02-18',
    line_items: [{ description: 'A', quantity: 2, unit_price: '10' }],
  },
  'three decimals (KWD)': {
    currency: 'KWD',
    line_items: [{ description: 'A', quantity: '1.5', unit_price: '0.005', tax_rate: '5' }],
    charges: [{ amount: '0.125' }],
  },
};

describe('the request of an invoice', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const create = async (body: Record<string, unknown>) =>
    (await createInvoice(running.url, account, body)) as unknown as Invoice;
  const profile = async () =>
    (await request(running.url).get('/v1/account').set(account.bearer)).body.organization as object;
  const wholeRequest = async (invoice: Invoice) => ({
    ...createRequestOf(invoice),
    organization: senderOverrides(invoice, await profile()),
  });

  it.each(Object.keys(invoices))('makes the same invoice again: %s', async (name) => {
    const invoice = await create(invoices[name]!);
    const { id, invoice_number, pdf, created_at, email, voided_at, void_reason, ...others } =
      invoice;
    const { converted_from, converted_to, credited_total, credit_notes, ...made } = others;
    expect([id, invoice_number, pdf, created_at, email, voided_at, void_reason]).toHaveLength(7);
    expect([converted_from, converted_to]).toEqual([null, null]);
    expect([credited_total, credit_notes]).toHaveLength(2);
    const again = await request(running.url)
      .post('/v1/invoices/preview')
      .set(account.bearer)
      .send(await wholeRequest(invoice))
      .expect(200);
    expect(again.body).toEqual({ ...made, status: 'draft' });
  });

  it('names its files, so that a copy carries them too', async () => {
    const attachments = [(await upload(running, account, files.csv)).id];
    const invoice = await create({ attachments });
    expect(createRequestOf(invoice).attachments).toEqual(attachments);
    expect((await create(await wholeRequest(invoice))).attachments).toEqual(invoice.attachments);
  });

  it('keeps layout, colour, place of the logo and the absence of a code where the profile has others', async () => {
    const other = await createAccount(running);
    const put = (profileFields: object) =>
      request(running.url)
        .put('/dashboard/organization')
        .set(other.session)
        .send({ name: 'Example Ltd', currency: 'EUR', ...profileFields })
        .expect(200);
    const payment = { iban: 'DE89370400440532013000' };
    const looks = { template: 'compact', accent_color: '#0f766e', logo_position: 'end' };
    await put({ payment, ...looks });
    const invoice = (await createInvoice(running.url, other, {})) as unknown as Invoice;
    const same = (await put({ payment, ...looks })).body as object;
    expect([looksOf(invoice, same), paymentCodeOf(invoice, same)]).toEqual([{}, {}]);
    const changed = (await put({ payment: { ...payment, code: 'epc' } })).body as object;
    const body = { ...looksOf(invoice, changed), ...paymentCodeOf(invoice, changed) };
    expect(body).toEqual({ ...looks, payment: { ...payment, code: 'none' } });
    expect(await createInvoice(running.url, other, body)).toMatchObject({ ...looks, payment });
  });

  it('names no sender where it is the one of the profile', async () => {
    const invoice = await create({});
    expect(senderOverrides(invoice, await profile())).toBeUndefined();
  });

  it('stands in a shell command as it is, whatever its texts hold, and the key does not', async () => {
    const [first] = Object.values(invoices);
    const body = await wholeRequest(await create(first!));
    const script = `curl() { printf '%s\\0' "$@"; }\n${curlOf(body, running.url)}`;
    const words = execFileSync('sh', ['-c', script], {
      env: { FINVO_API_KEY: 'the key' },
      encoding: 'utf8',
    }).split('\0');
    const data = words[words.indexOf('-d') + 1]!;
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(body)));
    expect(words).toEqual([
      '-X',
      'POST',
      `${running.url}/generate`,
      '-H',
      'Authorization: Bearer the key',
      '-H',
      'Content-Type: application/json',
      '-d',
      data,
      '-o',
      'invoice.pdf',
      '',
    ]);
  });
});

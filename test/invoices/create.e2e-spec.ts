import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { uncredited } from '../support/credit-notes.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { post, unsettled } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { TestClock } from '../support/test-clock.js';

/** The request of the README and of every description of Finvo, to the letter. */
const documented =
  '{"invoice_number":"INV-001","recipient":{"name":"Acme Corp","email":"billing@acme.com"},' +
  '"line_items":[{"description":"Consulting services","quantity":10,"unit_price":150.00}]}';

const profile = {
  name: 'Example Ltd',
  email: 'office@example.com',
  phone: '+49 30 1234',
  website: 'example.com',
  tax_id: 'DE123456789',
  registration_number: 'HRB 1',
  address: { line1: 'Markt 1', postal_code: '10115', city: 'Berlin', country: 'DE' },
  payment: { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', account_name: 'Example Ltd' },
  currency: 'EUR',
  time_zone: 'Europe/Berlin',
  payment_terms_days: 14,
};

describe('an invoice', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp({}, new TestClock(new Date('2026-01-19T23:30:00.000Z')));
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const putProfile = (changes: Record<string, unknown>) =>
    request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', ...changes })
      .expect(200);

  const create = (changes: Record<string, unknown> = {}) =>
    createInvoice(running.url, account, changes);

  it('is made by the documented request, which answers its PDF with all that names it', async () => {
    const answer = await fetch(`${running.url}/generate`, {
      method: 'POST',
      headers: { ...account.bearer, 'content-type': 'application/json', accept: '*/*' },
      body: documented,
    });
    const pdf = Buffer.from(await answer.arrayBuffer());
    const sha256 = createHash('sha256').update(pdf).digest();
    expect(answer.status).toBe(201);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const id = answer.headers.get('finvo-invoice-id') ?? '';
    expect(id).toMatch(/^inv_[0-9A-Za-z]{22}$/);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': 'attachment; filename="INV-001.pdf"',
      'finvo-invoice-number': 'INV-001',
      location: `/v1/invoices/${id}`,
      etag: `"${sha256.toString('hex')}"`,
      'repr-digest': `sha-256=:${sha256.toString('base64')}:`,
      'cache-control': 'no-store',
      vary: 'Accept',
      'x-request-id': expect.stringMatching(/^req_/),
    });
    const found = await request(running.url)
      .get(`/v1/invoices/${id}`)
      .set(account.bearer)
      .expect(200);
    expect(found.body).toMatchObject({
      invoice_number: 'INV-001',
      total: '1500.00',
      currency: 'USD',
    });
  });

  it.each([
    ['/generate', undefined, 'application/pdf'],
    ['/generate', '*/*', 'application/pdf'],
    ['/generate', 'application/json', 'application/json'],
    ['/generate', 'application/json, application/pdf;q=0.5', 'application/json'],
    ['/generate', 'text/html', 'application/pdf'],
    ['/v1/invoices', undefined, 'application/json'],
    ['/v1/invoices', '*/*', 'application/json'],
    ['/v1/invoices', 'application/pdf', 'application/pdf'],
    ['/v1/invoices', 'application/pdf;q=0.9, */*;q=0.1', 'application/pdf'],
    ['/v1/invoices', 'image/png', 'application/json'],
  ])('from %s with Accept %s is answered as %s', async (path, accept, expected) => {
    const answer = await request(running.url)
      .post(path)
      .set({ ...account.bearer, ...(accept !== undefined && { accept }) })
      .send(invoiceBody())
      .responseType('blob');
    expect([answer.status, answer.type]).toEqual([201, expected]);
    expect(answer.headers['location']).toBe(`/v1/invoices/${answer.headers['finvo-invoice-id']}`);
    expect(answer.headers['finvo-invoice-number']).toBe('INV-0001');
    expect('etag' in answer.headers && 'repr-digest' in answer.headers).toBe(
      expected === 'application/pdf',
    );
  });

  it('answers every field of the contract, and the same when it is read', async () => {
    await putProfile(profile);
    const sent = {
      invoice_number: 'R 2026/1',
      date: '2026-01-19',
      due_date: '2026-02-01',
      currency: 'USD',
      language: 'en',
      recipient: {
        name: 'Acme Corp',
        email: 'billing@acme.com',
        phone: '+1 555 0100',
        tax_id: 'US-1',
        address: {
          line1: '1 Market St',
          line2: 'Floor 2',
          city: 'Springfield',
          postal_code: '62701',
          region: 'IL',
          country: 'US',
        },
      },
      line_items: [
        {
          description: 'Consulting',
          quantity: 10,
          unit_price: '150',
          unit: 'hours',
          details: 'In January',
          discount: { percent: '10', reason: 'Loyal' },
          taxes: [{ name: 'VAT', rate: '19.0' }],
        },
        { description: 'Book', quantity: '1', unit_price: 20.125, tax_rate: 7 },
      ],
      discounts: [{ amount: '10', reason: 'Voucher', taxes: [{ name: 'VAT', rate: 19 }] }],
      charges: [{ percent: 5, reason: 'Express' }],
      notes: 'Thank you',
      terms: 'Net 14',
      reference: 'PO-1',
      payment: { iban: 'GB29 NWBK 6016 1331 9268 19' },
      metadata: { order: '77', toString: 'kept', constructor: 'kept too' },
    };
    const { body } = await post(running.url, account, sent);
    const vat = { name: 'VAT', rate: '19', category: 'S' };
    expect(body).toEqual({
      id: expect.stringMatching(/^inv_/),
      object: 'invoice',
      ...{ attachments: [], voided_at: null, void_reason: null, email: null },
      ...{ valid_until: null, converted_from: null, converted_to: null },
      ...{ type: 'invoice', ...uncredited, status: 'issued' },
      invoice_number: 'R 2026/1',
      series: null,
      customer_id: null,
      date: '2026-01-19',
      due_date: '2026-02-01',
      ...{ currency: 'USD', language: 'en', second_language: null },
      ...{ template: 'clean', accent_color: null, logo_position: 'start' },
      ...{ format: 'pdf', delivery: null, period: null, references: null, preceding_invoices: [] },
      organization: {
        name: 'Example Ltd',
        email: 'office@example.com',
        phone: '+49 30 1234',
        website: 'example.com',
        tax_id: 'DE123456789',
        registration_number: 'HRB 1',
        address: profile.address,
      },
      recipient: sent.recipient,
      line_items: [
        {
          description: 'Consulting',
          quantity: '10',
          unit: 'hours',
          unit_price: '150.00',
          discount: { percent: '10', amount: '150.00', reason: 'Loyal' },
          taxes: [vat],
          details: 'In January',
          amount: '1350.00',
          net_amount: '1350.00',
          item_id: null,
        },
        {
          description: 'Book',
          quantity: '1',
          unit: null,
          unit_price: '20.125',
          taxes: [{ ...vat, name: 'Tax', rate: '7' }],
          details: null,
          amount: '20.13',
          net_amount: '20.13',
          item_id: null,
        },
      ],
      subtotal: '1370.13',
      discounts: [{ amount: '10.00', reason: 'Voucher', taxes: [vat], net_amount: '10.00' }],
      discount_total: '10.00',
      charges: [{ percent: '5', amount: '68.51', reason: 'Express', net_amount: '68.51' }],
      charge_total: '68.51',
      taxes: [
        { ...vat, taxable_amount: '1407.50', tax_amount: '267.43' },
        { ...vat, name: 'Tax', rate: '7', taxable_amount: '21.14', tax_amount: '1.48' },
      ],
      tax_total: '268.91',
      ...unsettled('1697.55'),
      prices_include_tax: false,
      notes: 'Thank you',
      terms: 'Net 14',
      reference: 'PO-1',
      payment: { iban: 'GB29 NWBK 6016 1331 9268 19' },
      metadata: sent.metadata,
      source: 'api',
      pdf: { url: `/v1/invoices/${body.id}/pdf`, sha256: null, bytes: null },
      created_at: '2026-01-19T23:30:00.000Z',
    });
    const read = await request(running.url)
      .get(`/v1/invoices/${body.id}`)
      .set(account.bearer)
      .expect(200);
    expect(read.body).toEqual(body);
  });

  it.each([
    ['Asia/Tokyo', '2026-01-20', '2026-02-03'],
    ['UTC', '2026-01-19', '2026-02-02'],
    ['America/Los_Angeles', '2026-01-19', '2026-02-02'],
    ['Pacific/Kiritimati', '2026-01-20', '2026-02-03'],
  ])(
    'of an organization in %s is of its own day, due after its terms',
    async (time_zone, date, due_date) => {
      await putProfile({ time_zone, payment_terms_days: 14, currency: 'CHF' });
      expect(await create()).toMatchObject({ date, due_date, currency: 'CHF', language: 'en' });
    },
  );

  it('is due by what the request says rather than by the terms of the organization', async () => {
    await putProfile({ payment_terms_days: 14 });
    expect(await create({ due_date: '2026-03-01' })).toMatchObject({ due_date: '2026-03-01' });
    expect(await create({ payment_terms_days: 0 })).toMatchObject({ due_date: '2026-01-19' });
    expect(await create({ date: '2024-02-28', payment_terms_days: 2 })).toMatchObject({
      due_date: '2024-03-01',
    });
  });

  it('needs no more than a name and a line, and leaves the rest empty', async () => {
    const { body } = await post(running.url, account, {
      recipient: { name: 'Acme Corp' },
      line_items: [{ description: 'x', quantity: 1, unit_price: 1 }],
    });
    expect(body).toMatchObject({
      due_date: null,
      organization: { name: 'Example Ltd' },
      recipient: { name: 'Acme Corp' },
      discounts: [],
      charges: [],
      taxes: [],
      tax_total: '0.00',
      notes: null,
      terms: null,
      reference: null,
      payment: null,
      metadata: {},
    });
  });

  it('takes null for whatever may be left out', async () => {
    const optional = [
      'invoice_number',
      'series',
      'date',
      'due_date',
      'payment_terms_days',
      'currency',
      'language',
      'organization',
      'discounts',
      'charges',
      'prices_include_tax',
      'notes',
      'terms',
      'reference',
      'payment',
      'expected_total',
      'metadata',
    ];
    const nothing = await create(Object.fromEntries(optional.map((name) => [name, null])));
    expect(nothing).toMatchObject({ invoice_number: 'INV-0001', total: '1500.00', metadata: {} });
  });

  it('names the sender as the request says, part by part, for this invoice only', async () => {
    await putProfile(profile);
    const overridden = await create({
      organization: { name: 'Example France', address: { city: 'Paris', country: 'FR' } },
      payment: { iban: 'FR1420041010050500013M02606' },
    });
    expect(overridden).toMatchObject({
      organization: {
        name: 'Example France',
        email: 'office@example.com',
        address: { city: 'Paris', country: 'FR' },
      },
      payment: { iban: 'FR1420041010050500013M02606' },
    });
    expect((overridden['organization'] as { address: object }).address).not.toHaveProperty('line1');
    expect(await create()).toMatchObject({
      organization: { name: 'Example Ltd', address: profile.address },
      payment: profile.payment,
    });
  });

  it('stays as it is when the organization changes', async () => {
    await putProfile(profile);
    const before = await create();
    await putProfile({ name: 'Renamed GmbH', currency: 'JPY', number_format: 'R{1}', tax_id: 'X' });
    const read = await request(running.url)
      .get(`/v1/invoices/${before.id}`)
      .set(account.bearer)
      .expect(200);
    expect(read.body).toEqual(before);
    expect(await create()).toMatchObject({
      organization: { name: 'Renamed GmbH', tax_id: 'X' },
      currency: 'JPY',
    });
  });

  it('is the same through the door of the dashboard, which needs no key', async () => {
    const byKey = await create({ invoice_number: 'A' });
    const made = await request(running.url)
      .post('/dashboard/invoices')
      .set(account.session)
      .send(invoiceBody({ invoice_number: 'B' }))
      .expect(201);
    const { id } = made.body as { id: string };
    expect(made.headers['location']).toBe(`/dashboard/invoices/${id}`);
    expect(made.body).toEqual({
      ...byKey,
      id,
      invoice_number: 'B',
      source: 'dashboard',
      pdf: { url: `/dashboard/invoices/${id}/pdf`, sha256: null, bytes: null },
    });
    const read = await request(running.url)
      .get(`/v1/invoices/${id}`)
      .set(account.bearer)
      .expect(200);
    expect(read.body).toMatchObject({ invoice_number: 'B', source: 'dashboard' });
  });

  it('is only made when its total is the one that the caller expects', async () => {
    const wrong = await post(running.url, account, invoiceBody({ expected_total: '1500.01' }));
    expectProblem(wrong, 422, 'validation_failed');
    expect(wrong.body.errors).toEqual([
      {
        pointer: '/expected_total',
        code: 'total_mismatch',
        message: 'The total is 1500.00, not 1500.01 as expected.',
        hint: expect.stringContaining('/v1/invoices/preview'),
      },
    ]);
    for (const expected_total of [1500, '1500', '1500.00', 1500.0])
      await create({ expected_total });
    expect(await create({ expected_total: 1500 })).not.toHaveProperty('expected_total');
  });

  it('keeps metadata of 50 entries of 40 and 500 characters, and no more', async () => {
    const entries = (count: number, name = 36, text = 500) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          String(at).padStart(4, '0') + 'n'.repeat(name),
          'v'.repeat(text),
        ]),
      );
    const largest = entries(50);
    expect(await create({ metadata: largest })).toMatchObject({ metadata: largest });
    const odd = { 'Schlüssel\u0000': 'Wert\n\u0000\ud83d\ude00', hasOwnProperty: '1' };
    expect((await create({ metadata: odd }))['metadata']).toEqual(odd);
    const wrong = [entries(51), entries(1, 37), entries(1, 1, 501), { '': 'x' }, { a: 1 }];
    for (const metadata of wrong) {
      const refused = await post(running.url, account, invoiceBody({ metadata }));
      expect(faultsOf(refused)).toEqual([
        expect.stringMatching(/^\/metadata(\/.*)? (too_many|wrong_metadata)$/),
      ]);
    }
  });
});

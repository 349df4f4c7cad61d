import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, type TestAccount } from '../support/factories.js';
import { type BytesAnswer } from '../support/invoices.js';
import { faultsOf } from '../support/problem.js';

const seller = {
  name: 'Beispiel GmbH',
  email: 'rechnung@beispiel.example',
  phone: '+49 30 1234567',
  contact_name: 'Buchhaltung',
  tax_id: 'DE123456789',
  address: { line1: 'Straße 1', city: 'Berlin', postal_code: '10115', country: 'DE' },
  electronic_addresses: [{ scheme: '9930', id: 'DE123456789' }],
  payment: { iban: 'DE89370400440532013000', account_name: 'Beispiel GmbH' },
  payment_terms_days: 14,
  currency: 'EUR',
};
const invoice = {
  recipient: {
    name: 'Stadt Musterstadt',
    buyer_reference: '04011000-12345-03',
    electronic_addresses: [{ scheme: '0204', id: '04011000-12345-03' }],
    address: { line1: 'Platz 1', city: 'Musterstadt', postal_code: '20095', country: 'DE' },
  },
  line_items: [
    {
      description: 'Beratung',
      quantity: 10,
      unit: 'Stunden',
      unit_price: '150.00',
      tax_rate: '19',
    },
  ],
};
const formats = ['facturx', 'xrechnung-cii', 'xrechnung-ubl', 'peppol-ubl', 'cii', 'ubl'] as const;

describe('an e-invoice', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
    await request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send(seller)
      .expect(200);
  });
  afterAll(() => running.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    request(running.url)
      .post(path)
      .set({ ...account.bearer, ...headers })
      .send(body);
  const get = async (
    path: string,
    status: number,
    headers: Record<string, string> = {},
  ): Promise<BytesAnswer> =>
    request(running.url)
      .get(path)
      .set({ ...account.bearer, ...headers })
      .responseType('blob')
      .expect(status);
  const postForFile = async (
    path: string,
    body: object,
    headers: Record<string, string>,
  ): Promise<BytesAnswer> => post(path, body, headers).responseType('blob').expect(201);
  const nextNumber = async () => {
    const { body } = await post('/v1/invoices', invoice).expect(201);
    return body.invoice_number as string;
  };

  it.each(formats)('%s of an issued invoice is the same bytes at each download', async (format) => {
    const { body } = await post('/v1/invoices', invoice).expect(201);
    const path = `/v1/invoices/${body.id}/e-invoice?format=${format}`;
    const [first, second] = await Promise.all([get(path, 200), get(path, 200)]);
    const third = await get(path, 200);
    expect(first.body.equals(second.body) && first.body.equals(third.body)).toBe(true);
    const digest = createHash('sha256').update(first.body).digest('hex');
    expect(first.headers).toMatchObject({
      etag: `"${digest}"`,
      'content-type': format === 'facturx' ? 'application/pdf' : 'application/xml',
      'content-disposition': expect.stringContaining(
        `${body.invoice_number}.${format === 'facturx' ? 'pdf' : 'xml'}`,
      ),
    });
    await get(path, 304, { 'If-None-Match': `"${digest}"` });
  });

  it('is the answer of POST /generate that asks for it', async () => {
    const asked = (format: string, accept = '*/*') =>
      postForFile('/generate', { ...invoice, format }, { Accept: accept });
    const hybrid = await asked('facturx');
    expect(hybrid.headers['content-type']).toBe('application/pdf');
    expect(hybrid.body.includes('factur-x.xml')).toBe(true);
    const xml = await asked('xrechnung-ubl');
    expect(xml.headers['content-type']).toBe('application/xml');
    expect(xml.body.toString()).toContain('xrechnung_3.0');
    const pdf = await asked('xrechnung-ubl', 'application/pdf');
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('made as Factur-X is its one PDF, whichever route it is read through', async () => {
    const { body } = await post('/v1/invoices', { ...invoice, format: 'facturx' }).expect(201);
    expect(body.format).toBe('facturx');
    const pdf = await get(`/v1/invoices/${body.id}/pdf`, 200);
    const same = await get(`/v1/invoices/${body.id}/e-invoice`, 200);
    expect(pdf.body.equals(same.body)).toBe(true);
  });

  it('is what the organization makes unless a request says otherwise', async () => {
    const other = await createAccount(running);
    await request(running.url)
      .put('/dashboard/organization')
      .set(other.session)
      .send({ ...seller, e_invoice_format: 'facturx' })
      .expect(200);
    const send = (body: object) =>
      request(running.url).post('/v1/invoices').set(other.bearer).send(body);
    expect((await send(invoice).expect(201)).body.format).toBe('facturx');
    expect((await send({ ...invoice, format: 'pdf' }).expect(201)).body.format).toBe('pdf');
    const bare = { recipient: { name: 'Acme' }, line_items: invoice.line_items };
    await send(bare).expect(422);
    await send({ ...bare, format: 'pdf' }).expect(201);
    await send({ ...bare, type: 'quote' }).expect(201);
    const { body: draft } = await send({ ...bare, draft: true }).expect(201);
    const refused = await request(running.url)
      .post(`/v1/invoices/${draft.id}/issue`)
      .set(other.bearer)
      .expect(422);
    expect(refused.body.errors[0]).toMatchObject({ code: 'e_invoice_rule' });
  });

  it('of a credit note names the invoice that it corrects', async () => {
    const { body } = await post('/v1/invoices', { ...invoice, format: 'xrechnung-cii' }).expect(
      201,
    );
    const note = await post(`/v1/invoices/${body.id}/credit-notes`, { reason: 'Irrtum' }).expect(
      201,
    );
    expect(note.body.format).toBe('xrechnung-cii');
    const { body: other } = await post('/v1/invoices', { ...invoice, format: 'ubl' }).expect(201);
    const plain = await post(`/v1/invoices/${other.id}/credit-notes`, { format: 'pdf' }).expect(
      201,
    );
    expect(plain.body.format).toBe('pdf');
    for (const format of formats) {
      const path = `/v1/invoices/${note.body.id}/e-invoice?format=${format}`;
      const { body: bytes } = await get(path, 200);
      if (format === 'facturx') continue;
      expect(bytes.toString()).toContain('>381<');
      expect(bytes.toString()).toContain(`>${body.invoice_number}<`);
    }
  });

  it.each([
    [
      'no country of the buyer',
      { recipient: { ...invoice.recipient, address: { city: 'Lyon' } } },
      'facturx',
      ['/recipient/address/country e_invoice_rule BR-11'],
    ],
    [
      'a unit without a code',
      { line_items: [{ ...invoice.line_items[0], unit: 'Klafter' }] },
      'peppol-ubl',
      ['/line_items/0/unit e_invoice_rule BR-23'],
    ],
    [
      'a currency of three decimals',
      { currency: 'KWD' },
      'ubl',
      ['/currency e_invoice_rule BR-DEC-14'],
    ],
    [
      'two reasons under one category',
      {
        line_items: ['Article 132', 'Article 135'].map((reason) => ({
          ...invoice.line_items[0],
          tax_rate: undefined,
          taxes: [{ name: 'VAT', rate: 0, category: 'E', exemption_reason: reason }],
        })),
      },
      'cii',
      ['/line_items/1/taxes/0/exemption_reason e_invoice_rule BR-E-01'],
    ],
    [
      'wrong check digits of a Leitweg-ID',
      { recipient: { ...invoice.recipient, buyer_reference: '04011000-12345-04' } },
      'xrechnung-ubl',
      ['/recipient/buyer_reference e_invoice_rule BR-DE-15'],
    ],
  ] as const)('is refused for %s before a number is used, and its PDF is not', async (...row) => {
    const [, change, format, faults] = row;
    const before = await nextNumber();
    const body = { ...invoice, ...change };
    const refused = await post('/v1/invoices', { ...body, format }).expect(422);
    const found = (refused.body.errors as { pointer: string; code: string; rule: string }[]).map(
      ({ pointer, code, rule }) => `${pointer} ${code} ${rule}`,
    );
    expect(found).toEqual(faults);
    const made = await post('/v1/invoices', body).expect(201);
    const number = made.body.invoice_number as string;
    expect(Number(number.slice(4))).toBe(Number(before.slice(4)) + 1);
    const path = `/v1/invoices/${made.body.id}/e-invoice`;
    const readiness = await request(running.url)
      .get(`${path}/readiness?format=${format}`)
      .set(account.bearer)
      .expect(200);
    expect(readiness.body).toEqual({
      object: 'e_invoice_readiness',
      format,
      ready: false,
      errors: refused.body.errors,
    });
    const problem = await request(running.url)
      .get(`${path}?format=${format}`)
      .set(account.bearer)
      .expect(422);
    expect(problem.body).toMatchObject({
      code: 'e_invoice_not_ready',
      errors: refused.body.errors,
    });
    await get(`/v1/invoices/${made.body.id}/pdf`, 200);
  });

  it('wants a format where the invoice has none', async () => {
    const { body } = await post('/v1/invoices', invoice).expect(201);
    const path = `/v1/invoices/${body.id}/e-invoice`;
    for (const query of ['', '?format=zugferd3', '/readiness']) {
      const problem = await request(running.url)
        .get(path + query)
        .set(account.bearer)
        .expect(422);
      expect(faultsOf(problem)).toEqual([
        query.includes('=') ? '/format not_a_choice' : '/format required',
      ]);
    }
  });
});

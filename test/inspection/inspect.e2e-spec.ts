import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ciiOf } from '../../src/einvoice/cii.js';
import { ublOf } from '../../src/einvoice/ubl.js';
import { type RunningApp, startApp } from '../support/app.js';
import { type Door, eInvoice, inspect, inspectForm, pdfWith } from '../support/e-invoices.js';
import { createAccount, type TestAccount } from '../support/factories.js';
import { expectProblem } from '../support/problem.js';
import { storedState } from '../support/tables.js';

const cii = ciiOf(eInvoice());
const ubl = ublOf(eInvoice());

/** What is answered of the small invoice, in either syntax. */
const read = {
  object: 'e_invoice_inspection',
  specification: 'urn:cen.eu:en16931:2017',
  process: null,
  profile: 'en16931',
  type: 'invoice',
  type_code: '380',
  invoice: {
    ...{ invoice_number: 'R-2026-1', date: '2026-01-19', due_date: '2026-02-02', currency: 'EUR' },
    organization: {
      ...{ name: 'Größe & Söhne GmbH', tax_id: 'DE123456789', address: { country: 'DE' } },
    },
    recipient: { name: 'Acme Corp', address: { city: 'Wien', country: 'AT' } },
    line_items: [
      {
        ...{ description: 'Consulting', quantity: '10', unit_price: '10' },
        taxes: [{ name: 'VAT', rate: '19', category: 'S' }],
      },
    ],
    ...{ notes: 'Thank you', expected_total: '119.00' },
  },
  totals: {
    ...{ line_total: '100.00', allowance_total: null, charge_total: null },
    ...{ total_without_tax: '100.00', tax_total: '19.00', tax_total_in_tax_currency: null },
    ...{ total_with_tax: '119.00', prepaid: null, rounding: null, amount_due: '119.00' },
  },
  taxes: [{ category: 'S', rate: '19', taxable_amount: '100.00', tax_amount: '19.00' }],
  left_out: [],
};

describe('an e-invoice that is read', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  it.each<[string, Door]>([
    ['the API', 'bearer'],
    ['the dashboard', 'session'],
  ])('says the same in both syntaxes and as a PDF, through the door of %s', async (_, door) => {
    const before = await storedState(running);
    const pdf = await pdfWith({ 'factur-x.xml': cii });
    for (const [document, type, syntax] of [
      [cii, 'application/xml', 'cii'],
      [ubl, 'text/xml; charset=utf-8', 'ubl'],
      [pdf, 'application/pdf', 'cii'],
    ] as const) {
      const answer = await inspect(running, account, document, { type, door });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ ...read, syntax });
      expect(answer.body.invoice).toEqual(read.invoice);
      const { valid, errors } = answer.body as { valid: boolean; errors: unknown[] };
      expect(valid).toBe(errors.length === 0);
    }
    expect(await storedState(running)).toEqual(before);
  });

  it('may be the file of a form, whatever type the form says', async () => {
    for (const document of [Buffer.from(ubl), await pdfWith({ 'factur-x.xml': cii })]) {
      for (const door of ['bearer', 'session'] as const) {
        const answer = await inspectForm(running, account, document, door);
        expect([answer.status, answer.body.invoice]).toEqual([200, read.invoice]);
      }
    }
  });

  it.each(['factur-x.xml', 'ZUGFeRD-invoice.xml', 'zugferd-invoice.xml', 'xrechnung.xml'])(
    'is found in a PDF as %s, with other files beside it, however the PDF is written',
    async (name) => {
      for (const useObjectStreams of [true, false]) {
        const files = { 'a.xml': '<a/>', [name]: cii, 'z.xml': '<z/>' };
        const pdf = await pdfWith(files, { useObjectStreams });
        const answer = await inspect(running, account, pdf, { type: 'application/pdf' });
        expect([answer.status, answer.body.invoice]).toEqual([200, read.invoice]);
      }
    },
  );

  it('makes the invoice that it says when its content is sent as a request', async () => {
    const { body } = await inspect(running, account, cii);
    const made = await request(running.url)
      .post('/v1/invoices/preview')
      .set(account.bearer)
      .send(body.invoice as object);
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ total: '119.00', tax_total: '19.00', date: '2026-01-19' });
  });

  it('names the rules that it breaks, each with its place in the request', async () => {
    const specification = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';
    const { body } = await inspect(running, account, ublOf(eInvoice({ specification })));
    expect(body.valid).toBe(false);
    expect(body.errors).toContainEqual({
      ...{ pointer: '/recipient/buyer_reference', code: 'e_invoice_rule', rule: 'BR-DE-15' },
      ...{ message: expect.any(String), hint: expect.any(String) },
    });
  });

  describe('of Finvo', () => {
    const party = {
      ...{ phone: '+49 30 1', contact_name: 'Ada', tax_id: 'DE123456789' },
      address: { line1: 'Weg 1', city: 'Berlin', postal_code: '10115', country: 'DE' },
      electronic_addresses: [{ scheme: '9930', id: 'DE123456789' }],
    };
    const whole = {
      ...{ invoice_number: 'OWN-1', date: '2026-01-19', due_date: '2026-02-02', currency: 'EUR' },
      organization: { name: 'Beispiel GmbH', email: 'a@beispiel.example', ...party },
      recipient: {
        ...{ name: 'Stadt', buyer_reference: '04011000-12345-03', tax_id: 'DE811569869' },
        ...{
          address: party.address,
          electronic_addresses: [{ scheme: '0204', id: '04011000-12345-03' }],
        },
      },
      line_items: [
        {
          ...{ description: 'Work', details: 'By hand', quantity: '2.5', unit_code: 'HUR' },
          ...{ unit_price: '80', discount: { amount: '10.00', reason: 'Loyal' } },
          taxes: [{ name: 'VAT', rate: '19', category: 'S' }],
          period: { start: '2026-01-01', end: '2026-01-15' },
        },
        {
          ...{ description: 'Insurance', quantity: '1', unit_code: 'C62', unit_price: '50' },
          taxes: [
            { name: 'VAT', rate: '0', category: 'E', exemption_reason: 'Exempt by § 4 UStG' },
          ],
        },
      ],
      discounts: [
        {
          ...{ amount: '5.00', reason: 'Early' },
          taxes: [{ name: 'VAT', rate: '19', category: 'S' }],
        },
      ],
      charges: [
        {
          ...{ amount: '7.00', reason: 'Freight' },
          taxes: [{ name: 'VAT', rate: '19', category: 'S' }],
        },
      ],
      ...{ notes: 'Thank you', terms: '#SKONTO#TAGE=7#PROZENT=2.00#\n', reference: 'PO-1' },
      references: { contract: 'C-1', project: 'P-1', sales_order: 'S-1', accounting: 'A-1' },
      preceding_invoices: [{ number: 'OWN-0', date: '2025-12-01' }],
      delivery: { date: '2026-01-10', name: 'Depot', address: party.address },
      period: { start: '2026-01-01', end: '2026-01-31' },
      prepaid_amount: '20.00',
      payment: {
        ...{ iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', account_name: 'Beispiel GmbH' },
        ...{ reference: 'OWN-1', means: 'sepa_credit_transfer' },
      },
      expected_total: '278.48',
    };

    it.each(['facturx', 'xrechnung-cii', 'xrechnung-ubl', 'cii', 'ubl'])(
      'is read as the request that it was made of: %s',
      async (format) => {
        const own = await createAccount(running);
        const made = await request(running.url).post('/v1/invoices').set(own.bearer).send(whole);
        expect([made.status, made.body.errors]).toEqual([201, undefined]);
        const path = `/v1/invoices/${String(made.body.id)}/e-invoice`;
        const { body: file } = await request(running.url)
          .get(path)
          .query({ format })
          .set(own.bearer)
          .responseType('blob')
          .expect(200);
        const { body } = await inspectForm(running, own, file as Buffer);
        expect(body).toMatchObject({ valid: true, errors: [], left_out: [] });
        expect(body.invoice).toEqual(whole);
      },
    );
  });

  it('is a credit note by its type', async () => {
    const creditNote = eInvoice({ typeCode: '381' });
    for (const xml of [ciiOf(creditNote), ublOf(creditNote)]) {
      const { body } = await inspect(running, account, xml);
      expect(body).toMatchObject({ type: 'credit_note', type_code: '381' });
    }
  });

  it.each([
    ['xrechnung', 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'],
    ['peppol', 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'],
    ['en16931', 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended'],
  ])('is held against the rules of %s by its specification', async (profile, specification) => {
    const { body } = await inspect(running, account, ublOf(eInvoice({ specification })));
    expect(body).toMatchObject({ profile, specification });
  });

  it('keeps what is wrong as it is written', async () => {
    const xml = ciiOf(eInvoice({ issueDate: '2026-02-31', currency: 'Euro' })).replace(
      '>20260202<',
      '>next week<',
    );
    const { body, status } = await inspect(running, account, xml);
    expect(status).toBe(200);
    expect(body.invoice).toMatchObject({
      ...{ date: '2026-02-31', due_date: 'next week', currency: 'Euro' },
    });
  });

  it.each<[string, (xml: string) => Buffer]>([
    ['UTF-8 with a mark', (xml) => Buffer.from(`\ufeff${xml}`)],
    ['UTF-16 with a mark', (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['UTF-16, high byte first', (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16()],
    [
      'ISO-8859-1 by its declaration',
      (xml) => Buffer.from(xml.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'), 'latin1'),
    ],
  ])('may be written in %s', async (_, written) => {
    const { body } = await inspect(running, account, written(cii));
    expect(body.invoice).toEqual(read.invoice);
  });

  it('may be large: 2,500 lines', async () => {
    const [line] = eInvoice().lines;
    const lines = Array.from({ length: 2_500 }, () => line!);
    const { body, status } = await inspect(running, account, ublOf(eInvoice({ lines })));
    expect(status).toBe(200);
    expect(body.invoice.line_items).toHaveLength(2_500);
  });

  it('is read for nobody without a credential, and its body is not looked at', async () => {
    for (const type of ['application/xml', 'application/pdf']) {
      const post = (path: string) =>
        request(running.url).post(path).set({ 'sec-fetch-site': 'same-origin' }).type(type);
      expectProblem(await post('/v1/e-invoices/inspect').send('<a'), 401, 'credentials_missing');
      expectProblem(await post('/dashboard/e-invoices/inspect').send('<a'), 401, 'not_signed_in');
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { pagesOf } from '../../src/pdf/testing/pdf-reader.js';
import { qrTextOn } from '../../src/pdf/testing/qr-reader.js';
import { type RunningApp, startApp } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { getPdf, post, postForPdf } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';

const address = { line1: 'Hafenstrasse 12', postal_code: '8000', city: 'Zürich', country: 'CH' };
const german = { iban: 'DE89 3704 0044 0532 0130 00' };
const swiss = { iban: 'CH58 0079 1123 0008 8901 2' };
const qrReference = '21 00000 00003 13947 14300 09017';
const debtor = { name: 'Pia Rüegg', address: { postal_code: '3000', city: 'Bern', country: 'CH' } };

describe('the payment code of an invoice', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp({ RENDER_THREADS: '1' });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const put = (payment: object, changes: object = {}) =>
    request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example AG', currency: 'EUR', address, payment, ...changes });
  const create = (changes: Record<string, unknown> = {}) =>
    createInvoice(running.url, account, changes);

  /** The lines of the code on the last page, and the text of the page. */
  async function printed(id: string) {
    const pdf = (await getPdf(running.url, account, id)).body;
    const pages = await pagesOf(pdf);
    return { code: qrTextOn(pdf, pages.length - 1).split('\n'), page: pages.at(-1) ?? '' };
  }

  it('is none as long as nobody asks for one', async () => {
    await put(german).expect(200);
    const invoice = await create();
    expect(invoice['payment']).toEqual(german);
    const pdf = (await getPdf(running.url, account, invoice.id)).body;
    expect(() => qrTextOn(pdf, 0)).toThrow('no code');
  });

  it('asks for the total of the invoice by its number, as the profile wants it', async () => {
    await put({ ...german, code: 'automatic' }).expect(200);
    const invoice = await create();
    expect(invoice['payment']).toEqual({ ...german, code: 'epc' });
    expect((await printed(invoice.id)).code).toEqual([
      ...['BCD', '002', '1', 'SCT', '', 'Example AG', 'DE89370400440532013000', 'EUR1500.00'],
      ...['', '', 'INV-0001'],
    ]);
  });

  it('is a QR-bill with its slip in the language of the invoice', async () => {
    await put({ iban: 'CH44 3199 9123 0008 8901 2', code: 'automatic' }).expect(200);
    const invoice = await create({
      currency: 'CHF',
      language: 'fr',
      recipient: debtor,
      payment: { reference: qrReference },
    });
    expect(invoice['payment']).toMatchObject({ code: 'swiss_qr', reference: qrReference });
    const { code, page } = await printed(invoice.id);
    expect(code).toEqual([
      ...['SPC', '0200', '1', 'CH4431999123000889012'],
      ...['S', 'Example AG', 'Hafenstrasse', '12', '8000', 'Zürich', 'CH'],
      ...['', '', '', '', '', '', ''],
      ...['1500.00', 'CHF'],
      ...['S', 'Pia Rüegg', '', '', '3000', 'Bern', 'CH'],
      ...['QRR', '210000000003139471430009017', 'INV-0001', 'EPD'],
    ]);
    expect(page).toContain('Section paiement');
    expect(page).toContain('Récépissé');
    expect(page).toContain('1 500.00');
    expect(page).toContain(qrReference);
  });

  it('is a link with number and amount, of the profile or of the request', async () => {
    await put({ code: 'link', link: 'https://pay.example.com/{number}' }).expect(200);
    const invoice = await create();
    expect((await printed(invoice.id)).code).toEqual(['https://pay.example.com/INV-0001']);
    const link = 'https://pay.example.com/?amount={amount}&in={currency}';
    const other = await create({ payment: { link }, currency: 'JPY' });
    expect((await printed(other.id)).code).toEqual(['https://pay.example.com/?amount=1500&in=JPY']);
  });

  it('stays as it was when the profile changes before the PDF is read', async () => {
    await put({ ...german, code: 'epc' }).expect(200);
    const invoice = await create();
    await put({ ...swiss, code: 'none' }).expect(200);
    expect((await printed(invoice.id)).code).toContain('DE89370400440532013000');
  });

  it.each([
    ['automatic', {}],
    ['epc', { currency: 'USD' }],
    ['swiss_qr', {}],
  ])('of a profile (%s) never refuses an invoice that it does not suit', async (code, changes) => {
    await put({ iban: 'GB29 NWBK 6016 1331 9268 19', code }).expect(200);
    const invoice = await create(changes);
    expect(invoice['payment']).toEqual({ iban: 'GB29 NWBK 6016 1331 9268 19' });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a currency', { payment: { code: 'epc' }, currency: 'USD' }, '/payment/code'],
    ['no account', { payment: { code: 'epc', account_name: 'Jo Doe' } }, '/payment/iban'],
    ['another country', { payment: { ...german, code: 'swiss_qr' } }, '/payment/iban'],
    [
      'a reference',
      { payment: { ...swiss, code: 'swiss_qr', reference: qrReference } },
      '/payment/reference',
    ],
    ['no link', { payment: { code: 'link' } }, '/payment/link'],
    [
      'nothing to pay',
      {
        payment: { ...german, code: 'epc' },
        line_items: [{ description: 'Free', quantity: 1, unit_price: 0 }],
      },
      '/payment/code',
    ],
    [
      'a credit',
      {
        payment: { ...german, code: 'link', link: 'https://pay.example.com' },
        line_items: [{ description: 'Back', quantity: -1, unit_price: 5 }],
      },
      '/payment/code',
    ],
  ])(
    'is refused to a request for which it cannot be made, without using a number: %s',
    async (_, changes, pointer) => {
      await put(german).expect(200);
      const answer = await post(running.url, account, invoiceBody(changes));
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual([`${pointer} payment_code_impossible`]);
      expect((await create()).invoice_number).toBe('INV-0001');
    },
  );

  it('may be chosen or left away by a request, which keeps the account of the profile', async () => {
    await put({ ...german, code: 'epc' }).expect(200);
    expect((await create({ payment: { code: 'none' } }))['payment']).toEqual(german);
    expect((await create({ payment: {} }))['payment']).toBeNull();
    await put(german).expect(200);
    expect((await create({ payment: { code: 'epc' } }))['payment']).toEqual({
      ...german,
      code: 'epc',
    });
    const own = { iban: 'FR1420041010050500013M02606' };
    expect((await create({ payment: own }))['payment']).toEqual(own);
  });

  it('is on a preview and on the sample invoice of the settings', async () => {
    await put({ ...german, code: 'epc' }).expect(200);
    const preview = await request(running.url)
      .post('/v1/invoices/preview')
      .set({ ...account.bearer, accept: 'application/pdf' })
      .responseType('blob')
      .send(invoiceBody());
    expect(qrTextOn(preview.body as Buffer, 0)).toContain('EUR1500.00');
    const sample = await request(running.url)
      .post('/dashboard/letterhead-preview')
      .set(account.session)
      .responseType('blob')
      .send({
        name: 'Example AG',
        currency: 'EUR',
        address,
        payment: { ...swiss, code: 'automatic' },
      });
    expect(
      qrTextOn(sample.body as Buffer, (await pagesOf(sample.body as Buffer)).length - 1),
    ).toMatch(/^SPC\n0200\n1\nCH58/);
  });

  it('is the same in the PDF of /generate', async () => {
    await put({ ...german, code: 'epc' }).expect(200);
    const pdf = (await postForPdf(running.url, account)).body;
    expect(qrTextOn(pdf, 0)).toContain('INV-0001');
  });

  it.each([
    [{ code: 'girocode' }, '/payment/code not_a_choice'],
    [{ code: 'link' }, '/payment/link required'],
    [{ link: 'http://pay.example.com' }, '/payment/link wrong_format'],
    [{ link: 'https://pay.example.com/{invoice}' }, '/payment/link wrong_format'],
    [{ link: 7 }, '/payment/link wrong_type'],
  ])('is refused to a profile that says %j', async (payment, fault) => {
    const answer = await put(payment);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual([fault]);
  });
});

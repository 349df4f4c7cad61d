import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { invoiceRequests } from '../../src/invoices/testing/random-invoices.js';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { getPdf, post } from '../support/invoices.js';

const line = (unit_price: unknown, ...taxes: object[]) => ({
  description: 'Work',
  quantity: 1,
  unit_price,
  taxes,
});
const vat = { name: 'VAT', rate: '19' };

describe('the taxes of an invoice', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const create = async (changes: Record<string, unknown>) => {
    const invoice = await createInvoice(running.url, account, { currency: 'EUR', ...changes });
    const read = await request(running.url).get(`/v1/invoices/${invoice.id}`).set(account.bearer);
    expect(read.body).toEqual(invoice);
    return invoice;
  };
  const printed = async (id: string) =>
    (await textOf((await getPdf(running.url, account, id)).body)).replaceAll(/\s+/g, ' ');
  const faultsOf = async (changes: Record<string, unknown>) => {
    const answer = await post(running.url, account, {
      recipient: { name: 'Acme' },
      line_items: [line(100)],
      ...changes,
    });
    expect(answer.status).toBe(422);
    const { errors } = answer.body as { errors: { pointer: string; code: string }[] };
    return errors.map(({ pointer, code }) => `${pointer} ${code}`);
  };

  it('may be compound: charged on the others as well, and told so', async () => {
    const taxes = [
      { name: 'GST', rate: '5' },
      { name: 'QST', rate: '9.5', compound: true },
    ];
    const invoice = await create({ line_items: [line('200', ...taxes)] });
    expect(invoice).toMatchObject({
      taxes: [
        { name: 'GST', taxable_amount: '200.00', tax_amount: '10.00' },
        { name: 'QST', compound: true, taxable_amount: '210.00', tax_amount: '19.95' },
      ],
      line_items: [{ taxes: [{ name: 'GST' }, { name: 'QST', compound: true }] }],
      total: '229.95',
    });
    expect(await printed(invoice.id)).toContain('QST 9.5% 210.00 19.95');
  });

  it('withheld by the recipient leave the total as it is and less to pay', async () => {
    const invoice = await create({
      language: 'es',
      line_items: [line('1000', { name: 'IVA', rate: '21' })],
      withholdings: [{ name: 'IRPF', rate: '15' }],
    });
    expect(invoice).toMatchObject({
      total: '1210.00',
      withholdings: [
        { name: 'IRPF', rate: '15', base: 'net', base_amount: '1000.00', amount: '150.00' },
      ],
      withholding_total: '150.00',
      rounding_amount: '0.00',
      amount_due: '1060.00',
    });
    const text = await printed(invoice.id);
    expect(text).toContain('IRPF 15 % -150,00');
    expect(text).toContain('Importe a pagar 1.060,00 €');
  });

  it.each([
    ['AE', 'de', 'Steuerschuldnerschaft des Leistungsempfängers'],
    ['K', 'fr', 'Livraison intracommunautaire exonérée'],
    ['G', 'it', 'Cessione all’esportazione non imponibile'],
    ['E', 'nl', 'Vrijgesteld van belasting'],
    ['O', 'pl', 'Nie podlega opodatkowaniu'],
  ])('of category %s say why nothing is charged, in %s', async (category, language, sentence) => {
    const invoice = await create({
      language,
      line_items: [line('100', { name: 'VAT', rate: 0, category })],
    });
    expect(invoice).toMatchObject({ taxes: [{ category, exemption_reason: sentence }] });
    expect(await printed(invoice.id)).toContain(sentence);
  });

  it('say so in both languages of the invoice, in the account’s own wording, or in the request’s', async () => {
    const other = await createAccount(running);
    await request(running.url)
      .put('/dashboard/organization')
      .set(other.session)
      .send({ name: 'Example', labels: { de: { reverse_charge: '§ 13b UStG' } } })
      .expect(200);
    const reasons = async (changes: Record<string, unknown>) => {
      const { taxes } = await createInvoice(running.url, other, changes);
      return (taxes as { exemption_reason?: string }[]).map((each) => each.exemption_reason);
    };
    const reverse = { name: 'VAT', rate: 0, category: 'AE' };
    const two = { language: 'de', second_language: 'en', line_items: [line(1, reverse)] };
    expect(await reasons(two)).toEqual([
      '§ 13b UStG / Reverse charge: tax to be paid by the recipient',
    ]);
    const own = { name: 'VAT', rate: 0, exemption_reason: 'Small business, § 19 UStG' };
    expect(await reasons({ line_items: [line(1, own), line(1, vat)] })).toEqual([
      'Small business, § 19 UStG',
      undefined,
    ]);
  });

  it('with a reason but no category are exempt', async () => {
    const own = { name: 'VAT', rate: 0, exemption_reason: 'Small business' };
    const invoice = await create({ line_items: [line(1, own)] });
    expect(invoice).toMatchObject({ taxes: [{ category: 'E' }] });
  });

  it('are refused where category, rate and reason do not go together', async () => {
    expect(
      await faultsOf({
        line_items: [
          line(1, { name: 'a', rate: 0, category: 'S' }),
          line(1, { name: 'b', rate: 19, category: 'AE' }),
          line(1, { name: 'c', rate: 19, exemption_reason: 'x' }),
          line(1, { name: 'd', rate: 0, category: 'Z', exemption_reason: 'x' }),
          line(1, { rate: 7 }, { name: 'e' }),
        ],
        charges: [{ amount: 1, taxes: [{ name: 'f', rate: 5, category: 'O' }] }],
      }),
    ).toEqual([
      '/line_items/0/taxes/0/category tax_category_rate',
      '/line_items/1/taxes/0/category tax_category_rate',
      '/line_items/2/taxes/0/exemption_reason exemption_reason_not_allowed',
      '/line_items/3/taxes/0/exemption_reason exemption_reason_not_allowed',
      '/line_items/4/taxes/0/name required',
      '/line_items/4/taxes/1/rate required',
      '/charges/0/taxes/0/category tax_category_rate',
    ]);
  });

  it('are told in a second currency as well', async () => {
    const invoice = await create({
      currency: 'CHF',
      line_items: [line('100', { name: 'MWST', rate: '8.1' })],
      tax_currency: 'EUR',
      exchange_rate: '1.0712345678',
    });
    expect(invoice).toMatchObject({
      tax_total: '8.10',
      tax_currency: 'EUR',
      exchange_rate: '1.0712345678',
      tax_total_in_tax_currency: '8.68',
    });
    expect(await printed(invoice.id)).toContain(
      'Tax total in EUR (1 CHF = 1.0712345678 EUR) €8.68',
    );
  });

  it('need both halves of a second currency, and another one than the invoice’s', async () => {
    expect(await faultsOf({ tax_currency: 'EUR' })).toEqual([
      '/exchange_rate tax_currency_and_rate',
    ]);
    expect(await faultsOf({ exchange_rate: 1 })).toEqual(['/tax_currency tax_currency_and_rate']);
    const same = { currency: 'EUR', tax_currency: 'EUR', exchange_rate: 1 };
    expect(await faultsOf(same)).toEqual(['/tax_currency same_currency']);
    for (const exchange_rate of ['0', '-1', '1.00000000001', 'x']) {
      const faults = await faultsOf({ tax_currency: 'EUR', exchange_rate });
      expect(faults).toEqual(['/exchange_rate wrong_exchange_rate']);
    }
  });

  it('leave an amount that is rounded to coins, where a request or the profile says so', async () => {
    const swiss = await createAccount(running);
    await request(running.url)
      .put('/dashboard/organization')
      .set(swiss.session)
      .send({ name: 'Example AG', currency: 'CHF', cash_rounding: '0.05' })
      .expect(200);
    const due = async (changes: Record<string, unknown>) => {
      const invoice = await createInvoice(running.url, swiss, {
        line_items: [line('9.98')],
        ...changes,
      });
      const { total, rounding_amount, amount_due, cash_rounding } = invoice;
      return [total, rounding_amount, amount_due, cash_rounding];
    };
    expect(await due({})).toEqual(['9.98', '0.02', '10.00', '0.05']);
    expect(await due({ cash_rounding: '0' })).toEqual(['9.98', '0.00', '9.98', null]);
    expect(await due({ currency: 'EUR' })).toEqual(['9.98', '0.00', '9.98', null]);
    expect(await due({ currency: 'EUR', cash_rounding: '0.1' })).toEqual([
      '9.98',
      '0.02',
      '10.00',
      '0.10',
    ]);
    const { id } = await createInvoice(running.url, swiss, { line_items: [line('9.98')] });
    const link = await request(running.url)
      .post(`/v1/invoices/${id}/share-links`)
      .set(swiss.bearer)
      .expect(201);
    const token = (link.body as { url: string }).url.split('/').at(-1);
    const shared = await request(running.url).get(`/shared/${token}`).expect(200);
    expect(shared.body).toMatchObject({ total: '10.00' });
    const { body } = await getPdf(running.url, swiss, id);
    expect((await textOf(body)).replaceAll(/\s+/g, ' ')).toContain(
      'Total CHF 9.98 Rounding 0.02 Amount due CHF 10.00',
    );
    expect(await faultsOf({ cash_rounding: '0.005' })).toEqual([
      '/cash_rounding too_many_decimals',
    ]);
  });

  it('are printed as they are answered, on invoices of every kind', async () => {
    const drawn = fc.sample(invoiceRequests, { numRuns: 15, seed: 20_260_119 });
    for (const body of drawn) {
      const invoice = await create({ ...body });
      const figures = new Set((await printed(invoice.id)).match(/\d[\d,]*(\.\d+)?/g));
      const missing = figuresOf(invoice).filter((figure) => !figures.has(figure));
      expect([body, missing]).toEqual([body, []]);
    }
  });
});

interface Figures {
  readonly total: string;
  readonly amount_due: string;
  readonly tax_total_in_tax_currency: string;
  readonly line_items: readonly { readonly amount: string }[];
  readonly taxes: readonly { readonly tax_amount: string }[];
  readonly discounts: readonly { readonly amount: string }[];
  readonly charges: readonly { readonly amount: string }[];
  readonly withholdings: readonly { readonly amount: string }[];
}

/** The amounts that an invoice prints, as they are written in English and without their signs. */
function figuresOf(invoice: object): string[] {
  const answer = invoice as Figures;
  const { line_items: lines, taxes, discounts, charges, withholdings } = answer;
  const amounts = [...lines, ...discounts, ...charges, ...withholdings].map((each) => each.amount);
  return [
    answer.total,
    answer.amount_due,
    answer.tax_total_in_tax_currency,
    ...taxes.map((tax) => tax.tax_amount),
    ...amounts,
  ].map(grouped);
}

function grouped(amount: string): string {
  const [integer = '', ...decimals] = amount.replace('-', '').split('.');
  return [integer.replaceAll(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

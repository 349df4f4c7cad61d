import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';

interface Case {
  readonly sent: Record<string, unknown>;
  readonly answered: Record<string, unknown>;
}

const line = (unit_price: unknown, changes: Record<string, unknown> = {}) => ({
  description: 'x',
  quantity: 1,
  unit_price,
  ...changes,
});
const vat = (rate: number | string) => ({ taxes: [{ name: 'VAT', rate }] });
const quebec = {
  taxes: [
    { name: 'GST', rate: 5 },
    { name: 'QST', rate: '9.975' },
  ],
};

const cases: [title: string, Case][] = [
  [
    '1000 + 19 % is 1190',
    {
      sent: { line_items: [line(1000, vat(19))] },
      answered: { subtotal: '1000.00', tax_total: '190.00', total: '1190.00' },
    },
  ],
  [
    '8180 × 9.975 % is 815.96, rounded half away from zero (815.955)',
    {
      sent: { line_items: [line(8180, vat('9.975'))] },
      answered: { tax_total: '815.96', total: '8995.96' },
    },
  ],
  [
    'tax is taken once on the sum, not on each line',
    {
      sent: { line_items: [line('0.03', vat(19)), line('0.03', vat(19)), line('0.03', vat(19))] },
      answered: { subtotal: '0.09', tax_total: '0.02', total: '0.11' },
    },
  ],
  [
    'several taxes on a line are taken on the same net amount',
    {
      sent: { line_items: [line(200, quebec)] },
      answered: {
        taxes: [
          { name: 'GST', rate: '5', category: 'S', taxable_amount: '200.00', tax_amount: '10.00' },
          {
            name: 'QST',
            rate: '9.975',
            category: 'S',
            taxable_amount: '200.00',
            tax_amount: '19.95',
          },
        ],
        total: '229.95',
      },
    },
  ],
  [
    'a percentage off a line is taken of quantity × price, rounded',
    {
      sent: { line_items: [line('3.335', { quantity: 3, discount: { percent: '12.5' } })] },
      answered: { subtotal: '8.76', total: '8.76' },
    },
  ],
  [
    'an amount off a line is taken off before tax',
    {
      sent: {
        line_items: [line(100, { ...vat(10), discount: { amount: '0.5', reason: 'Scratch' } })],
      },
      answered: { subtotal: '99.50', tax_total: '9.95', total: '109.45' },
    },
  ],
  [
    'a discount on the document without a tax of its own is spread over the taxes of the lines',
    {
      sent: { line_items: [line(100, vat(19)), line(50, vat(7))], discounts: [{ amount: 15 }] },
      answered: {
        discount_total: '15.00',
        taxes: [
          { name: 'VAT', rate: '19', category: 'S', taxable_amount: '90.00', tax_amount: '17.10' },
          { name: 'VAT', rate: '7', category: 'S', taxable_amount: '45.00', tax_amount: '3.15' },
        ],
        total: '155.25',
      },
    },
  ],
  [
    'a charge with a tax of its own is taxed by it alone, an untaxed one by none',
    {
      sent: {
        line_items: [line(100, vat(19))],
        charges: [
          { amount: 10, tax_rate: 7, reason: 'Shipping' },
          { amount: 5, taxes: [] },
        ],
      },
      answered: { charge_total: '15.00', tax_total: '19.70', total: '134.70' },
    },
  ],
  [
    'inclusive: 1190 with 19 % holds 190 and stays 1190',
    {
      sent: { prices_include_tax: true, line_items: [line(1190, vat(19))] },
      answered: {
        subtotal: '1000.00',
        tax_total: '190.00',
        total: '1190.00',
        prices_include_tax: true,
      },
    },
  ],
  [
    'inclusive: a total that no net amount leads to stays as it was entered',
    {
      sent: { prices_include_tax: true, line_items: [line('57.92', vat('9.975'))] },
      answered: { subtotal: '52.67', tax_total: '5.25', total: '57.92' },
    },
  ],
  [
    'inclusive: many lines, discounts and charges add up to what was entered',
    {
      sent: {
        prices_include_tax: true,
        line_items: [
          line('0.99', vat(19)),
          line('0.99', vat(19)),
          line('0.99', vat(7)),
          line('19.95', quebec),
        ],
        discounts: [{ percent: 10 }],
        charges: [{ amount: '4.90' }],
      },
      answered: { total: '25.53' },
    },
  ],
  [
    'yen have no decimals',
    {
      sent: { currency: 'JPY', line_items: [line('333.5', { quantity: 3, ...vat(10) })] },
      answered: { subtotal: '1001', tax_total: '100', total: '1101' },
    },
  ],
  [
    'dinars have three',
    {
      sent: { currency: 'KWD', line_items: [line('1.2345', vat(5))] },
      answered: { subtotal: '1.235', tax_total: '0.062', total: '1.297' },
    },
  ],
  [
    'francs have two and are not rounded to five centimes',
    {
      sent: { currency: 'CHF', line_items: [line('9.99', vat('8.1'))] },
      answered: { subtotal: '9.99', tax_total: '0.81', total: '10.80' },
    },
  ],
  [
    'the Unidad de Fomento has four',
    {
      sent: { currency: 'CLF', line_items: [line('1.00005')] },
      answered: { total: '1.0001' },
    },
  ],
  [
    'a negative quantity is a credit line, rounded away from zero as its opposite is',
    {
      sent: { line_items: [line('10.005', vat(19)), line('10.005', { quantity: -2, ...vat(19) })] },
      answered: { subtotal: '-10.00', tax_total: '-1.90', total: '-11.90' },
    },
  ],
  [
    'lines may cancel each other out',
    {
      sent: { line_items: [line(10, vat(19)), line(10, { quantity: -1, ...vat(19) })] },
      answered: { subtotal: '0.00', tax_total: '0.00', total: '0.00' },
    },
  ],
  [
    'the largest total that fits is exact',
    {
      sent: { line_items: [line('90071992547.4099', { quantity: 1000 }), line('0.01')] },
      answered: { total: '90071992547409.91' },
    },
  ],
];

describe('the totals of an invoice', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  it.each(cases)('%s', async (_, { sent, answered }) => {
    const invoice = await createInvoice(running.url, account, sent);
    expect(invoice).toMatchObject(answered);
    const read = await fetch(`${running.url}/v1/invoices/${invoice.id}`, {
      headers: account.bearer,
    });
    expect(await read.json()).toEqual(invoice);
  });

  it('are the same in a preview, which uses no number', async () => {
    for (const [, { sent, answered }] of cases) {
      const preview = await fetch(`${running.url}/v1/invoices/preview`, {
        method: 'POST',
        headers: { ...account.bearer, 'content-type': 'application/json' },
        body: JSON.stringify({ recipient: { name: 'Acme' }, ...sent }),
      });
      expect(await preview.json()).toMatchObject(answered);
    }
    const { invoice_number: next } = await createInvoice(running.url, account);
    expect(next).toBe(`INV-${String(cases.length + 1).padStart(4, '0')}`);
  });
});

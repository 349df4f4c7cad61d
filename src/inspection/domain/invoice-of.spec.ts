import { type EInvoice, type TradeLine } from '../../einvoice/model.js';
import { figure } from './figures.js';
import { invoiceOf } from './invoice-of.js';

const line: TradeLine = { allowances: [], charges: [], tax: {} };
const empty: EInvoice = {
  ...{ references: {}, notes: [], precedingInvoices: [], seller: {}, buyer: {} },
  ...{ allowances: [], charges: [], totals: {}, taxes: [], lines: [] },
};

/** The one line of a document as a request says it, and what is left out of it. */
function lineOf(changes: Partial<TradeLine>, document: Partial<EInvoice> = {}) {
  const { invoice, leftOut } = invoiceOf({
    ...empty,
    ...document,
    lines: [{ ...line, ...changes }],
  });
  return { line: invoice.line_items[0], leftOut };
}

describe('a document as a request', () => {
  it('has every term at its place', () => {
    const { invoice, leftOut } = invoiceOf({
      ...empty,
      ...{ number: 'R-1', issueDate: '2026-01-19', dueDate: '2026-02-02', currency: 'CHF' },
      ...{ taxCurrency: 'EUR', buyerReference: '04011000-12345-03', paymentTerms: '14 days' },
      notes: ['One', 'Two'],
      references: {
        ...{ project: 'P', contract: 'C', purchaseOrder: 'PO', salesOrder: 'SO', accounting: 'A' },
      },
      precedingInvoices: [{ number: 'R-0', date: '2025-12-01' }],
      seller: {
        name: 'Seller',
        electronicAddress: { value: 'DE123456789', scheme: '9930' },
        legalRegistration: { value: 'HRB 1', scheme: '0002' },
        vatId: 'DE123456789',
        address: { line1: 'A 1', line2: 'B', line3: 'C', city: 'Bonn', postalCode: '53111' },
        contact: { name: 'Ada', phone: '+49 1', email: 'ada@example.com' },
      },
      buyer: { name: 'Buyer', taxNumber: '12/3', address: { country: 'AT', region: 'Tirol' } },
      delivery: { name: 'Depot', date: '2026-01-10', address: { city: 'Wien' } },
      period: { start: '2026-01-01', end: '2026-01-31' },
      payment: {
        meansCode: '58',
        remittance: 'R-1',
        account: { iban: 'DE89', name: 'Seller', bic: 'COBADEFF' },
        card: { lastDigits: '1234', holder: 'Ada' },
        directDebit: { mandate: 'M', creditorId: 'DE98', debitedIban: 'AT61' },
      },
      allowances: [{ amount: '+5.00', reason: 'Loyalty', tax: { category: 'S', rate: '19' } }],
      charges: [{ percent: '10', reason: 'Freight', tax: {} }],
      totals: { withTax: '119.00', prepaid: '20.00' },
      lines: [
        {
          ...{ name: 'Work', description: 'In detail', note: 'Thanks', quantity: '02.50' },
          ...{ unitCode: 'HUR', netPrice: '40', period: { start: '2026-01-01' } },
          allowances: [{ amount: '1.10', reason: 'a' }, { amount: '2' }],
          charges: [{ amount: '0.10', reason: 'b' }],
          tax: { category: 'AE', rate: '0' },
        },
      ],
      taxes: [{ category: 'AE', rate: '0.00', exemptionReason: 'Reverse charge' }],
    });
    expect(leftOut).toEqual([]);
    expect(JSON.parse(JSON.stringify(invoice))).toEqual({
      ...{ invoice_number: 'R-1', date: '2026-01-19', due_date: '2026-02-02', currency: 'CHF' },
      tax_currency: 'EUR',
      organization: {
        ...{ name: 'Seller', email: 'ada@example.com', phone: '+49 1', contact_name: 'Ada' },
        ...{ tax_id: 'DE123456789', registration_number: 'HRB 1', registration_scheme: '0002' },
        electronic_addresses: [{ scheme: '9930', id: 'DE123456789' }],
        address: { line1: 'A 1', line2: 'B, C', city: 'Bonn', postal_code: '53111' },
      },
      recipient: {
        ...{ name: 'Buyer', tax_id: '12/3', buyer_reference: '04011000-12345-03' },
        address: { country: 'AT', region: 'Tirol' },
      },
      line_items: [
        {
          ...{ description: 'Work', details: 'In detail\nThanks', quantity: '2.50' },
          ...{ unit_code: 'HUR', unit_price: '40', period: { start: '2026-01-01' } },
          discount: { amount: '3', reason: 'a, b' },
          taxes: [{ name: 'VAT', rate: '0', category: 'AE', exemption_reason: 'Reverse charge' }],
        },
      ],
      discounts: [
        {
          ...{ amount: '5.00', reason: 'Loyalty' },
          taxes: [{ name: 'VAT', rate: '19', category: 'S' }],
        },
      ],
      charges: [{ percent: '10', reason: 'Freight' }],
      ...{ notes: 'One\n\nTwo', terms: '14 days', reference: 'PO' },
      references: { contract: 'C', project: 'P', sales_order: 'SO', accounting: 'A' },
      preceding_invoices: [{ number: 'R-0', date: '2025-12-01' }],
      delivery: { name: 'Depot', date: '2026-01-10', address: { city: 'Wien' } },
      period: { start: '2026-01-01', end: '2026-01-31' },
      prepaid_amount: '20.00',
      payment: {
        ...{ iban: 'DE89', bic: 'COBADEFF', account_name: 'Seller', reference: 'R-1' },
        ...{ means: 'sepa_credit_transfer', mandate: 'M', creditor_id: 'DE98' },
        ...{ debited_iban: 'AT61', card_last_digits: '1234', card_holder: 'Ada' },
      },
      expected_total: '119.00',
    });
  });

  it('leaves out what the document does not say', () => {
    expect(JSON.parse(JSON.stringify(invoiceOf(empty).invoice))).toEqual({ line_items: [] });
  });

  it.each([
    ['10.00', undefined, '10.00'],
    ['10.00', '1', '10.00'],
    ['10.00', '1.000', '10.00'],
    ['10.00', '100', '0.1'],
    ['1', '8', '0.125'],
    ['0.5', '0.25', '2'],
    ['-3', '4', '-0.75'],
    ['ten', '100', 'ten'],
    ['10', 'all', '10'],
  ])('has the price of one: %s for %s is %s', (netPrice, baseQuantity, price) => {
    const { line: item, leftOut } = lineOf({ netPrice, baseQuantity });
    expect(item?.unit_price).toBe(price);
    expect(leftOut).toEqual([]);
  });

  it.each([
    ['10.00', '3'],
    ['1', '128000000'],
    ['1', '0'],
  ])('has no price where that of one would be rounded, and says so: %s for %s', (price, base) => {
    const { line: item, leftOut } = lineOf({ netPrice: price, baseQuantity: base });
    expect(item?.unit_price).toBeUndefined();
    expect(leftOut).toEqual([
      {
        pointer: '/line_items/0/unit_price',
        message: expect.stringContaining(`${price} for ${base}`),
      },
    ]);
  });

  it.each([
    ['a charge alone', { charges: [{ amount: '1' }] }],
    ['charges above the allowances', { allowances: [{ amount: '1' }], charges: [{ amount: '2' }] }],
    ['an amount that is no figure', { allowances: [{ amount: 'one' }] }],
    ['an amount that is missing', { allowances: [{ amount: '1' }, { percent: '5' }] }],
  ])('has no discount on a line for %s, and says so', (_, changes) => {
    const { line: item, leftOut } = lineOf(changes);
    expect(item?.discount).toBeUndefined();
    expect(leftOut.map(({ pointer }) => pointer)).toEqual(['/line_items/0/discount']);
  });

  it('has the percentage of an allowance that has no amount', () => {
    const { line: item } = lineOf({ allowances: [{ percent: '5.0', reason: 'Loyal' }] });
    expect(item?.discount).toEqual({ percent: '5.0', reason: 'Loyal' });
  });

  it('has the rate 0 where category O has none, and no reason where tax is charged', () => {
    const taxes = [
      { category: 'O', exemptionReason: 'Outside' },
      { category: 'S', rate: '19', exemptionReason: 'Wrong' },
    ];
    expect(lineOf({ tax: { category: 'O' } }, { taxes }).line?.taxes).toEqual([
      { name: 'VAT', rate: '0', category: 'O', exemption_reason: 'Outside' },
    ]);
    expect(lineOf({ tax: { category: 'S', rate: '19' } }, { taxes }).line?.taxes).toEqual([
      { name: 'VAT', rate: '19', category: 'S', exemption_reason: undefined },
    ]);
  });

  it('names a second tax number of the seller, and means of payment without a word', () => {
    const { leftOut, invoice } = invoiceOf({
      ...empty,
      seller: { vatId: 'DE1', taxNumber: '12/3' },
      payment: { meansCode: '42' },
    });
    expect(leftOut.map(({ pointer }) => pointer)).toEqual([
      '/organization/tax_id',
      '/payment/means',
    ]);
    expect(invoice.payment).toBeUndefined();
  });
});

describe('a figure', () => {
  it.each([
    ['10', '10'],
    ['+10.50', '10.50'],
    ['007', '7'],
    ['-0.5', '-0.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['000', '0'],
    ['1.5000000000', '1.5'],
    ['1.12345678', '1.12345678'],
    ['1,5', '1,5'],
    ['1e3', '1e3'],
    ['.', '.'],
    ['', ''],
    ['NaN', 'NaN'],
  ])('of XML is written as in a request: %j is %j', (written, said) => {
    expect(figure(written)).toBe(said);
  });
});

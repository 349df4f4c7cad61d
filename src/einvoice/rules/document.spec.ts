import { describe, expect, it } from '@jest/globals';
import {
  type Breach,
  breaches,
  expected,
  type OpenInvoice,
  totalled,
} from '../testing/good-invoice.js';

const line = ({ lines }: OpenInvoice) => lines[0]!;
const free = { amount: '0.00', reason: 'Reason', tax: { category: 'S', rate: '19' } };
const part = { amount: '0.00', reason: 'Reason' };

const ofDocument: Breach[] = [
  ['BR-01', '', (it) => (it.specification = ' ')],
  ['BR-02', '/invoice_number', (it) => (it.number = undefined)],
  ['BR-03', '/date', (it) => (it.issueDate = undefined)],
  ['BR-04', '/type', (it) => (it.typeCode = undefined)],
  ['BR-CL-01', '/type', (it) => (it.typeCode = '999')],
  ['BR-05', '/currency', (it) => (it.currency = undefined)],
  ['BR-CL-04', '/currency', (it) => (it.currency = 'XYZ')],
  [
    'BR-CL-05',
    '/tax_currency',
    (it) => {
      it.taxCurrency = 'XYZ';
      it.totals.taxTotalInTaxCurrency = '40.00';
    },
  ],
  ['BR-53', '/tax_currency', (it) => (it.taxCurrency = 'USD')],
  [
    'BR-16',
    '/line_items',
    (it) => {
      it.lines = [];
      it.taxes = [];
      it.totals.lineTotal = '0.00';
      totalled(it, '0.00', '0.00');
    },
  ],
  ['BR-29', '/period/end', (it) => (it.period = { start: '2026-02-01', end: '2026-01-31' })],
  ['BR-CO-19', '/period', (it) => (it.period = {})],
  ['BR-55', '/preceding_invoices/0/number', (it) => (it.precedingInvoices = [{ number: '' }])],
  ['BR-CL-08', '/notes', (it) => (it.notes = ['#ABC#Note'])],
];

const ofAmounts: Breach[] = [
  ['BR-12', '', (it) => (it.totals.lineTotal = undefined)],
  ['BR-13', '', (it) => (it.totals.withoutTax = undefined)],
  ['BR-14', '', (it) => (it.totals.withTax = undefined)],
  ['BR-15', '', (it) => (it.totals.amountDue = undefined)],
  ['BR-DEC-14', '/currency', (it) => (it.totals.amountDue = '238.000')],
  ['BR-DEC-23', '/line_items/0', (it) => (line(it).netAmount = '200.000')],
  [
    'BR-DEC-15',
    '/tax_currency',
    (it) => {
      it.taxCurrency = 'KWD';
      it.totals.taxTotalInTaxCurrency = '13.000';
    },
  ],
  ['BR-31', '/discounts/0/amount', (it) => (it.allowances = [{ ...free, amount: undefined }])],
  ['BR-32', '/discounts/0/taxes', (it) => (it.allowances = [{ ...free, tax: {} }])],
  ['BR-33', '/discounts/0/reason', (it) => (it.allowances = [{ ...free, reason: '' }])],
  ['BR-36', '/charges/0/amount', (it) => (it.charges = [{ ...free, amount: undefined }])],
  ['BR-37', '/charges/0/taxes', (it) => (it.charges = [{ ...free, tax: {} }])],
  ['BR-38', '/charges/0/reason', (it) => (it.charges = [{ ...free, reason: undefined }])],
  [
    'BR-CO-10',
    '',
    (it) => {
      it.totals.lineTotal = '201.00';
      totalled(it, '201.00', '38.00');
    },
  ],
  [
    'BR-CO-11',
    '',
    (it) => {
      it.totals.allowanceTotal = '1.00';
      totalled(it, '199.00', '38.00');
    },
  ],
  [
    'BR-CO-12',
    '',
    (it) => {
      it.totals.chargeTotal = '1.00';
      totalled(it, '201.00', '38.00');
    },
  ],
  [
    'BR-CO-13',
    '',
    (it) => {
      totalled(it, '200.01', '38.00');
    },
  ],
  [
    'BR-CO-14',
    '',
    (it) => {
      totalled(it, '200.00', '38.01');
    },
  ],
  ['BR-CO-15', '', (it) => Object.assign(it.totals, { withTax: '239.00', amountDue: '239.00' })],
  ['BR-CO-16', '', (it) => (it.totals.amountDue = '238.01')],
  ['BR-CO-16', '', (it) => (it.totals.prepaid = '1.00')],
  ['BR-CO-16', '', (it) => (it.totals.rounding = '0.01')],
  ['BR-45', '/taxes/0', (it) => (it.taxes[0]!.amount = undefined)],
  [
    'BR-CO-17',
    '/taxes/0',
    (it) => {
      it.taxes[0]!.amount = '39.00';
      totalled(it, '200.00', '39.00');
    },
  ],
  [
    'BR-CO-17',
    '/taxes/0',
    (it) => {
      line(it).tax.rate = '0.4';
      it.taxes = [{ category: 'S', rate: '0.4', taxable: '200.00', amount: '0.80' }];
      totalled(it, '200.00', '0.80');
    },
  ],
];

const ofLines: Breach[] = [
  ['BR-21', '/line_items/0', (it) => (line(it).id = undefined)],
  ['BR-22', '/line_items/0/quantity', (it) => (line(it).quantity = undefined)],
  ['BR-23', '/line_items/0/unit', (it) => (line(it).unitCode = undefined)],
  ['BR-CL-23', '/line_items/0/unit_code', (it) => (line(it).unitCode = 'QQQ')],
  [
    'BR-24',
    '/line_items/0',
    (it) => {
      line(it).netAmount = undefined;
      Object.assign(it.taxes[0]!, { taxable: '0.00', amount: '0.00' });
      totalled(it, '200.00', '0.00');
    },
  ],
  ['BR-25', '/line_items/0/description', (it) => (line(it).name = '\n')],
  ['BR-26', '/line_items/0/unit_price', (it) => (line(it).netPrice = 'free')],
  ['BR-27', '/line_items/0/unit_price', (it) => (line(it).netPrice = '-100')],
  ['BR-CO-04', '/line_items/0/taxes', (it) => (line(it).tax = {})],
  ['BR-41', '/line_items/0/discount', (it) => (line(it).allowances = [{ reason: 'Reason' }])],
  ['BR-42', '/line_items/0/discount/reason', (it) => (line(it).allowances = [{ amount: '0.00' }])],
  ['BR-43', '/line_items/0/discount', (it) => (line(it).charges = [{ ...part, amount: '' }])],
  ['BR-44', '/line_items/0/discount/reason', (it) => (line(it).charges = [{ amount: '0.00' }])],
  [
    'BR-30',
    '/line_items/0/period/end',
    (it) => (line(it).period = { start: '2026-02-01', end: '2026-01-31' }),
  ],
  ['BR-CO-20', '/line_items/0/period', (it) => (line(it).period = { start: '' })],
];

const ofParties: Breach[] = [
  ['BR-06', '/organization/name', (it) => (it.seller.name = undefined)],
  ['BR-07', '/recipient/name', (it) => (it.buyer.name = '')],
  ['BR-08', '/organization/address/country', (it) => (it.seller.address = undefined)],
  ['BR-09', '/organization/address/country', (it) => (it.seller.address = { city: 'Berlin' })],
  ['BR-10', '/recipient/address/country', (it) => (it.buyer.address = undefined)],
  ['BR-11', '/recipient/address/country', (it) => (it.buyer.address = { city: 'Ulm' })],
  ['BR-57', '/delivery/address/country', (it) => (it.delivery = { address: { city: 'Ulm' } })],
  ['BR-CL-14', '/recipient/address/country', (it) => (it.buyer.address = { country: 'UK' })],
  ['BR-CO-09', '/organization/tax_id', (it) => (it.seller.vatId = 'QQ123456789')],
  ['BR-CO-09', '/recipient/tax_id', (it) => (it.buyer.vatId = '123456789')],
  [
    'BR-CO-26',
    '/organization/registration_number',
    (it) =>
      Object.assign(it.seller, { vatId: undefined, legalRegistration: undefined, taxNumber: '1' }),
  ],
  [
    'BR-62',
    '/organization/electronic_addresses/0/scheme',
    (it) => (it.seller.electronicAddress = { value: 'DE123456789' }),
  ],
  [
    'BR-63',
    '/recipient/electronic_addresses/0/scheme',
    (it) => (it.buyer.electronicAddress = { value: 'DE123456789' }),
  ],
  [
    'BR-CL-25',
    '/recipient/electronic_addresses/0/scheme',
    (it) => (it.buyer.electronicAddress = { value: '1', scheme: '9999' }),
  ],
  [
    'BR-CL-11',
    '/organization/registration_scheme',
    (it) => (it.seller.legalRegistration = { value: '1', scheme: '9930' }),
  ],
  ['BR-49', '/payment/means', (it) => (it.payment = {})],
  ['BR-CL-16', '/payment/means', (it) => (it.payment = { meansCode: '71' })],
  ['BR-61', '/payment/iban', (it) => (it.payment = { meansCode: '30' })],
  [
    'BR-51',
    '/payment/card_last_digits',
    (it) => (it.payment = { meansCode: '48', card: { lastDigits: '12345678901' } }),
  ],
];

describe('the rules of EN 16931', () => {
  it.each([...ofDocument, ...ofAmounts, ...ofLines, ...ofParties])(
    '%s at "%s" is found, and nothing else',
    (...breach) => {
      expect(breaches(breach[2], 'en16931').sort()).toEqual(expected(breach));
    },
  );

  it.each(['en16931', 'xrechnung', 'peppol'] as const)(
    'have nothing against a good invoice (%s)',
    (profile) => {
      expect(breaches(() => undefined, profile)).toEqual([]);
    },
  );
});

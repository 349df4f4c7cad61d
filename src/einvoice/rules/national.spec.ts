import { describe, expect, it } from '@jest/globals';
import { breaches, type Change, type OpenInvoice } from '../testing/good-invoice.js';

/** A seller of a country with the number of its register, and a buyer of the same or another one. */
interface Country {
  readonly vatId: string;
  readonly register: readonly [scheme: string, value: string];
  readonly means?: string;
  readonly rate?: string;
}

const countries: Readonly<Record<string, Country>> = {
  DK: { vatId: 'DK12345678', register: ['0184', '12345678'] },
  IS: { vatId: 'IS123456', register: ['0196', '1234567890'] },
  NL: { vatId: 'NL123456789B01', register: ['0106', '12345678'] },
  SE: { vatId: 'SE556677889901', register: ['0007', '5566778899'], rate: '25' },
  IT: { vatId: 'IT12345678903', register: ['0088', '4012345000009'] },
  NO: { vatId: 'NO974760673MVA', register: ['0192', '974760673'] },
};

function become(invoice: OpenInvoice, name: string, buyer = name): void {
  const country = countries[name]!;
  const [scheme, value] = country.register;
  invoice.seller.vatId = country.vatId;
  invoice.seller.legalRegistration = { scheme, value };
  invoice.seller.address!.country = name;
  invoice.buyer.address!.country = buyer;
  invoice.buyer.legalRegistration = { scheme, value };
  if (country.rate === undefined) return;
  invoice.lines[0]!.tax.rate = country.rate;
  invoice.taxes = [{ category: 'S', rate: country.rate, taxable: '200.00', amount: '50.00' }];
  Object.assign(invoice.totals, { taxTotal: '50.00', withTax: '250.00', amountDue: '250.00' });
}

const found = (name: string, change: Change, buyer?: string): string[] =>
  breaches((invoice) => {
    become(invoice, name, buyer);
    change(invoice);
  }, 'peppol');

const mandate = { mandate: 'M-1', creditorId: 'C-1' };

const cases: readonly (readonly [country: string, finding: string, change: Change])[] = [
  [
    'DK',
    'DK-R-014 /organization/registration_scheme',
    (it) => (it.seller.legalRegistration = undefined),
  ],
  ['DK', 'DK-R-005 /payment/means', (it) => (it.payment!.meansCode = '30')],
  [
    'DK',
    'DK-R-007 /payment/debited_iban',
    (it) => (it.payment = { meansCode: '49', directDebit: mandate }),
  ],
  [
    'IS',
    'IS-R-002 /organization/registration_scheme',
    (it) => (it.seller.legalRegistration!.scheme = '0060'),
  ],
  ['IS', 'IS-R-003 /organization/address/line1', (it) => (it.seller.address!.line1 = undefined)],
  [
    'IS',
    'IS-R-003 /organization/address/postal_code',
    (it) => (it.seller.address!.postalCode = ''),
  ],
  [
    'IS',
    'IS-R-004 /recipient/registration_scheme',
    (it) => (it.buyer.legalRegistration = undefined),
  ],
  ['IS', 'IS-R-005 /recipient/address/line1', (it) => (it.buyer.address!.line1 = undefined)],
  ['NL', 'NL-R-001 /preceding_invoices', (it) => (it.typeCode = '381')],
  ['NL', 'NL-R-002 /organization/address/line1', (it) => (it.seller.address!.line1 = undefined)],
  ['NL', 'NL-R-002 /organization/address/city', (it) => (it.seller.address!.city = undefined)],
  [
    'NL',
    'NL-R-003 /organization/registration_scheme',
    (it) => (it.seller.legalRegistration = { scheme: '0060', value: '1' }),
  ],
  ['NL', 'NL-R-004 /recipient/address/postal_code', (it) => (it.buyer.address!.postalCode = '')],
  [
    'NL',
    'NL-R-005 /recipient/registration_scheme',
    (it) => (it.buyer.legalRegistration = { value: '1' }),
  ],
  ['NL', 'NL-R-007 /payment', (it) => (it.payment = undefined)],
  ['NL', 'NL-R-008 /payment/means', (it) => (it.payment!.meansCode = '10')],
  ['SE', 'SE-R-001 /organization/tax_id', (it) => (it.seller.vatId = 'SE5566778899')],
  [
    'SE',
    'SE-R-004 /organization/registration_number',
    (it) => (it.seller.legalRegistration = { value: '5566778890' }),
  ],
  ['SE', 'SE-R-005 /organization/tax_id', (it) => (it.seller.taxNumber = '123')],
  [
    'SE',
    'SE-R-006 /line_items',
    (it) => {
      it.lines[0]!.tax.rate = '24.9';
      Object.assign(it.taxes[0]!, { rate: '24.9' });
    },
  ],
  ['IT', 'IT-R-001 /organization/tax_id', (it) => (it.seller.taxNumber = '123')],
  ['IT', 'IT-R-002 /organization/address/line1', (it) => (it.seller.address!.line1 = undefined)],
  ['IT', 'IT-R-003 /organization/address/city', (it) => (it.seller.address!.city = undefined)],
  [
    'IT',
    'IT-R-004 /organization/address/postal_code',
    (it) => (it.seller.address!.postalCode = ''),
  ],
  ['NO', 'NO-R-001 /organization/tax_id', (it) => (it.seller.vatId = 'NO974760674MVA')],
];

describe('the national rules of Peppol', () => {
  it.each(Object.keys(countries))('have nothing against a good invoice within %s', (name) => {
    expect(found(name, () => undefined)).toEqual([]);
  });

  it.each(cases)('%s: %s, and nothing else', (name, finding, change) => {
    expect(found(name, change)).toEqual([finding]);
  });

  it.each(['DK', 'IS', 'NL'])('ask nothing of a buyer who is not in %s', (name) => {
    const change: Change = (it) => {
      it.payment!.meansCode = '30';
      it.buyer.legalRegistration = undefined;
      it.buyer.address = { country: 'FR' };
    };
    expect(found(name, change, 'FR')).toEqual([]);
  });

  it('take the rates of Sweden however they are written', () => {
    expect(found('SE', (it) => (it.taxes[0]!.rate = it.lines[0]!.tax.rate = '25.00'))).toEqual([]);
  });

  it('refuse sellers in Greece, who name the MARK of myDATA', () => {
    const change: Change = (it) => {
      it.seller.vatId = 'EL123456789';
      it.seller.address!.country = 'GR';
    };
    expect(breaches(change, 'peppol')).toEqual(['GR-R-004 /format']);
  });
});

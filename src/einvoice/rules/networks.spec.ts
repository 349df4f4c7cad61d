import { describe, expect, it } from '@jest/globals';
import { type Breach, breaches, expected, type OpenInvoice } from '../testing/good-invoice.js';

const debit = {
  meansCode: '59',
  directDebit: {
    mandate: 'M-1',
    creditorId: 'DE98ZZZ09999999999',
    debitedIban: 'DE02120300000000202051',
  },
};
const without = (part: keyof typeof debit.directDebit, meansCode = '59') => ({
  meansCode,
  directDebit: { ...debit.directDebit, [part]: undefined },
});

/** What XRechnung calls BR-DE-1 and Peppol DE-R-001 between two parties in Germany. */
const german = (name: (number: string) => string): Breach[] => [
  [name('1'), '/payment', (it) => (it.payment = undefined)],
  [name('3'), '/organization/address/city', (it) => (it.seller.address!.city = undefined)],
  [name('4'), '/organization/address/postal_code', (it) => (it.seller.address!.postalCode = ' ')],
  [name('5'), '/organization/contact_name', (it) => (it.seller.contact!.name = undefined)],
  [name('6'), '/organization/phone', (it) => (it.seller.contact!.phone = undefined)],
  [name('7'), '/organization/email', (it) => (it.seller.contact!.email = '')],
  [name('8'), '/recipient/address/city', (it) => (it.buyer.address!.city = undefined)],
  [name('9'), '/recipient/address/postal_code', (it) => (it.buyer.address!.postalCode = undefined)],
  [name('10'), '/delivery/address/city', (it) => (it.delivery!.address!.city = undefined)],
  [name('11'), '/delivery/address/postal_code', (it) => (it.delivery!.address!.postalCode = '')],
  [name('15'), '/recipient/buyer_reference', (it) => (it.buyerReference = '04011000-12345-04')],
  [
    name('15'),
    '/recipient/electronic_addresses',
    (it) => (it.buyer.electronicAddress!.value = '04011000-12345-04'),
  ],
  [name('18'), '/terms', (it) => (it.paymentTerms = '#SKONTO#TAGE=14#PROZENT=2#\n')],
  [name('18'), '/terms', (it) => (it.paymentTerms = 'Net 30\n # of days')],
  [
    `${name('23')}-a`,
    '/payment/iban',
    (it) => (it.payment = { meansCode: '58' }),
    'BR-61 /payment/iban',
  ],
  [
    `${name('24')}-a`,
    '/payment/card_last_digits',
    (it) => (it.payment = { meansCode: '54', card: { holder: 'A. Buyer' } }),
  ],
  [
    `${name('25')}-a`,
    '/payment/mandate',
    (it) => (it.payment = without('mandate')),
    'PEPPOL-EN16931-R061 /payment/mandate',
  ],
  [name('30'), '/payment/creditor_id', (it) => (it.payment = without('creditorId'))],
  [name('31'), '/payment/debited_iban', (it) => (it.payment = without('debitedIban', '49'))],
];

const common: Breach[] = [
  ['PEPPOL-EN16931-R001', '', (it) => (it.process = undefined)],
  [
    'PEPPOL-EN16931-R010',
    '/recipient/electronic_addresses',
    (it) => (it.buyer.electronicAddress = undefined),
  ],
  [
    'PEPPOL-EN16931-R020',
    '/organization/electronic_addresses',
    (it) => (it.seller.electronicAddress = undefined),
  ],
  [
    'PEPPOL-EN16931-R055',
    '/tax_currency',
    (it) => {
      it.taxCurrency = 'USD';
      it.totals.taxTotalInTaxCurrency = '-40.00';
    },
  ],
  ['PEPPOL-EN16931-R061', '/payment/mandate', (it) => (it.payment = without('mandate', '49'))],
  [
    'PEPPOL-EN16931-R110',
    '/line_items/0/period/start',
    (it) => {
      it.period = { start: '2026-01-10' };
      it.lines[0]!.period = { start: '2026-01-09' };
    },
  ],
  [
    'PEPPOL-EN16931-R111',
    '/line_items/0/period/end',
    (it) => {
      it.period = { end: '2026-01-10' };
      it.lines[0]!.period = { end: '2026-01-11' };
    },
  ],
];

const abroad = (it: OpenInvoice) => (it.buyer.address!.country = 'FR');
const registered = (scheme: string, value: string) => (it: OpenInvoice) =>
  (it.seller.legalRegistration = { scheme, value });

const peppol: Breach[] = [
  [
    'PEPPOL-EN16931-R002',
    '/notes',
    (it) => {
      abroad(it);
      it.notes = ['One', 'Two'];
    },
  ],
  [
    'PEPPOL-EN16931-R003',
    '/recipient/buyer_reference',
    (it) => {
      abroad(it);
      it.buyerReference = undefined;
    },
  ],
  ['PEPPOL-EN16931-P0100', '/type', (it) => (it.typeCode = '389')],
  ['PEPPOL-EN16931-CL007', '/currency', (it) => (it.currency = 'MRU')],
  [
    'PEPPOL-EN16931-CL008',
    '/recipient/electronic_addresses',
    (it) => (it.buyer.electronicAddress = { value: 'post@example.com', scheme: 'EM' }),
  ],
  ['BR-CO-25', '/due_date', (it) => (it.dueDate = undefined)],
  ...(
    [
      ['0088', '4012345000008', 'R040'],
      ['0192', '123456789', 'R041'],
      ['0184', '123', 'R042'],
      ['0208', '0123456789', 'R043'],
      ['0201', 'ABC', 'R044'],
      ['0210', '123', 'R045'],
      ['0211', 'IT12345678901', 'R047'],
      ['0007', '1234567890', 'R049'],
      ['0151', '12345678901', 'R050'],
    ] as const
  ).map(([scheme, value, rule]): Breach => [
    `PEPPOL-COMMON-${rule}`,
    '/organization/registration_number',
    registered(scheme, value),
  ]),
  [
    'PEPPOL-COMMON-R040',
    '/recipient/electronic_addresses',
    (it) => (it.buyer.electronicAddress = { scheme: '0088', value: '4012345000008' }),
  ],
  [
    'PEPPOL-COMMON-R040',
    '/organization/electronic_addresses',
    (it) => (it.seller.electronicAddress = { scheme: '0088', value: '4012345000008' }),
  ],
  [
    'PEPPOL-COMMON-R040',
    '/recipient/registration_number',
    (it) => (it.buyer.legalRegistration = { scheme: '0088', value: '4012345000008' }),
  ],
];

describe('XRechnung', () => {
  it.each([...german((number) => `BR-DE-${number}`), ...common])(
    '%s at "%s" is found, and nothing else',
    (...breach) => {
      expect(breaches(breach[2], 'xrechnung').sort()).toEqual(expected(breach));
    },
  );

  it('asks for a reference of the buyer (BR-DE-15)', () => {
    expect(breaches((it) => (it.buyerReference = undefined), 'xrechnung')).toEqual([
      'BR-DE-15 /recipient/buyer_reference',
    ]);
  });

  it('has nothing against a direct debit with all that belongs to it, a card, or cash', () => {
    const card = { meansCode: '48', card: { lastDigits: '4242' } };
    for (const payment of [debit, { ...debit, meansCode: '49' }, card, { meansCode: '10' }]) {
      expect(breaches((it) => (it.payment = payment), 'xrechnung')).toEqual([]);
    }
  });
});

describe('Peppol', () => {
  it.each([...german((number) => `DE-R-${number.padStart(3, '0')}`), ...common, ...peppol])(
    '%s at "%s" is found, and nothing else',
    (...breach) => {
      expect(breaches(breach[2], 'peppol').sort()).toEqual(expected(breach));
    },
  );

  it('asks nothing of Germany where only one party is there', () => {
    const found = breaches((it) => {
      abroad(it);
      it.seller.contact = undefined;
      it.payment = undefined;
    }, 'peppol');
    expect(found).toEqual([]);
  });

  it.each(['purchaseOrder', 'salesOrder'] as const)('takes the %s for the reference', (order) => {
    const found = breaches((it) => {
      abroad(it);
      it.buyerReference = undefined;
      it.references[order] = 'PO-7';
    }, 'peppol');
    expect(found).toEqual([]);
  });

  it('asks a credit note for no day of payment (BR-CO-25)', () => {
    const found = breaches((it) => {
      it.typeCode = '381';
      it.dueDate = undefined;
    }, 'peppol');
    expect(found).toEqual([]);
  });
});

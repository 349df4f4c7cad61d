import { type Profile } from '../formats.js';
import { type EInvoice } from '../model.js';
import { findingsOf } from '../rules/rules.js';

type Open<T> = T extends object ? { -readonly [Key in keyof T]: Open<T[Key]> } : T;

/** An invoice that a test may change. */
export type OpenInvoice = Open<EInvoice>;
/** What a test does to a good invoice. */
export type Change = (invoice: OpenInvoice) => unknown;
/** A rule, where it points, and the change that breaks it; what else breaks with it follows. */
export type Breach = readonly [rule: string, pointer: string, change: Change, ...others: string[]];

const good: EInvoice = {
  specification: 'urn:cen.eu:en16931:2017',
  process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  number: 'RE-1',
  issueDate: '2026-01-19',
  typeCode: '380',
  currency: 'EUR',
  dueDate: '2026-02-02',
  buyerReference: '04011000-12345-03',
  references: {},
  notes: [],
  precedingInvoices: [],
  seller: {
    name: 'Beispiel GmbH',
    electronicAddress: { value: 'DE123456789', scheme: '9930' },
    legalRegistration: { value: '4012345000009', scheme: '0088' },
    vatId: 'DE123456789',
    address: { line1: 'Straße 1', city: 'Berlin', postalCode: '10115', country: 'DE' },
    contact: { name: 'Buchhaltung', phone: '+49 30 1234567', email: 'post@example.com' },
  },
  buyer: {
    name: 'Stadt Musterstadt',
    electronicAddress: { value: '04011000-12345-03', scheme: '0204' },
    vatId: 'DE987654321',
    address: { line1: 'Platz 1', city: 'Musterstadt', postalCode: '20095', country: 'DE' },
  },
  delivery: {
    date: '2026-01-15',
    address: { city: 'Hamburg', postalCode: '20095', country: 'DE' },
  },
  payment: { meansCode: '58', account: { iban: 'DE89370400440532013000' } },
  allowances: [],
  charges: [],
  totals: {
    lineTotal: '200.00',
    withoutTax: '200.00',
    taxTotal: '38.00',
    withTax: '238.00',
    amountDue: '238.00',
  },
  taxes: [{ category: 'S', rate: '19', taxable: '200.00', amount: '38.00' }],
  lines: [
    {
      id: '1',
      name: 'Beratung',
      quantity: '2',
      unitCode: 'HUR',
      netAmount: '200.00',
      netPrice: '100',
      allowances: [],
      charges: [],
      tax: { category: 'S', rate: '19' },
    },
  ],
};

/** A German invoice over 200.00 and 19 % VAT that no profile has anything against, after a change. */
export function goodInvoice(change: Change): EInvoice {
  const invoice = structuredClone(good) as OpenInvoice;
  change(invoice);
  return invoice;
}

/** What rules say of a good invoice after a change, as `rule pointer`. */
export function breaches(change: Change, profile: Profile): string[] {
  return findingsOf(goodInvoice(change), profile).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

/** What a breach is expected to come to. */
export function expected([rule, pointer, , ...others]: Breach): string[] {
  return [`${rule} ${pointer}`, ...others].sort();
}

/** Tells an invoice's totals from its sum without tax and its tax. */
export function totalled(invoice: OpenInvoice, withoutTax: string, tax: string): void {
  const withTax = (Number(withoutTax) + Number(tax)).toFixed(2);
  Object.assign(invoice.totals, { withoutTax, taxTotal: tax, withTax, amountDue: withTax });
}

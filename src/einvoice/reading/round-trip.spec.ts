import fc from 'fast-check';
import { ciiOf } from '../cii.js';
import { type EInvoice } from '../model.js';
import { ublOf } from '../ubl.js';
import { readEInvoice } from './read-e-invoice.js';
import { XmlTree } from './xml-tree.js';

/** Any characters that XML can carry; the writers leave out the others, and readers the space around texts. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((any) => any.replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''))
  .map((any) => any.trim())
  .filter((any) => any !== '' && any !== 'NA');
/** The one text that keeps the space around it. */
const terms = fc.oneof(
  text,
  text.map((any) => `#SKONTO#${any}\n`),
);
const decimal = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A group that says at least one thing: one that says nothing is not there. */
function group<T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc
    .record(shape, { requiredKeys: [] })
    .filter((made) => Object.keys(made).length > 0) as fc.Arbitrary<Partial<T>>;
}
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const few = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(value, { maxLength: 3 });
const some = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const identifier = fc.record({ value: text, scheme: text }, { requiredKeys: ['value'] });
const address = group({
  ...{ line1: text, line2: text, line3: text, city: text },
  ...{ postalCode: text, region: text, country: text },
});
const period = group({ start: day, end: day });
const party = (taxNumber: fc.Arbitrary<string | undefined>) =>
  some({
    ...{ name: text, electronicAddress: identifier, legalRegistration: identifier },
    ...{ vatId: text, taxNumber, address },
    contact: group({ name: text, phone: text, email: text }),
  });
const tax = some({ category: fc.constantFrom('S', 'Z', 'AE', 'O'), rate: decimal });
const adjusted = {
  ...{ amount: decimal, base: decimal, percent: decimal, reason: text, reasonCode: text },
};
const adjustment = some(adjusted);
const documentAdjustment = fc.record({ ...adjusted, tax }, { requiredKeys: ['tax'] });
const payment = fc.record(
  {
    ...{ meansCode: fc.constantFrom('30', '58', '59', '48'), remittance: text },
    account: group({ iban: text, name: text, bic: text }),
    card: group({ lastDigits: text, holder: text }),
    directDebit: group({ mandate: text, creditorId: text, debitedIban: text }),
  },
  { requiredKeys: ['meansCode'] },
);
const line = fc.record(
  {
    ...{ id: text, note: text, name: text, description: text, period },
    ...{ quantity: decimal, netAmount: decimal, netPrice: decimal },
    ...{ baseQuantity: decimal, unitCode: text, tax },
    ...{ allowances: few(adjustment), charges: few(adjustment) },
  },
  { requiredKeys: ['quantity', 'tax', 'allowances', 'charges'] },
);
const breakdown = fc.record(
  {
    ...{ category: fc.constantFrom('S', 'E'), rate: decimal, taxable: decimal, amount: decimal },
    ...{ exemptionReason: text, exemptionCode: text },
  },
  { requiredKeys: ['amount'] },
);
const totals = fc.record(
  {
    ...{ lineTotal: decimal, allowanceTotal: decimal, chargeTotal: decimal, withoutTax: decimal },
    ...{ taxTotal: decimal, taxTotalInTaxCurrency: decimal, withTax: decimal },
    ...{ prepaid: decimal, rounding: decimal, amountDue: decimal },
  },
  { requiredKeys: ['taxTotal'] },
);

const invoices: fc.Arbitrary<EInvoice> = fc
  .record({
    head: some({
      ...{ specification: text, process: text, number: text, issueDate: day },
      ...{
        buyerReference: text,
        paymentTerms: terms,
        delivery: group({ name: text, date: day, address }),
      },
      period,
    }),
    currency: fc.constantFrom('EUR', 'CHF'),
    taxCurrency: maybe(fc.constantFrom('SEK', 'USD')),
    typeCode: fc.constantFrom('380', '381', '384'),
    dueDate: maybe(day),
    references: some({
      ...{ project: text, contract: text, purchaseOrder: text, salesOrder: text, accounting: text },
    }),
    notes: few(text),
    precedingInvoices: few(fc.record({ number: text, date: day }, { requiredKeys: ['number'] })),
    seller: party(text),
    buyer: party(fc.constant(undefined)),
    payment: maybe(payment),
    allowances: few(documentAdjustment),
    charges: few(documentAdjustment),
    totals,
    taxes: few(breakdown),
    lines: few(line),
  })
  .map(({ head, ...invoice }) => ({ ...head, ...invoice }));

function read(xml: string): ReturnType<typeof readEInvoice> {
  const tree = new XmlTree();
  // In pieces of odd sizes, as nothing may depend on where they end.
  for (let at = 0; at < xml.length; at += 777) tree.write(xml.slice(at, at + 777));
  return readEInvoice(tree.finish());
}

/** The amount in the other currency needs that currency to be told apart. */
function sayable(invoice: EInvoice): EInvoice {
  if (invoice.taxCurrency !== undefined) return invoice;
  return { ...invoice, totals: { ...invoice.totals, taxTotalInTaxCurrency: undefined } };
}

describe('what a writer has written', () => {
  it('reads back as it was: CII', () => {
    fc.assert(
      fc.property(invoices.map(sayable), (invoice) => {
        const { syntax, type, invoice: again } = read(ciiOf(invoice));
        expect({ syntax, type }).toEqual({
          syntax: 'cii',
          type: invoice.typeCode === '381' ? 'credit_note' : 'invoice',
        });
        expect(again).toEqual(invoice);
      }),
      { numRuns: 300 },
    );
  });

  it('reads back as it was: UBL, with the due date of a credit note beside its means of payment', () => {
    fc.assert(
      fc.property(invoices.map(sayable), (invoice) => {
        const isCreditNote = invoice.typeCode === '381';
        const { syntax, type, invoice: again } = read(ublOf(invoice));
        expect({ syntax, type }).toEqual({
          syntax: 'ubl',
          type: isCreditNote ? 'credit_note' : 'invoice',
        });
        const hasNoPlace = isCreditNote && invoice.payment === undefined;
        expect(again).toEqual(hasNoPlace ? { ...invoice, dueDate: undefined } : invoice);
      }),
      { numRuns: 300 },
    );
  });
});

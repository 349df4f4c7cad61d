import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newOrganization } from '../../accounts/organization.js';
import { type Decimal, powerOfTen } from '../../money/decimal.js';
import { absolute, sumOf } from '../../money/rounding.js';
import { type CompleteRequest } from '../complete-request.js';
import { draftOf } from '../draft.js';
import { type InvoiceDraft, type IssuedInvoice } from '../invoice.js';
import { invoiceRequests } from '../testing/random-invoices.js';
import { creditNoteDraft, type CreditedLine } from './credit-note-draft.js';
import { linesLeft } from './credit-note-figures.js';
import { restOfLines } from './credit-note-lines.js';
import { lineCreditMinor } from '../domain/credit-lines.js';

const texts = {
  date: '2026-02-01',
  reason: null,
  notes: null,
  metadata: {},
  source: 'api',
} as const;

function invoiceOf(request: CompleteRequest): IssuedInvoice | undefined {
  const context = {
    organization: { ...newOrganization, name: 'Example' },
    today: '2026-01-19',
    source: 'api',
    templateVersion: () => 'clean-2',
  } as const;
  const result = draftOf(request, context);
  if (!result.ok) return undefined;
  return {
    ...result.draft,
    status: 'issued',
    id: 'inv_1',
    number: { number: 'INV-1', series: null, period: null, sequence: null },
    customerId: null,
    createdAt: '2026-01-19T10:00:00.000Z',
    pdf: null,
    voided: null,
    email: null,
    creditedMinor: 0n,
    creditVersion: 0,
    creditNotes: [],
    convertedFrom: null,
    convertedTo: null,
  };
}

/** In thousandths: how much of each line a credit note takes, whether as an amount, and which one is voided. */
const step = fc.record({
  parts: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 4, maxLength: 4 }),
  asAmount: fc.boolean(),
  voids: fc.option(fc.nat(3), { nil: undefined, freq: 4 }),
});

function credited(
  invoice: IssuedInvoice,
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
) {
  let standing: InvoiceDraft[] = [];
  const made: InvoiceDraft[] = [];
  for (const { parts, asAmount, voids } of steps) {
    const left = linesLeft({ invoice, standing });
    const lines = left.flatMap((line, index): CreditedLine[] => {
      const part = BigInt(parts[index] ?? 0);
      const credit = asAmount
        ? { amountMinor: (line.amountMinor * part) / 1_000n }
        : { quantity: partOf(line.quantity, part) };
      const amountMinor = lineCreditMinor(credit, line);
      return typeof amountMinor === 'bigint' ? [{ index, credit, amountMinor }] : [];
    });
    const note = creditNoteDraft({ invoice, standing }, lines, texts);
    // Others are refused.
    const total = sumOf([...standing, note].map(({ totalMinor }) => totalMinor));
    if (note.totalMinor <= 0n || total > invoice.totalMinor) continue;
    made.push(note);
    standing.push(note);
    standing = standing.filter((_, index) => index !== voids);
  }
  const rest = creditNoteDraft({ invoice, standing }, restOfLines({ invoice, standing }), texts);
  return { made: [...made, rest], standing: [...standing, rest] };
}

/** So many thousandths of a quantity, with the six decimals that one may have. */
function partOf({ digits, scale }: Decimal, thousandths: bigint): Decimal {
  return { digits: (digits * powerOfTen(6 - scale) * thousandths) / 1_000n, scale: 6 };
}

const invoices = invoiceRequests
  .map(invoiceOf)
  .filter((invoice) => invoice !== undefined)
  .filter(({ totalMinor }) => totalMinor > 0n);
const runs = { numRuns: 80 };

describe('credit notes', () => {
  it('that take all of an invoice in any parts, some of them voided, come to it exactly', () => {
    fc.assert(
      fc.property(invoices, fc.array(step, { maxLength: 5 }), (invoice, steps) => {
        const { standing } = credited(invoice, steps);
        const total = (of: (document: InvoiceDraft) => bigint) => sumOf(standing.map(of));
        for (const figure of figures) expect(total(figure)).toBe(figure(invoice));
        const taxes = (documents: readonly InvoiceDraft[]) => {
          const sums = new Map<string, bigint[]>();
          for (const { name, rate, category, taxableMinor, taxMinor } of documents.flatMap(
            (document) => document.taxes,
          )) {
            const [taxable = 0n, tax = 0n] = sums.get(`${name} ${rate} ${category}`) ?? [];
            sums.set(`${name} ${rate} ${category}`, [taxable + taxableMinor, tax + taxMinor]);
          }
          return new Map(
            [...sums].filter(([, amounts]) => amounts.some((amount) => amount !== 0n)),
          );
        };
        expect(taxes(standing)).toEqual(taxes([invoice]));
        expect(linesLeft({ invoice, standing }).map(({ amountMinor }) => amountMinor)).toEqual(
          invoice.lines.map(() => 0n),
        );
      }),
      runs,
    );
  });

  it('add up each, whatever was credited before', () => {
    fc.assert(
      fc.property(invoices, fc.array(step, { maxLength: 5 }), (invoice, steps) => {
        for (const note of credited(invoice, steps).made) {
          const { lines, discounts, charges, taxes, settlement } = note;
          const net = (rows: readonly { netMinor: bigint }[]) =>
            sumOf(rows.map((row) => row.netMinor));
          expect(net(lines)).toBe(note.subtotalMinor);
          expect(net(discounts)).toBe(note.discountTotalMinor);
          expect(net(charges)).toBe(note.chargeTotalMinor);
          expect(sumOf(taxes.map(({ taxMinor }) => taxMinor))).toBe(note.taxTotalMinor);
          expect(
            note.subtotalMinor -
              note.discountTotalMinor +
              note.chargeTotalMinor +
              note.taxTotalMinor,
          ).toBe(note.totalMinor);
          expect(
            note.totalMinor - settlement.withholdingTotalMinor + settlement.roundingMinor,
          ).toBe(settlement.amountDueMinor);
        }
      }),
      runs,
    );
  });

  it('in equal parts differ by a cent of the line and one of the tax either way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1_000, max: 99_999 }),
        fc.boolean(),
        (quantity, price, inclusive) => {
          const invoice = invoiceOf({
            currency: 'EUR',
            recipient: { name: 'Acme' },
            prices_include_tax: inclusive,
            line_items: [
              { description: 'Work', quantity, unit_price: `${price / 1_000}`, tax_rate: 19 },
            ],
          })!;
          const standing: InvoiceDraft[] = [];
          for (let done = 0; done < quantity; done += 1) {
            const credit = { quantity: { digits: 1n, scale: 0 } };
            const amountMinor = lineCreditMinor(credit, linesLeft({ invoice, standing })[0]!);
            if (typeof amountMinor !== 'bigint') throw new Error(amountMinor);
            standing.push(
              creditNoteDraft({ invoice, standing }, [{ index: 0, credit, amountMinor }], texts),
            );
          }
          const totals = standing.map(({ totalMinor }) => totalMinor);
          const largest = totals.reduce((one, other) => (one > other ? one : other));
          const smallest = totals.reduce((one, other) => (one < other ? one : other));
          expect(absolute(largest - smallest)).toBeLessThanOrEqual(3n);
          expect(sumOf(totals)).toBe(invoice.totalMinor);
        },
      ),
      { numRuns: 20 },
    );
  });
});

const figures: ((document: InvoiceDraft) => bigint)[] = [
  ({ subtotalMinor }) => subtotalMinor,
  ({ discountTotalMinor }) => discountTotalMinor,
  ({ chargeTotalMinor }) => chargeTotalMinor,
  ({ taxTotalMinor }) => taxTotalMinor,
  ({ totalMinor }) => totalMinor,
  ({ settlement }) => settlement.withholdingTotalMinor,
  ({ settlement }) => settlement.roundingMinor,
  ({ settlement }) => settlement.amountDueMinor,
  ({ settlement }) => settlement.taxCurrency?.taxTotalMinor ?? 0n,
];

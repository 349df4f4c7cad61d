import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newOrganization } from '../accounts/organization.js';
import { draftOf } from './draft.js';
import { headOf, linesOf } from './dto/invoice-answer.js';
import { type CompleteRequest } from './complete-request.js';
import { type InvoiceDraft } from './invoice.js';
import { referenceTotals } from './testing/reference-totals.js';
import { invoiceRequests } from './testing/random-invoices.js';

const organization = { ...newOrganization, name: 'Example Ltd' };

function draft(request: CompleteRequest): InvoiceDraft {
  const result = draftOf(request, {
    organization,
    today: '2026-01-19',
    source: 'api',
    templateVersion: () => 'clean-2',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.draft;
}

/** Whole units of the currency's last decimal. */
const minor = (amount: string) => BigInt(amount.replace('.', ''));
const sum = (amounts: readonly string[]) =>
  amounts.reduce((total, amount) => total + minor(amount), 0n);

describe('ten thousand random invoices', () => {
  it('have the totals of a calculation that was written apart, and every sum adds up', () => {
    const seen = { compared: 0, inclusive: 0, compound: 0, currencies: new Set<string>() };
    fc.assert(
      fc.property(invoiceRequests, (request) => {
        const made = draft(request);
        const answer = headOf(made);
        const lines = linesOf(made);

        const total =
          minor(answer.subtotal) -
          minor(answer.discount_total) +
          minor(answer.charge_total) +
          minor(answer.tax_total);
        const due = total - minor(answer.withholding_total) + minor(answer.rounding_amount);
        expect([
          sum(lines.map((line) => line.net_amount)),
          sum(answer.taxes.map((tax) => tax.tax_amount)),
          total,
          due,
        ]).toEqual([
          minor(answer.subtotal),
          minor(answer.tax_total),
          minor(answer.total),
          minor(answer.amount_due),
        ]);
        if (request.prices_include_tax === true) {
          const entered =
            sum(lines.map((line) => line.amount)) -
            sum(answer.discounts.map((each) => each.amount ?? '0')) +
            sum(answer.charges.map((each) => each.amount ?? '0'));
          expect(total).toBe(entered);
          seen.inclusive += 1;
        }

        const reference = referenceTotals(request);
        expect(answer).toMatchObject(reference.sure);
        if (reference.groups !== undefined) {
          const groups = answer.taxes.map((tax) => [tax.taxable_amount, tax.tax_amount].join());
          expect(groups.sort()).toEqual([...reference.groups].sort());
          seen.compared += 1;
        }
        if (answer.taxes.some((tax) => tax.compound)) seen.compound += 1;
        seen.currencies.add(answer.currency);
      }),
      { numRuns: 10_000 },
    );
    // What was drawn has to be worth comparing.
    expect([...seen.currencies].sort()).toEqual(['EUR', 'JPY', 'KWD']);
    expect(seen.compared).toBeGreaterThan(5_000);
    expect(seen.inclusive).toBeGreaterThan(3_000);
    expect(seen.compound).toBeGreaterThan(1_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { powerOfTen } from '../../money/decimal.js';
import { absolute, sumOf } from '../../money/rounding.js';
import { rateSuits, taxCategories } from '../../money/tax-category.js';
import { type Tax } from './tax.js';
import { calculateTotals, type Totals, type TotalsInput } from './totals.js';

const tax = (name: string, digits: bigint, scale = 0, compound = false): Tax => ({
  name,
  category: 'S',
  rate: { digits, scale },
  ...(compound && { compound }),
});
const gst = tax('GST', 5n);
const qst = tax('QST', 95n, 1, true);
const levy = tax('Levy', 125n, 2, true);
const price = (digits: bigint, ...taxes: Tax[]) => ({
  quantity: { digits: 1n, scale: 0 },
  unitPrice: { digits, scale: 2 },
  taxes,
});

function totalsOf(input: Partial<TotalsInput>): Totals {
  const given = {
    currencyDecimals: 2,
    pricesIncludeTax: false,
    lines: [],
    discounts: [],
    charges: [],
  };
  const result = calculateTotals({ ...given, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.totals;
}

const figures = ({ taxes }: Totals) =>
  taxes.map((each) => [each.name, each.taxableMinor, each.taxMinor]);

describe('a compound tax', () => {
  it('is charged on the net amount and the simple tax beside it, as QST was until 2012', () => {
    const totals = totalsOf({ lines: [price(200_00n, gst, qst)] });
    expect(figures(totals)).toEqual([
      ['GST', 200_00n, 10_00n],
      ['QST', 210_00n, 19_95n],
    ]);
    expect(totals.totalMinor).toBe(229_95n);
  });

  it('does not depend on the order of the taxes of a line', () => {
    const totals = totalsOf({ lines: [price(200_00n, qst, gst)] });
    expect(figures(totals)).toEqual([
      ['QST', 210_00n, 19_95n],
      ['GST', 200_00n, 10_00n],
    ]);
  });

  it('is not charged on another compound tax, nor on simple ones of other lines', () => {
    const totals = totalsOf({ lines: [price(200_00n, gst, qst, levy), price(100_00n, gst)] });
    expect(figures(totals)).toEqual([
      ['GST', 300_00n, 15_00n],
      ['QST', 210_00n, 19_95n],
      ['Levy', 210_00n, 2_63n],
    ]);
  });

  it('alone on a line is a simple one', () => {
    expect(figures(totalsOf({ lines: [price(100_00n, qst)] }))).toEqual([['QST', 100_00n, 9_50n]]);
  });

  it('is another tax than the simple one of the same name and rate', () => {
    const simple = tax('QST', 95n, 1);
    const totals = totalsOf({ lines: [price(100_00n, gst, qst), price(100_00n, simple)] });
    expect(figures(totals)).toEqual([
      ['GST', 100_00n, 5_00n],
      ['QST', 105_00n, 9_98n],
      ['QST', 100_00n, 9_50n],
    ]);
  });

  it('is held by prices that include it, and the total stays what was entered', () => {
    const totals = totalsOf({ pricesIncludeTax: true, lines: [price(229_95n, gst, qst)] });
    expect(figures(totals)).toEqual([
      ['GST', 200_00n, 10_00n],
      ['QST', 210_00n, 19_95n],
    ]);
    expect([totals.subtotalMinor, totals.totalMinor]).toEqual([200_00n, 229_95n]);
  });

  it('is held within half a minor unit of its rate on the amount it is told to be charged on', () => {
    const taxes = fc.shuffledSubarray([gst, qst, levy, tax('PST', 7n)], { minLength: 1 });
    const line = fc
      .tuple(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), taxes)
      .map(([digits, borne]) => price(digits, ...borne));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (lines, inclusive) => {
          const totals = totalsOf({ lines, pricesIncludeTax: inclusive });
          const { subtotalMinor, taxTotalMinor, totalMinor } = totals;
          expect(subtotalMinor + taxTotalMinor).toBe(totalMinor);
          if (inclusive) {
            expect(totalMinor).toBe(sumOf(totals.lines.map((row) => row.amountMinor)));
            return;
          }
          for (const { rate, taxableMinor, taxMinor } of totals.taxes) {
            const hundred = 100n * powerOfTen(rate.scale);
            const error = absolute(taxMinor * hundred - taxableMinor * rate.digits);
            expect(2n * error).toBeLessThanOrEqual(hundred);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the category of a tax', () => {
  it('allows the rates of EN 16931', () => {
    const suits = (digits: bigint) =>
      taxCategories.filter((category) => rateSuits(category, { digits, scale: 0 }));
    expect(suits(19n)).toEqual(['S', 'L', 'M']);
    expect(suits(0n)).toEqual(['Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M']);
    expect(suits(-1n)).toEqual([]);
  });
});

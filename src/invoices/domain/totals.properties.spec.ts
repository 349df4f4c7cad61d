import fc from 'fast-check';
import { type Decimal, powerOfTen } from '../../money/decimal.js';
import { absolute, sumOf } from '../../money/rounding.js';
import { type Tax } from './tax.js';
import {
  calculateTotals,
  type Totals,
  type TotalsAdjustment,
  type TotalsInput,
  type TotalsLine,
} from './totals.js';
import { fastestMs } from '../../../test/support/fastest.js';

const rates: Tax[] = [
  { name: 'VAT', category: 'S', rate: { digits: 19n, scale: 0 } },
  { name: 'VAT', category: 'S', rate: { digits: 7n, scale: 0 } },
  { name: 'VAT', category: 'Z', rate: { digits: 0n, scale: 0 } },
  { name: 'QST', category: 'S', rate: { digits: 9975n, scale: 3 } },
  { name: 'GST', category: 'S', rate: { digits: 50n, scale: 1 } },
  { name: 'Withholding', category: 'E', rate: { digits: -15n, scale: 0 } },
];

function decimal(max: bigint, scaleMax: number): fc.Arbitrary<Decimal> {
  return fc.record({
    digits: fc.bigInt({ min: -max, max }),
    scale: fc.integer({ min: 0, max: scaleMax }),
  });
}

const percent = decimal(100n, 0).map(({ digits }) => ({ percent: { digits, scale: 0 } }));
const amount = fc.bigInt({ min: -10_000n, max: 10_000n }).map((amountMinor) => ({ amountMinor }));
const reduction = fc.oneof(percent, amount);
const taxes = fc.subarray(rates, { maxLength: 3 });

const line: fc.Arbitrary<TotalsLine> = fc.record({
  quantity: decimal(100_000n, 5),
  unitPrice: decimal(100_000n, 6),
  discount: fc.option(reduction, { nil: undefined }),
  taxes,
});

/**
 * Adjustments with taxes of their own give an amount, because a percentage needs lines with the
 * same taxes.
 */
const adjustment: fc.Arbitrary<TotalsAdjustment> = fc.oneof(
  reduction,
  fc.record({ amountMinor: fc.bigInt({ min: -10_000n, max: 10_000n }), taxes }),
);

function inputs(pricesIncludeTax: boolean): fc.Arbitrary<TotalsInput> {
  return fc.record({
    currencyDecimals: fc.constantFrom(0, 2, 3),
    pricesIncludeTax: fc.constant(pricesIncludeTax),
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    discounts: fc.array(adjustment, { maxLength: 3 }),
    charges: fc.array(adjustment, { maxLength: 3 }),
  });
}

const anyInput = fc.oneof(inputs(false), inputs(true));
const runs = { numRuns: 500 };

function totalsOf(input: TotalsInput): Totals {
  const result = calculateTotals(input);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.totals;
}

const amounts = (rows: readonly { amountMinor: bigint }[]): bigint =>
  sumOf(rows.map((row) => row.amountMinor));

function entered({ lines, discounts, charges }: Totals): bigint {
  return amounts(lines) - amounts(discounts) + amounts(charges);
}

describe('totals', () => {
  it('add up exactly', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const totals = totalsOf(input);
        const { subtotalMinor, discountTotalMinor, chargeTotalMinor, taxTotalMinor } = totals;
        expect(subtotalMinor - discountTotalMinor + chargeTotalMinor + taxTotalMinor).toBe(
          totals.totalMinor,
        );
        expect(sumOf(totals.lines.map((row) => row.netMinor))).toBe(subtotalMinor);
        expect(sumOf(totals.taxes.map((group) => group.taxMinor))).toBe(taxTotalMinor);
      }),
      runs,
    );
  });

  it('are what was entered when prices include tax', () => {
    fc.assert(
      fc.property(inputs(true), (input) => {
        const totals = totalsOf(input);
        expect(totals.totalMinor).toBe(entered(totals));
      }),
      runs,
    );
  });

  it('have every net as entered when prices do not include tax', () => {
    fc.assert(
      fc.property(inputs(false), (input) => {
        const totals = totalsOf(input);
        const rows = [...totals.lines, ...totals.discounts, ...totals.charges];
        expect(rows.filter((row) => row.netMinor !== row.amountMinor)).toEqual([]);
        expect(totals.totalMinor - totals.taxTotalMinor).toBe(entered(totals));
      }),
      runs,
    );
  });

  it('hold each tax within half a minor unit of the exact one on top of net prices', () => {
    fc.assert(
      fc.property(inputs(false), (input) => {
        for (const { rate, taxableMinor, taxMinor } of totalsOf(input).taxes) {
          const hundred = 100n * powerOfTen(rate.scale);
          const error = absolute(taxMinor * hundred - taxableMinor * rate.digits);
          expect(2n * error).toBeLessThanOrEqual(hundred);
        }
      }),
      runs,
    );
  });

  it('hold a single included tax within one minor unit of its net amount times the rate', () => {
    const single = inputs(true).map((input) => ({
      ...input,
      lines: input.lines.map((row) => ({ ...row, taxes: row.taxes.slice(0, 1) })),
      discounts: [],
      charges: [],
    }));
    fc.assert(
      fc.property(single, (input) => {
        for (const { rate, taxableMinor, taxMinor } of totalsOf(input).taxes) {
          const hundred = 100n * powerOfTen(rate.scale);
          expect(absolute(taxMinor * hundred - taxableMinor * rate.digits)).toBeLessThan(hundred);
        }
      }),
      runs,
    );
  });

  it('do not depend on the order of the lines', () => {
    const shuffled = inputs(false).chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.shuffledSubarray([...input.lines], { minLength: input.lines.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([input, lines], pricesIncludeTax) => {
        const first = totalsOf({ ...input, pricesIncludeTax });
        const second = totalsOf({ ...input, lines, pricesIncludeTax });
        expect(second.totalMinor).toBe(first.totalMinor);
        expect(second.taxTotalMinor).toBe(first.taxTotalMinor);
      }),
      runs,
    );
  });

  it('come to nothing after a discount of 100 %', () => {
    const hundred: TotalsAdjustment = { percent: { digits: 100n, scale: 0 } };
    fc.assert(
      fc.property(anyInput, (input) => {
        const totals = totalsOf({ ...input, discounts: [hundred], charges: [] });
        expect([totals.totalMinor, totals.taxTotalMinor]).toEqual([0n, 0n]);
        expect(totals.discountTotalMinor).toBe(totals.subtotalMinor);
      }),
      runs,
    );
  });

  it('turn round when everything is returned', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const there = totalsOf(input);
        const back = totalsOf(returned(input));
        expect(back.totalMinor).toBe(-there.totalMinor);
        expect(back.taxes.map((group) => group.taxMinor)).toEqual(
          there.taxes.map((group) => -group.taxMinor),
        );
      }),
      runs,
    );
  });
});

function returned(input: TotalsInput): TotalsInput {
  return {
    ...input,
    lines: input.lines.map((row) => ({
      ...row,
      quantity: { ...row.quantity, digits: -row.quantity.digits },
      discount: row.discount && turned(row.discount),
    })),
    discounts: input.discounts.map(turned),
    charges: input.charges.map(turned),
  };
}

function turned<Given extends TotalsAdjustment>(given: Given): Given {
  return 'amountMinor' in given ? { ...given, amountMinor: -given.amountMinor } : given;
}

describe('line nets', () => {
  it('lie less than one minor unit from their exact value when prices include tax', () => {
    fc.assert(
      fc.property(inputs(true), (input) => {
        totalsOf(input).lines.forEach((row, index) => {
          const scale = 6;
          const rate = sumOf(
            input.lines[index]!.taxes.map(
              (tax) => tax.rate.digits * powerOfTen(scale - tax.rate.scale),
            ),
          );
          const hundred = 100n * powerOfTen(scale);
          const error = row.netMinor * (hundred + rate) - row.amountMinor * hundred;
          expect(absolute(error)).toBeLessThan(hundred + rate);
        });
      }),
      runs,
    );
  });
});

describe('a long invoice', () => {
  it('is calculated at once', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => ({
      quantity: { digits: BigInt(index + 1), scale: 1 },
      unitPrice: { digits: 123_456n, scale: 3 },
      taxes: [rates[index % 5]!],
    }));
    const input = { currencyDecimals: 2, lines, discounts: [], charges: [] };
    const takenMs = await fastestMs(() => {
      totalsOf({ ...input, pricesIncludeTax: false });
      totalsOf({ ...input, pricesIncludeTax: true });
    });
    expect(takenMs).toBeLessThan(500);
  });
});

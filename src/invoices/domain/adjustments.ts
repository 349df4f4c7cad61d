import { absolute, allocate, amountAt, sumOf } from '../../money/rounding.js';
import { type Reduction, reductionMinor } from './line-amount.js';
import { type TaxCombination } from './tax-combinations.js';

/** An amount in minor units, as entered, that bears one combination of taxes. */
export interface TaxedAmount {
  readonly combination: TaxCombination;
  readonly amountMinor: bigint;
}

/**
 * What a discount or charge of the whole document comes to, and how it is spread over the
 * combinations.
 */
export interface Adjustment {
  readonly amountMinor: bigint;
  readonly parts: readonly TaxedAmount[];
}

/** The sums of the line amounts by tax combination, in minor units. */
export type LineSums = ReadonlyMap<TaxCombination, bigint>;

/** Adds the line amounts up by tax combination, in order of first appearance. */
export function lineSumsOf(lines: readonly TaxedAmount[]): LineSums {
  const sums = new Map<TaxCombination, bigint>();
  for (const { combination, amountMinor } of lines) {
    sums.set(combination, (sums.get(combination) ?? 0n) + amountMinor);
  }
  return sums;
}

/**
 * A document discount or charge. One with taxes of its own takes a percentage of the lines that
 * bear the same taxes (EN 16931 BG-20 and BG-21 belong to one VAT group); any other takes it of all
 * lines and is spread over their combinations by their sums, ties in an order that moving lines
 * about does not change. Throws a RangeError when it has to be spread and there are no lines.
 */
export function adjustmentOf(
  reduction: Reduction,
  own: TaxCombination | undefined,
  lineSums: LineSums,
): Adjustment {
  if (own !== undefined) {
    const amountMinor = reductionMinor(reduction, lineSums.get(own) ?? 0n);
    return { amountMinor, parts: [{ combination: own, amountMinor }] };
  }
  const entries = [...lineSums].sort(([left], [right]) => (left.key < right.key ? -1 : 1));
  const sums = entries.map(([, sum]) => sum);
  const amountMinor = reductionMinor(reduction, sumOf(sums));
  const shares = spread(amountMinor, sums);
  const parts = entries.map(([combination], index) => ({
    combination,
    amountMinor: amountAt(shares, index),
  }));
  return { amountMinor, parts };
}

/**
 * Sums of opposite signs that nearly cancel out would turn an amount above their total into a
 * multiple of itself (10.00 on 1000.00 and -999.00 into 10000.00 and -9990.00), so then only their
 * size counts.
 */
function spread(amountMinor: bigint, sums: readonly bigint[]): bigint[] {
  const exceeds = absolute(amountMinor) > absolute(sumOf(sums));
  return allocate(amountMinor, exceeds ? sums.map(absolute) : sums);
}

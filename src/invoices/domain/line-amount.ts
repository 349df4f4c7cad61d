import { type Decimal, multiplyDecimals, powerOfTen, roundDecimal } from '../../money/decimal.js';
import { divideRounded } from '../../money/rounding.js';

/** A discount or charge: a percentage of its base, or an amount in minor units. */
export type Reduction = { readonly percent: Decimal } | { readonly amountMinor: bigint };

/** What the amount of a line is made from. */
export interface LineFigures {
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly discount?: Reduction | undefined;
}

/** A line's amount after its discount, and the discount, both in minor units. */
export interface LineAmount {
  readonly amountMinor: bigint;
  readonly discountMinor: bigint;
}

/**
 * Rounds quantity × unit price to minor units once, then takes off the discount (EN 16931 BT-131,
 * Peppol R120).
 */
export function lineAmount(line: LineFigures, currencyDecimals: number): LineAmount {
  const beforeDiscount = roundDecimal(
    multiplyDecimals(line.quantity, line.unitPrice),
    currencyDecimals,
  );
  const discountMinor =
    line.discount === undefined ? 0n : reductionMinor(line.discount, beforeDiscount);
  return { amountMinor: beforeDiscount - discountMinor, discountMinor };
}

/** What the reduction comes to on this base, a percentage rounded half away from zero. */
export function reductionMinor(reduction: Reduction, baseMinor: bigint): bigint {
  return 'percent' in reduction ? percentOf(reduction.percent, baseMinor) : reduction.amountMinor;
}

/** `percent` of the amount in minor units, rounded half away from zero. */
export function percentOf(percent: Decimal, amountMinor: bigint): bigint {
  return divideRounded(amountMinor * percent.digits, 100n * powerOfTen(percent.scale));
}

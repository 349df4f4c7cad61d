import { sumOf } from '../../money/rounding.js';
import { type Adjustment, adjustmentOf, lineSumsOf, type TaxedAmount } from './adjustments.js';
import { type LineAmount, lineAmount, type LineFigures, type Reduction } from './line-amount.js';
import { type Tax } from './tax.js';
import { TaxCombinations } from './tax-combinations.js';
import { type Taxation, type TaxGroup, taxInside, taxOnTop } from './tax-groups.js';
import { inputFaults, sizeFaults, type TotalsFault } from './totals-faults.js';

/** A line to calculate; it bears each of its taxes on its whole net amount. */
export interface TotalsLine extends LineFigures {
  readonly taxes: readonly Tax[];
}

/**
 * A document discount or charge; without `taxes` it is spread over the taxes of the lines, with
 * `[]` it is untaxed.
 */
export type TotalsAdjustment = Reduction & { readonly taxes?: readonly Tax[] | undefined };

/**
 * Everything that the totals of an invoice depend on; at least one line, amounts and prices with or
 * without tax.
 */
export interface TotalsInput {
  readonly currencyDecimals: number;
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly TotalsLine[];
  readonly discounts: readonly TotalsAdjustment[];
  readonly charges: readonly TotalsAdjustment[];
}

/**
 * `amountMinor` is as entered (after the line's discount, with tax when prices include it),
 * `netMinor` without tax.
 */
export interface LineTotals extends LineAmount {
  readonly netMinor: bigint;
}

/**
 * `amountMinor` is as entered (with tax when prices include it), `netMinor` without tax; both count
 * as positive.
 */
export interface AdjustmentTotals {
  readonly amountMinor: bigint;
  readonly netMinor: bigint;
}

/**
 * The figures of an invoice in minor units; rows stand in the order of the input, taxes in that of
 * first appearance. Always exactly: subtotal - discount total + charge total + tax total = total.
 * When prices include tax, the total is also exactly the sum of the entered amounts.
 */
export interface Totals {
  readonly lines: readonly LineTotals[];
  readonly discounts: readonly AdjustmentTotals[];
  readonly charges: readonly AdjustmentTotals[];
  readonly enteredSubtotalMinor: bigint;
  readonly subtotalMinor: bigint;
  readonly discountTotalMinor: bigint;
  readonly chargeTotalMinor: bigint;
  readonly taxes: readonly TaxGroup[];
  readonly taxTotalMinor: bigint;
  readonly totalMinor: bigint;
}

/** The totals, or everything that stands in their way. */
export type TotalsResult =
  | { readonly ok: true; readonly totals: Totals }
  | { readonly ok: false; readonly faults: readonly TotalsFault[] };

/** The amounts as entered, before any tax: what both ways of taxing start from. */
interface Entered {
  readonly lines: readonly (LineAmount & TaxedAmount)[];
  readonly discounts: readonly Adjustment[];
  readonly charges: readonly Adjustment[];
}

/**
 * Calculates an invoice exactly, rounding half away from zero only where the rules say so: each
 * line, each percentage, and each tax once for the document (EN 16931 BR-CO-10 to BR-CO-17).
 */
export function calculateTotals(input: TotalsInput): TotalsResult {
  const combinations = new TaxCombinations();
  const inputProblems = inputFaults(input, combinations);
  if (inputProblems.length > 0) return { ok: false, faults: inputProblems };
  const entered = enteredAmounts(input, combinations);
  const parts = signedParts(entered);
  const totals = totalsOf(entered, input.pricesIncludeTax ? taxInside(parts) : taxOnTop(parts));
  const faults = sizeFaults(totals);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, totals };
}

function enteredAmounts(input: TotalsInput, combinations: TaxCombinations): Entered {
  const lines = input.lines.map((line) => ({
    ...lineAmount(line, input.currencyDecimals),
    combination: combinations.of(line.taxes),
  }));
  const lineSums = lineSumsOf(lines);
  const adjusted = (adjustment: TotalsAdjustment): Adjustment =>
    adjustmentOf(adjustment, adjustment.taxes && combinations.of(adjustment.taxes), lineSums);
  return {
    lines,
    discounts: input.discounts.map(adjusted),
    charges: input.charges.map(adjusted),
  };
}

/**
 * Lines, then the parts of the discounts, then those of the charges: `totalsOf` reads the nets back
 * in this order.
 */
function signedParts({ lines, discounts, charges }: Entered): TaxedAmount[] {
  const taken = discounts.flatMap((discount) => discount.parts);
  const added = charges.flatMap((charge) => charge.parts);
  const less = taken.map((part) => ({ ...part, amountMinor: -part.amountMinor }));
  return [...lines, ...less, ...added];
}

function totalsOf(entered: Entered, { taxes, netsMinor }: Taxation): Totals {
  let place = 0;
  const nextNets = (count: number): bigint => {
    place += count;
    return sumOf(netsMinor.slice(place - count, place));
  };
  const lines = entered.lines.map(({ amountMinor, discountMinor }) => ({
    amountMinor,
    discountMinor,
    netMinor: nextNets(1),
  }));
  const discounts = entered.discounts.map(({ amountMinor, parts }) => ({
    amountMinor,
    netMinor: -nextNets(parts.length),
  }));
  const charges = entered.charges.map(({ amountMinor, parts }) => ({
    amountMinor,
    netMinor: nextNets(parts.length),
  }));
  const taxTotalMinor = sumOf(taxes.map((tax) => tax.taxMinor));
  return {
    lines,
    discounts,
    charges,
    enteredSubtotalMinor: sumOf(lines.map((line) => line.amountMinor)),
    subtotalMinor: sumOf(lines.map((line) => line.netMinor)),
    discountTotalMinor: sumOf(discounts.map((discount) => discount.netMinor)),
    chargeTotalMinor: sumOf(charges.map((charge) => charge.netMinor)),
    taxes,
    taxTotalMinor,
    totalMinor: sumOf(netsMinor) + taxTotalMinor,
  };
}

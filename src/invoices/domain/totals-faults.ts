import { powerOfTen } from '../../money/decimal.js';
import { absolute } from '../../money/rounding.js';
import { type Tax } from './tax.js';
import { type TaxCombination, type TaxCombinations } from './tax-combinations.js';

/**
 * Why an invoice cannot be calculated. `amount_too_large`: beyond `amountMinorMax`; `tax_repeated`:
 * the same tax twice on one line or adjustment; `tax_rate_too_low`: prices include taxes of -100 %
 * or less in sum; `percent_base_missing`: a percentage of the lines with certain taxes, but no line
 * has these.
 */
export type TotalsFaultReason =
  'amount_too_large' | 'tax_repeated' | 'tax_rate_too_low' | 'percent_base_missing';

/** The rows of an invoice that a fault can point at; a tax is one of the resulting groups. */
export type TotalsRow = 'line' | 'discount' | 'charge' | 'tax';

/** One fault and where it lies; `index` counts from 0 in the rows of its kind. */
export type TotalsFault =
  | { readonly at: TotalsRow; readonly index: number; readonly reason: TotalsFaultReason }
  | { readonly at: 'total'; readonly reason: TotalsFaultReason };

/** The largest amount that every database and JSON reader keeps exactly: 2^53 - 1 minor units. */
export const amountMinorMax = 9_007_199_254_740_991n;

/** The part of the input that can be wrong before anything is calculated. */
interface FaultInput {
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly { readonly taxes: readonly Tax[] }[];
  readonly discounts: readonly FaultAdjustment[];
  readonly charges: readonly FaultAdjustment[];
}

type FaultAdjustment = ({ readonly percent: unknown } | { readonly amountMinor: bigint }) & {
  readonly taxes?: readonly Tax[] | undefined;
};

/** The rows of a calculated invoice; every bigint in them and beside them is an amount to store. */
interface Figures {
  readonly lines: readonly object[];
  readonly discounts: readonly object[];
  readonly charges: readonly object[];
  readonly taxes: readonly object[];
}

/** What is wrong with the input, at most one fault a row. */
export function inputFaults(input: FaultInput, combinations: TaxCombinations): TotalsFault[] {
  const onLines = new Set(input.lines.map((line) => combinations.of(line.taxes)));
  const faultOfTaxes = (taxes: readonly Tax[]): TotalsFaultReason | undefined =>
    taxFault(combinations.of(taxes), taxes.length, input.pricesIncludeTax);
  const faultOfAdjustment = (adjustment: FaultAdjustment): TotalsFaultReason | undefined => {
    if (adjustment.taxes === undefined) return undefined;
    const baseMissing = 'percent' in adjustment && !onLines.has(combinations.of(adjustment.taxes));
    return faultOfTaxes(adjustment.taxes) ?? (baseMissing ? 'percent_base_missing' : undefined);
  };
  return [
    ...faultsIn('line', input.lines, (line) => faultOfTaxes(line.taxes)),
    ...faultsIn('discount', input.discounts, faultOfAdjustment),
    ...faultsIn('charge', input.charges, faultOfAdjustment),
  ];
}

/**
 * Every amount that cannot be stored; taxes and totals are only looked at when nothing smaller is
 * at fault.
 */
export function sizeFaults(totals: Figures): TotalsFault[] {
  const rows = [
    ...faultsIn('line', totals.lines, sizeFault),
    ...faultsIn('discount', totals.discounts, sizeFault),
    ...faultsIn('charge', totals.charges, sizeFault),
  ];
  if (rows.length > 0) return rows;
  const taxes = faultsIn('tax', totals.taxes, sizeFault);
  const reason = sizeFault(totals);
  return taxes.length === 0 && reason !== undefined ? [{ at: 'total', reason }] : taxes;
}

function faultsIn<Row>(
  at: TotalsRow,
  rows: readonly Row[],
  faultOf: (row: Row) => TotalsFaultReason | undefined,
): TotalsFault[] {
  return rows.flatMap((row, index) => {
    const reason = faultOf(row);
    return reason === undefined ? [] : [{ at, index, reason }];
  });
}

function taxFault(
  { taxes, rate }: TaxCombination,
  sentCount: number,
  pricesIncludeTax: boolean,
): TotalsFaultReason | undefined {
  if (taxes.length !== sentCount) return 'tax_repeated';
  const tooLow = pricesIncludeTax && rate.digits <= -100n * powerOfTen(rate.scale);
  return tooLow ? 'tax_rate_too_low' : undefined;
}

function sizeFault(row: object): TotalsFaultReason | undefined {
  const tooLarge = Object.values(row).some(
    (value) => typeof value === 'bigint' && absolute(value) > amountMinorMax,
  );
  return tooLarge ? 'amount_too_large' : undefined;
}

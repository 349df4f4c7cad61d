import { type Decimal, multiplyDecimals, roundDecimal } from '../../money/decimal.js';
import { absolute, divideRounded, sumOf } from '../../money/rounding.js';
import { percentOf } from './line-amount.js';
import { amountMinorMax } from './totals-faults.js';
import { type Totals } from './totals.js';

/** What a withholding is a percentage of: the total without tax, or the tax. */
export const withholdingBases = ['net', 'tax'] as const;

/** One of `withholdingBases`. */
export type WithholdingBase = (typeof withholdingBases)[number];

/** A tax that the buyer keeps back and pays in the seller's name, such as Spain's IRPF; percent. */
export interface Withholding {
  readonly name: string;
  readonly rate: Decimal;
  readonly base: WithholdingBase;
}

/** A withholding with the amount it is taken of and what it comes to, in minor units. */
export interface WithheldAmount extends Withholding {
  readonly baseMinor: bigint;
  readonly amountMinor: bigint;
}

/** A currency of taxation beside that of the invoice, and what one unit of the latter is in it. */
export interface TaxCurrency {
  readonly decimals: number;
  readonly exchangeRate: Decimal;
}

/** What is to be done with the totals of an invoice. */
export interface SettlementInput {
  readonly currencyDecimals: number;
  readonly withholdings: readonly Withholding[];
  /** What was paid before, in minor units. */
  readonly prepaidMinor: bigint;
  /** What the amount due is to be a multiple of, in minor units; 0 or less for none. */
  readonly cashRoundingMinor: bigint;
  readonly taxCurrency: TaxCurrency | undefined;
}

/**
 * What is to be paid, in minor units. Always exactly: total - withholding total - prepaid + rounding =
 * amount due (EN 16931 BT-113 is what was prepaid, BT-114 the rounding).
 */
export interface Settlement {
  readonly withholdings: readonly WithheldAmount[];
  readonly withholdingTotalMinor: bigint;
  readonly prepaidMinor: bigint;
  readonly roundingMinor: bigint;
  readonly amountDueMinor: bigint;
  /** The tax total in minor units of the currency of taxation (EN 16931 BT-111). */
  readonly taxCurrencyTotalMinor: bigint | undefined;
}

/**
 * Takes the withholdings off the total, each rounded once, and what was prepaid, then rounds the rest to cash, half away
 * from zero; undefined when an amount is too large to be stored.
 */
export function settle(
  totals: Pick<Totals, 'totalMinor' | 'taxTotalMinor'>,
  { currencyDecimals, withholdings, prepaidMinor, cashRoundingMinor, taxCurrency }: SettlementInput,
): Settlement | undefined {
  const bases = { net: totals.totalMinor - totals.taxTotalMinor, tax: totals.taxTotalMinor };
  const withheld = withholdings.map((withholding) => ({
    ...withholding,
    baseMinor: bases[withholding.base],
    amountMinor: percentOf(withholding.rate, bases[withholding.base]),
  }));
  const withholdingTotalMinor = sumOf(withheld.map(({ amountMinor }) => amountMinor));
  const payableMinor = totals.totalMinor - withholdingTotalMinor - prepaidMinor;
  const amountDueMinor = roundedTo(payableMinor, cashRoundingMinor);
  const taxCurrencyTotalMinor =
    taxCurrency && convertedMinor(totals.taxTotalMinor, currencyDecimals, taxCurrency);
  const sizes = [withholdingTotalMinor, amountDueMinor, taxCurrencyTotalMinor ?? 0n];
  if (sizes.some((size) => absolute(size) > amountMinorMax)) return undefined;
  return {
    withholdings: withheld,
    withholdingTotalMinor,
    prepaidMinor,
    roundingMinor: amountDueMinor - payableMinor,
    amountDueMinor,
    taxCurrencyTotalMinor,
  };
}

/** The nearest multiple of the step, halves away from zero. */
function roundedTo(amountMinor: bigint, stepMinor: bigint): bigint {
  return stepMinor > 0n ? divideRounded(amountMinor, stepMinor) * stepMinor : amountMinor;
}

/** The amount in minor units of the other currency, half away from zero. */
function convertedMinor(
  amountMinor: bigint,
  decimals: number,
  { exchangeRate, decimals: scale }: TaxCurrency,
): bigint {
  const amount = { digits: amountMinor, scale: decimals };
  return roundDecimal(multiplyDecimals(amount, exchangeRate), scale);
}

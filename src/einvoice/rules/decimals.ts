import { addDecimals, type Decimal, readDecimal, roundDecimal } from '../../money/decimal.js';

/** Far beyond any amount, so that a foreign document is read as it is. */
const limits = { integerDigits: 30, decimals: 30 };
const zero: Decimal = { digits: 0n, scale: 0 };

/** The number that a text of a document says; undefined for none. */
export function numberOf(text: string | undefined): Decimal | undefined {
  const reading = readDecimal(text?.trim(), limits);
  return reading.ok ? reading.value : undefined;
}

/** The sum of amounts, rounded to cents; undefined where one of them is no number. */
export function centsOf(...texts: readonly (string | undefined)[]): bigint | undefined {
  const numbers = texts.map(numberOf);
  if (numbers.some((number) => number === undefined)) return undefined;
  return roundDecimal((numbers as Decimal[]).reduce(addDecimals, zero), 2);
}

/** How many digits stand behind the point, as written. */
export function decimalsIn(text: string | undefined): number {
  return text?.trim().split('.')[1]?.length ?? 0;
}

import { type Decimal, type DecimalLimits, readDecimal } from './decimal.js';

/** A decimal that has passed the checks of its field. @throws Error if it has not */
export function decimalOf(value: string | number): Decimal {
  const reading = readDecimal(value);
  if (!reading.ok) throw new Error(`Not a checked decimal: ${reading.reason}`);
  return reading.value;
}

/** Exchange rates have more decimals than amounts: one rupiah is 0.0000523 euros. */
export const exchangeRateLimits: DecimalLimits = { integerDigits: 12, decimals: 10 };

/** An exchange rate that has passed the checks of its field. @throws Error if it has not */
export function exchangeRateOf(value: string | number): Decimal {
  const reading = readDecimal(value, exchangeRateLimits);
  if (!reading.ok) throw new Error(`Not a checked exchange rate: ${reading.reason}`);
  return reading.value;
}

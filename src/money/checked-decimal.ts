import { type Decimal, readDecimal } from './decimal.js';

/** A decimal that has passed the checks of its field. @throws Error if it has not */
export function decimalOf(value: string | number): Decimal {
  const reading = readDecimal(value);
  if (!reading.ok) throw new Error(`Not a checked decimal: ${reading.reason}`);
  return reading.value;
}

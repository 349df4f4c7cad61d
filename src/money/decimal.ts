import { divideRounded } from './rounding.js';

/**
 * An exact decimal number: `digits / 10^scale`, scale never negative. What `readDecimal` returns is
 * normalised (no trailing zeros, no minus zero); results of arithmetic need not be.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/**
 * Why a value is no acceptable decimal; `precision_lost` means that a string would have kept the
 * digits.
 */
export type DecimalFault =
  'not_decimal' | 'too_many_digits' | 'too_many_decimals' | 'precision_lost';

/** What came of reading a value: the decimal, or the reason why there is none. */
export type DecimalReading =
  | { readonly ok: true; readonly value: Decimal }
  | { readonly ok: false; readonly reason: DecimalFault };

/** How many digits may stand before and after the point. */
export interface DecimalLimits {
  readonly integerDigits: number;
  readonly decimals: number;
}

/** The limits of quantities, prices, rates and amounts in a request. */
export const requestLimits: DecimalLimits = { integerDigits: 12, decimals: 6 };

const plainDecimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * A double tells all decimals of up to 15 significant digits apart (IEEE 754), and no longer ones.
 */
const doubleDigits = 15;

/**
 * Reads a decimal string in JSON's own number grammar without an exponent ("10", "-1.50", not "+1",
 * ".5", "007"), or a number by its shortest text. Digits are counted as written, so "1.0000000" has
 * too many decimals.
 */
export function readDecimal(value: unknown, limits: DecimalLimits = requestLimits): DecimalReading {
  if (typeof value === 'string') return readText(value, limits, false);
  if (typeof value !== 'number') return refused('not_decimal');
  const text = String(value);
  if (text.includes('e+')) return refused('too_many_digits');
  if (text.includes('e-')) return refused('too_many_decimals');
  return readText(text, limits, true);
}

function readText(text: string, limits: DecimalLimits, fromDouble: boolean): DecimalReading {
  if (!plainDecimal.test(text)) return refused('not_decimal');
  const unsigned = text.startsWith('-') ? text.slice(1) : text;
  const point = `${unsigned}.`.indexOf('.');
  const integer = unsigned.slice(0, point);
  const fraction = unsigned.slice(point + 1);
  if (integer.length > limits.integerDigits) return refused('too_many_digits');
  if (fromDouble && significantDigits(integer + fraction) > doubleDigits) {
    return refused('precision_lost');
  }
  if (fraction.length > limits.decimals) return refused('too_many_decimals');
  const size = BigInt(integer + fraction);
  const digits = text === unsigned ? size : -size;
  return { ok: true, value: normalised({ digits, scale: fraction.length }) };
}

function refused(reason: DecimalFault): DecimalReading {
  return { ok: false, reason };
}

function significantDigits(digits: string): number {
  return digits.replace(/^0+|0+$/g, '').length;
}

/** The same value without trailing zeros after the point, so that equal decimals look equal. */
export function normalised(decimal: Decimal): Decimal {
  let { digits, scale } = decimal;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

/** Shortest text: "19", "9.975", "-0.5". */
export function decimalText(decimal: Decimal): string {
  return decimalTextPadded(decimal, 0);
}

/** Shortest text with at least this many decimals: with 2 "150.00", but "0.0012" keeps its four. */
export function decimalTextPadded(decimal: Decimal, decimalsMin: number): string {
  const { digits, scale } = normalised(decimal);
  const sign = digits < 0n ? '-' : '';
  const unsigned = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const integer = unsigned.slice(0, unsigned.length - scale);
  const fraction = unsigned.slice(unsigned.length - scale).padEnd(decimalsMin, '0');
  return fraction === '' ? sign + integer : `${sign}${integer}.${fraction}`;
}

/** -1, 0 or 1. */
export function decimalSign({ digits }: Decimal): -1 | 0 | 1 {
  if (digits === 0n) return 0;
  return digits < 0n ? -1 : 1;
}

/**
 * Negative when the first is smaller, 0 when both have the same value, positive when it is larger.
 */
export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  return decimalSign(addDecimals(left, { digits: -right.digits, scale: right.scale }));
}

/** The exact sum. */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = left.scale > right.scale ? left.scale : right.scale;
  return {
    digits:
      left.digits * powerOfTen(scale - left.scale) + right.digits * powerOfTen(scale - right.scale),
    scale,
  };
}

/** The exact product. */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

/** The value in units of `10^-scale`, rounded half away from zero: 1.005 at scale 2 is 101. */
export function roundDecimal(decimal: Decimal, scale: number): bigint {
  if (decimal.scale <= scale) return decimal.digits * powerOfTen(scale - decimal.scale);
  return divideRounded(decimal.digits, powerOfTen(decimal.scale - scale));
}

/** `10^exponent` for an exponent that is not negative. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

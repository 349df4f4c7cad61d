import {
  addDecimals,
  type Decimal,
  decimalText,
  powerOfTen,
  readDecimal,
  requestLimits,
} from '../../money/decimal.js';

/** A decimal of XML Schema (part 2, 3.2.3): it may have a plus sign, zeros before it and no digit on one side of the point. */
const schemaDecimal = /^([+-]?)(\d*)(?:\.(\d*))?$/;
/** More than any amount has; what is longer is no figure that anybody means. */
const wideLimits = { integerDigits: 40, decimals: 40 };

/** A figure in the form in which requests are written, with no more decimals than it needs above six; other text stays. */
export function figure(text: string): string {
  const [match, sign, whole = '', fraction = ''] = schemaDecimal.exec(text) ?? [];
  if (match === undefined || whole + fraction === '') return text;
  const decimals =
    fraction.length > requestLimits.decimals ? fraction.replace(/0+$/, '') : fraction;
  const plain = `${sign === '-' ? '-' : ''}${whole.replace(/^0+/, '') || '0'}`;
  return decimals === '' ? plain : `${plain}.${decimals}`;
}

/** The same of a figure that may be missing. */
export function figureOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : figure(text);
}

/** Its value; none of what is no figure. */
export function decimalIn(text: string | undefined): Decimal | undefined {
  if (text === undefined) return undefined;
  const reading = readDecimal(figure(text), wideLimits);
  return reading.ok ? reading.value : undefined;
}

/** The exact quotient with the decimals that a request may have; nothing where it has more. */
export function exactQuotient(dividend: Decimal, divisor: Decimal): string | undefined {
  const scale = requestLimits.decimals;
  const numerator = dividend.digits * powerOfTen(divisor.scale + scale);
  const denominator = divisor.digits * powerOfTen(dividend.scale);
  if (denominator === 0n || numerator % denominator !== 0n) return undefined;
  return decimalText({ digits: numerator / denominator, scale });
}

/** The sum of amounts; nothing where one of them is no figure. */
export function sumOf(amounts: readonly (string | undefined)[]): Decimal | undefined {
  return amounts
    .map(decimalIn)
    .reduce((sum, each) => sum && each && addDecimals(sum, each), { digits: 0n, scale: 0 });
}

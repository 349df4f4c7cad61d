import { addDecimals, type Decimal, decimalSign, powerOfTen } from '../../money/decimal.js';
import { absolute, divideRounded } from '../../money/rounding.js';

const nothing: Decimal = { digits: 0n, scale: 0 };

/** A quantity, or nothing where only an amount was taken back, and an amount as entered in minor units. */
export interface CreditedPart {
  readonly quantity: Decimal | undefined;
  readonly amountMinor: bigint;
}

/** What is left of a line to be credited; the amount is as entered, after the line's discount. */
export interface LineLeft {
  readonly quantity: Decimal;
  readonly amountMinor: bigint;
}

/** What a credit note takes back of a line: some of its quantity, or an amount as entered. */
export type LineCredit = { readonly quantity: Decimal } | { readonly amountMinor: bigint };

/** Why a line cannot be credited so: `too_much` is beyond what is left or of the other sign. */
export type LineCreditFault = 'nothing' | 'too_much';

/** What these parts leave of a line; where they have taken all of its amount, no quantity is left either. */
export function lineLeft(line: LineLeft, credited: readonly CreditedPart[]): LineLeft {
  const left = credited.reduce<LineLeft>(
    ({ quantity, amountMinor }, part) => ({
      quantity: part.quantity === undefined ? quantity : less(quantity, part.quantity),
      amountMinor: amountMinor - part.amountMinor,
    }),
    line,
  );
  const isPaidBack = left.amountMinor === 0n && line.amountMinor !== 0n;
  return isPaidBack ? { quantity: nothing, amountMinor: 0n } : left;
}

/**
 * What a credit takes of the amount that is left, in minor units. A quantity takes its share, half away from
 * zero, so that parts never drift away from the line and the last of them takes exactly the rest.
 */
export function lineCreditMinor(credit: LineCredit, left: LineLeft): bigint | LineCreditFault {
  if ('amountMinor' in credit) {
    if (credit.amountMinor === 0n) return 'nothing';
    return isWithin(credit.amountMinor, left.amountMinor) ? credit.amountMinor : 'too_much';
  }
  if (decimalSign(credit.quantity) === 0) return 'nothing';
  const [taken, whole] = aligned(credit.quantity, left.quantity);
  if (!isWithin(taken, whole)) return 'too_much';
  return divideRounded(left.amountMinor * taken, whole);
}

/** The credit that takes all that is left of a line; undefined where nothing is. */
export function restOfLine({ quantity, amountMinor }: LineLeft): LineCredit | undefined {
  if (decimalSign(quantity) !== 0) return { quantity };
  // A discount can be an amount on a line without a quantity.
  return amountMinor === 0n ? undefined : { amountMinor };
}

function isWithin(part: bigint, whole: bigint): boolean {
  return part > 0n === whole > 0n && absolute(part) <= absolute(whole);
}

/** Both in units of the smaller of their last places. */
function aligned(one: Decimal, other: Decimal): [bigint, bigint] {
  const scale = one.scale > other.scale ? one.scale : other.scale;
  return [
    one.digits * powerOfTen(scale - one.scale),
    other.digits * powerOfTen(scale - other.scale),
  ];
}

function less(whole: Decimal, part: Decimal): Decimal {
  return addDecimals(whole, { digits: -part.digits, scale: part.scale });
}

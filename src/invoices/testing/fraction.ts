/** An exact fraction; `below` is above 0. Written for the reference calculation, which shares nothing with `money/`. */
export interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

export function fraction(above: bigint, below = 1n): Fraction {
  return below < 0n ? { above: -above, below: -below } : { above, below };
}

/** Decimal text or a JSON number. */
export function read(decimal: string | number): Fraction {
  const [integer = '', decimals = ''] = String(decimal).split('.');
  return fraction(BigInt(integer + decimals), 10n ** BigInt(decimals.length));
}

export function add(left: Fraction, right: Fraction): Fraction {
  return fraction(left.above * right.below + right.above * left.below, left.below * right.below);
}

export function times(left: Fraction, right: Fraction): Fraction {
  return fraction(left.above * right.above, left.below * right.below);
}

export function less(left: Fraction, right: Fraction): boolean {
  return left.above * right.below < right.above * left.below;
}

/** The next whole number that is not above. */
export function floor({ above, below }: Fraction): bigint {
  const cut = above / below;
  return above < 0n && cut * below !== above ? cut - 1n : cut;
}

/** The nearest whole number, halves away from zero. */
export function round({ above, below }: Fraction): bigint {
  const size = above < 0n ? -above : above;
  const nearest = (2n * size + below) / (2n * below);
  return above < 0n ? -nearest : nearest;
}

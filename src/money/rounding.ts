/**
 * The quotient rounded to a whole number, halves away from zero, whatever the signs; throws when
 * dividing by 0.
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twiceRest = 2n * absolute(numerator % denominator);
  if (twiceRest < absolute(denominator)) return quotient;
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n;
}

/**
 * Rounds every `numerators[i] / denominator` to a whole number so that the parts add up to the
 * rounded sum (half away from zero): all are rounded down and the largest remainders get the
 * missing units, first one wins a tie. Each part lies less than 1 from its exact value, an exact
 * part stays as it is, and opposite signs give opposite parts.
 */
export function apportion(numerators: readonly bigint[], denominator: bigint): bigint[] {
  const sum = sumOf(numerators);
  const divisor = absolute(denominator);
  const mirror = sum < 0n ? -1n : 1n;
  const outward = denominator < 0n ? -mirror : mirror;
  const shares = numerators.map((numerator) => floorShare(numerator * mirror, divisor));
  const floors = sumOf(shares.map((share) => share.floor));
  addUnits(shares, divideRounded(absolute(sum), divisor) - floors);
  return shares.map((share) => share.floor * outward);
}

/**
 * Splits `total` in proportion to the weights by largest remainder; the parts add up to it exactly.
 * Negative weights count with their sign. Weights that add up to zero count with their size, and
 * when all are zero the parts are equal. Throws a RangeError without weights, because the total
 * would be lost.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) throw new RangeError('There is nothing to allocate the total to.');
  const shares = weightsWithSum(weights);
  return apportion(
    shares.map((weight) => weight * total),
    sumOf(shares),
  );
}

/** The exact sum. */
export function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

/**
 * The amount at this place; throws a RangeError when there is none, so that a lost amount never
 * counts as zero.
 */
export function amountAt(amounts: readonly bigint[], index: number): bigint {
  const amount = amounts[index];
  if (amount === undefined) throw new RangeError(`There is no amount at ${index}.`);
  return amount;
}

/** The size of a number without its sign. */
export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

interface Share {
  floor: bigint;
  readonly rest: bigint;
}

function floorShare(numerator: bigint, divisor: bigint): Share {
  const quotient = numerator / divisor;
  const rest = numerator % divisor;
  return rest < 0n ? { floor: quotient - 1n, rest: rest + divisor } : { floor: quotient, rest };
}

/** Array sorting is stable, which is what makes the first one win a tie. */
function addUnits(shares: readonly Share[], units: bigint): void {
  if (units === 0n) return;
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1));
  let left = units;
  for (const share of byRest) {
    if (left === 0n) return;
    share.floor += 1n;
    left -= 1n;
  }
}

function weightsWithSum(weights: readonly bigint[]): readonly bigint[] {
  if (sumOf(weights) !== 0n) return weights;
  const sizes = weights.map(absolute);
  return sumOf(sizes) === 0n ? weights.map(() => 1n) : sizes;
}

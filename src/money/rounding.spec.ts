import fc from 'fast-check';
import { absolute, allocate, amountAt, apportion, divideRounded, sumOf } from './rounding.js';

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const smallAmount = fc.bigInt({ min: -20n, max: 20n });
const weights = fc.array(fc.oneof(amount, smallAmount), { minLength: 1, maxLength: 30 });
const nonZero = amount.filter((value) => value !== 0n);

describe('divideRounded', () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [-2n, 3n, -1n],
    [0n, 7n, 0n],
    [6n, 3n, 2n],
  ])('%p / %p = %p', (numerator, denominator, quotient) => {
    expect(divideRounded(numerator, denominator)).toBe(quotient);
  });

  it('stays within half a unit, away from zero on a half, for all signs', () => {
    fc.assert(
      fc.property(amount, nonZero, (numerator, denominator) => {
        const error =
          2n * absolute(divideRounded(numerator, denominator) * denominator - numerator);
        expect(error).toBeLessThanOrEqual(absolute(denominator));
        expect(divideRounded(-numerator, denominator)).toBe(-divideRounded(numerator, denominator));
        expect(divideRounded(2n * numerator + 1n, 2n)).toBe(numerator + (numerator < 0n ? 0n : 1n));
      }),
    );
  });

  it('throws when dividing by zero', () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });
});

describe('allocate', () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [2n, [1n, 1n, 1n], [1n, 1n, 0n]],
    [100n, [19n, 7n], [73n, 27n]],
    [10n, [0n, 5n, 0n], [0n, 10n, 0n]],
    [90n, [1000n, -100n], [100n, -10n]],
    [10n, [-1n, -3n], [3n, 7n]],
    [9n, [10n, -10n, 0n], [5n, 4n, 0n]],
    [7n, [0n, 0n], [4n, 3n]],
    [0n, [0n, 0n], [0n, 0n]],
    [5n, [3n], [5n]],
  ])('%p by %p = %p', (total, given, parts) => {
    expect(allocate(total, given)).toEqual(parts);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(amount, weights, (total, given) => {
        expect(sumOf(allocate(total, given))).toBe(total);
      }),
    );
  });

  it('keeps every part less than one unit from its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (total, given) => {
        const sum = sumOf(given);
        fc.pre(sum !== 0n);
        allocate(total, given).forEach((part, index) => {
          const error = part * sum - total * given[index]!;
          expect(absolute(error)).toBeLessThan(absolute(sum));
        });
      }),
    );
  });

  it('mirrors the total and ignores the sign and unit of the weights', () => {
    fc.assert(
      fc.property(amount, weights, nonZero, (total, given, factor) => {
        fc.pre(sumOf(given) !== 0n && total !== 0n);
        const parts = allocate(total, given);
        expect(allocate(-total, given)).toEqual(parts.map((part) => -part));
        expect(
          allocate(
            total,
            given.map((weight) => weight * factor),
          ),
        ).toEqual(parts);
      }),
    );
  });

  it('gives the whole of the weights back as they are', () => {
    fc.assert(
      fc.property(weights, (given) => {
        fc.pre(sumOf(given) !== 0n);
        expect(allocate(sumOf(given), given)).toEqual(given);
      }),
    );
  });

  it('refuses to lose the total', () => {
    expect(() => allocate(1n, [])).toThrow(RangeError);
  });
});

describe('apportion', () => {
  it('adds up to the rounded sum, and leaves whole shares alone', () => {
    fc.assert(
      fc.property(weights, nonZero, (numerators, denominator) => {
        const parts = apportion(numerators, denominator);
        expect(sumOf(parts)).toBe(divideRounded(sumOf(numerators), denominator));
        numerators.forEach((numerator, index) => {
          const error = absolute(parts[index]! * denominator - numerator);
          expect(error).toBeLessThan(absolute(denominator));
        });
      }),
    );
  });

  it('has nothing to do without numerators', () => {
    expect(apportion([], 3n)).toEqual([]);
  });
});

describe('amountAt', () => {
  it('never makes a zero out of nothing', () => {
    expect(amountAt([5n], 0)).toBe(5n);
    expect(() => amountAt([5n], 1)).toThrow(RangeError);
  });
});

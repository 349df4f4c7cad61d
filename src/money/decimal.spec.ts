import fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalSign,
  decimalText,
  decimalTextPadded,
  multiplyDecimals,
  normalised,
  powerOfTen,
  readDecimal,
  roundDecimal,
} from './decimal.js';

const decimals: fc.Arbitrary<Decimal> = fc.record({
  digits: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
  scale: fc.integer({ min: 0, max: 9 }),
});

function read(text: string): Decimal {
  const reading = readDecimal(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.reason}`);
  return reading.value;
}

describe('readDecimal', () => {
  test.each([
    ['10', '10'],
    ['1.50', '1.5'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['0.000001', '0.000001'],
    ['-12.340', '-12.34'],
    ['999999999999.999999', '999999999999.999999'],
    [10, '10'],
    [150.0, '150'],
    [-0, '0'],
    [0.1, '0.1'],
    [9.975, '9.975'],
    [123456789012.123, '123456789012.123'],
    [999999999999, '999999999999'],
    [0.000001, '0.000001'],
  ])('reads %p as %s', (value, text) => {
    const reading = readDecimal(value);
    expect(reading.ok && decimalText(reading.value)).toBe(text);
  });

  test.each([
    ['', 'not_decimal'],
    ['1,00', 'not_decimal'],
    ['+1', 'not_decimal'],
    ['.5', 'not_decimal'],
    ['5.', 'not_decimal'],
    ['1e3', 'not_decimal'],
    [' 1', 'not_decimal'],
    ['1\n', 'not_decimal'],
    ['007', 'not_decimal'],
    ['-', 'not_decimal'],
    ['0x10', 'not_decimal'],
    ['١٢', 'not_decimal'],
    ['NaN', 'not_decimal'],
    [NaN, 'not_decimal'],
    [Infinity, 'not_decimal'],
    [-Infinity, 'not_decimal'],
    [null, 'not_decimal'],
    [undefined, 'not_decimal'],
    [true, 'not_decimal'],
    [10n, 'not_decimal'],
    [['1'], 'not_decimal'],
    [{}, 'not_decimal'],
    ['1234567890123', 'too_many_digits'],
    [1e12, 'too_many_digits'],
    [1e300, 'too_many_digits'],
    ['0.0000001', 'too_many_decimals'],
    ['1.0000000', 'too_many_decimals'],
    [1e-7, 'too_many_decimals'],
    [0.1234567, 'too_many_decimals'],
    [0.1 + 0.2, 'precision_lost'],
    [1 / 3, 'precision_lost'],
    [123_456_789_012.125 + 0.00002, 'precision_lost'],
  ])('refuses %p as %s', (value, reason) => {
    expect(readDecimal(value)).toEqual({ ok: false, reason });
  });

  it('takes other limits', () => {
    const rate = { integerDigits: 3, decimals: 4 };
    expect(readDecimal('100.0001', rate).ok).toBe(true);
    expect(readDecimal('1000', rate)).toEqual({ ok: false, reason: 'too_many_digits' });
    expect(readDecimal('1.00001', rate)).toEqual({ ok: false, reason: 'too_many_decimals' });
  });

  it('reads back what it prints', () => {
    const inLimits = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n });
    fc.assert(
      fc.property(inLimits, fc.integer({ min: 0, max: 6 }), (digits, decimalsMin) => {
        const decimal = normalised({ digits, scale: 6 });
        expect(read(decimalText(decimal))).toEqual(decimal);
        expect(read(decimalTextPadded(decimal, decimalsMin))).toEqual(decimal);
      }),
    );
  });

  it('takes a number as its shortest text', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), (integer, scale) => {
        const value = integer / 10 ** scale;
        expect(readDecimal(value)).toEqual(readDecimal(String(value)));
      }),
    );
  });
});

describe('printing', () => {
  test.each([
    [{ digits: 1900n, scale: 2 }, '19', '19.00'],
    [{ digits: 9975n, scale: 3 }, '9.975', '9.975'],
    [{ digits: 12n, scale: 4 }, '0.0012', '0.0012'],
    [{ digits: -5n, scale: 1 }, '-0.5', '-0.50'],
    [{ digits: 0n, scale: 3 }, '0', '0.00'],
    [{ digits: 150n, scale: 0 }, '150', '150.00'],
  ])('prints %p', (decimal, shortest, padded) => {
    expect(decimalText(decimal)).toBe(shortest);
    expect(decimalTextPadded(decimal, 2)).toBe(padded);
  });
});

describe('arithmetic', () => {
  it('is exact', () => {
    expect(decimalText(addDecimals(read('0.1'), read('0.2')))).toBe('0.3');
    expect(decimalText(addDecimals(read('1.25'), read('-1.2')))).toBe('0.05');
    expect(decimalText(multiplyDecimals(read('1.1'), read('-1.1')))).toBe('-1.21');
  });

  it('rounds half away from zero', () => {
    expect(roundDecimal(read('1.005'), 2)).toBe(101n);
    expect(roundDecimal(read('-1.005'), 2)).toBe(-101n);
    expect(roundDecimal(read('1.0049'), 2)).toBe(100n);
    expect(roundDecimal(read('7'), 3)).toBe(7000n);
  });

  it('compares by value', () => {
    expect(compareDecimals({ digits: 10n, scale: 1 }, { digits: 1n, scale: 0 })).toBe(0);
    expect(compareDecimals(read('-2'), read('1.5'))).toBe(-1);
    expect(compareDecimals(read('100.000001'), read('100'))).toBe(1);
    expect([read('-1'), read('0'), read('0.1')].map(decimalSign)).toEqual([-1, 0, 1]);
  });

  it('follows the laws of addition and multiplication', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        expect(compareDecimals(addDecimals(a, b), addDecimals(b, a))).toBe(0);
        const product = multiplyDecimals(a, addDecimals(b, c));
        const sum = addDecimals(multiplyDecimals(a, b), multiplyDecimals(a, c));
        expect(compareDecimals(product, sum)).toBe(0);
      }),
    );
  });

  it('rounds to within half a unit', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 9 }), (decimal, scale) => {
        const error = roundDecimal(decimal, scale) * powerOfTen(20 - scale);
        const difference = error - decimal.digits * powerOfTen(20 - decimal.scale);
        expect(2n * (difference < 0n ? -difference : difference)).toBeLessThanOrEqual(
          powerOfTen(20 - scale),
        );
      }),
    );
  });
});

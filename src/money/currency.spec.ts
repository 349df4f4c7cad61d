import fc from 'fast-check';
import { currencyDecimals, formatMinor, toMinor } from './currency.js';
import { type Decimal, readDecimal } from './decimal.js';

function read(text: string): Decimal {
  const reading = readDecimal(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.reason}`);
  return reading.value;
}

describe('the currency table', () => {
  test.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['ISK', 0],
    ['MGA', 2],
    ['XCG', 2],
    ['ZWG', 2],
  ])('%s has %p decimals', (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });

  test.each(['eur', 'EURO', '', 'XXX', 'XTS', 'XAU', 'XDR', 'DEM', 'BGN', 'HRK', 'toString'])(
    'does not know %p',
    (code) => {
      expect(currencyDecimals(code)).toBeUndefined();
    },
  );

  it('takes an amount only with the decimals of its currency', () => {
    expect(toMinor(read('10.5'), 2)).toBe(1050n);
    expect(toMinor(read('10.50'), 1)).toBe(105n);
    expect(toMinor(read('1000.5'), 0)).toBeUndefined();
    expect(toMinor({ digits: 10000n, scale: 4 }, 0)).toBe(1n);
    expect(toMinor(read('-0.001'), 2)).toBeUndefined();
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n) + 1n, max: 10n ** 12n - 1n }),
        fc.constantFrom(0, 2, 3, 4),
        (minor, decimals) => {
          expect(toMinor(read(formatMinor(minor, decimals)), decimals)).toBe(minor);
        },
      ),
    );
  });
});

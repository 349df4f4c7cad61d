import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languages } from '../common/i18n/languages.js';
import { loadConfig } from '../config/config.js';
import { currencyDecimals, formatMinor } from '../money/currency.js';
import { GlyphCoverage } from '../pdf/glyph-coverage.js';
import { countryName, TextFormats } from './text-formats.js';

const coverage = new GlyphCoverage(loadConfig({ DATABASE_URL: 'sqlite:unused.db' }));

describe('TextFormats', () => {
  const usd = new TextFormats('en', 'USD');

  it.each([
    ['USD', 123_450n, '$1,234.50'],
    ['USD', -5n, '-$0.05'],
    ['EUR', 0n, '€0.00'],
    ['JPY', 1_990n, '¥1,990'],
    ['KWD', 1_234n, 'KWD\u00a01.234'],
    ['CLF', 10_001n, 'CLF\u00a01.0001'],
    ['USD', 9_007_199_254_740_991n, '$90,071,992,547,409.91'],
  ])('writes an amount in %s with its own decimals', (currency, minor, text) => {
    expect(new TextFormats('en', currency).money(minor)).toBe(text);
  });

  it.each([
    ['JPY', -1_000n, '-1,000'],
    ['USD', 123_456_789n, '1,234,567.89'],
  ])('writes an amount in %s without its name', (currency, minor, text) => {
    expect(new TextFormats('en', currency).amount(minor)).toBe(text);
  });

  it.each([
    ['150', '150.00'],
    ['0.0012', '0.0012'],
    ['20.125', '20.125'],
    ['999999999999.999999', '999,999,999,999.999999'],
  ])('writes the price %s with the decimals of the currency at least', (price, text) => {
    expect(usd.unitPrice(price)).toBe(text);
  });

  it.each([
    ['10', '10'],
    ['-1.5', '-1.5'],
    ['9.975', '9.975'],
    ['123456789012.123456', '123,456,789,012.123456'],
  ])('writes the quantity %s without a detour over a float', (quantity, text) => {
    expect(usd.decimal(quantity)).toBe(text);
  });

  it.each([
    ['2026-01-19', 'January 19, 2026'],
    ['1900-01-01', 'January 1, 1900'],
    ['2999-12-31', 'December 31, 2999'],
  ])('writes the day %s as the same day, whatever the time zone of the server', (day, text) => {
    expect(usd.day(day)).toBe(text);
  });

  it.each([
    ['en', '19%'],
    ['de', '19\u00a0%'],
    ['tr', '%19'],
  ])('writes a rate in %s as %s', (language, text) => {
    expect(new TextFormats(language, 'EUR').percent('19')).toBe(text);
  });

  it.each(['0', '7.5', '9.975', '100', '19.123456', '0.000001'])(
    'writes the rate %s without a detour over a float',
    (rate) => {
      expect(new TextFormats('en', 'USD').percent(rate)).toBe(`${rate}%`);
    },
  );
});

describe.each(languages)('TextFormats in %s', (language) => {
  const currencies = ['EUR', 'USD', 'JPY', 'KWD', 'CLF', 'AED', 'INR', 'CHF', 'ILS', 'IRR', 'XOF'];
  const days = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-09`);

  it('writes nothing that cannot be printed', () => {
    const texts = currencies.flatMap((currency) => {
      const formats = new TextFormats(language, currency);
      return [-123_456_789n, 0n, 5n, 98_765n].flatMap((minor) => [
        formats.money(minor),
        formats.amount(minor),
      ]);
    });
    const formats = new TextFormats(language, 'EUR');
    const others = [
      ...days.map((day) => formats.day(day)),
      formats.percent('7.5'),
      formats.decimal('-1234567.891'),
      formats.unitPrice('1234567.123456'),
      ...['DE', 'SA', 'IN', 'CN', 'TW', 'BA'].map((code) => countryName(code, language) ?? ''),
    ];
    expect(
      [...texts, ...others].filter((text) => coverage.unprintable(text) !== undefined),
    ).toEqual([]);
  });

  it('writes digits from 0 to 9 and the Gregorian year', () => {
    const formats = new TextFormats(language, 'EUR');
    for (const text of [
      formats.money(123n),
      formats.percent('19'),
      ...days.map((d) => formats.day(d)),
    ]) {
      expect(text).toMatch(/[0-9]/);
      expect(text).not.toMatch(/(?![0-9])\p{Nd}/u);
    }
    for (const day of days) expect(formats.day(day)).toMatch(/2026/);
  });

  it('writes figures that are read back as they were', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -9_007_199_254_740_991n, max: 9_007_199_254_740_991n }),
        fc.constantFrom(...currencies),
        (minor, currency) => {
          const formats = new TextFormats(language, currency);
          const figure = formatMinor(minor, currencyDecimals(currency) ?? 2);
          expect(readBack(formats.amount(minor), language, currency)).toBe(figure);
          expect(readBack(formats.money(minor), language, currency)).toBe(figure);
        },
      ),
      { numRuns: 20 },
    );
  });
});

/** The figure in a text: its digits, the sign wherever it stands, and the language's sign before the decimals. */
function readBack(text: string, language: string, currency: string): string {
  const parts = new Intl.NumberFormat(`${language}-u-nu-latn`, {
    style: 'currency',
    currency,
    minimumFractionDigits: 1,
  }).formatToParts(1.5);
  const point = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const figure = /[0-9](?:.*[0-9])?/u.exec(text)?.[0] ?? '';
  const [whole = '', decimals] = figure.split(point).map((part) => part.replaceAll(/[^0-9]/g, ''));
  const sign = /[-\u2212]/u.test(text) ? '-' : '';
  return sign + whole + (decimals === undefined ? '' : `.${decimals}`);
}

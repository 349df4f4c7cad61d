import fc from 'fast-check';
import {
  defaultNumberFormat,
  invoiceNumberMax,
  type NumberFormat,
  numberPeriod,
  parseNumberFormat,
  renderNumber,
  seriesName,
  seriesNumberFormat,
} from './number-format.js';

function parse(text: string): NumberFormat {
  const reading = parseNumberFormat(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.reason}`);
  return reading.format;
}

describe('number formats', () => {
  test.each([
    ['INV-{0001}', 1, 'INV-0001', ''],
    ['INV-{0001}', 12345, 'INV-12345', ''],
    ['{YYYY}-{0001}', 7, '2026-0007', '2026'],
    ['{YYYY}{MM}-{001}', 42, '202611-042', '2026-11'],
    ['RE/{YY}/{00001}', 3, 'RE/26/00003', '2026'],
    ['{YY}{MM}{1}', 9, '26119', '2026-11'],
    ['{01}.{MM}.{YYYY}', 1, '01.11.2026', '2026-11'],
    ['A {1} (copy)', 5, 'A 5 (copy)', ''],
    ['{1}', 1, '1', ''],
  ])('%s with %p is %s', (text, sequence, number, period) => {
    const format = parse(text);
    expect(renderNumber(format, '2026-11-05', sequence)).toBe(number);
    expect(numberPeriod(format, '2026-11-05')).toBe(period);
  });

  test.each([
    ['', 'empty'],
    ['INV', 'counter_missing'],
    ['{YYYY}-{MM}', 'counter_missing'],
    ['{01}-{001}', 'counter_repeated'],
    ['{MM}-{001}', 'month_without_year'],
    ['INV-{0002}', 'unknown_token'],
    ['INV-{0}', 'unknown_token'],
    ['INV-{}', 'unknown_token'],
    ['INV-{yyyy}-{1}', 'unknown_token'],
    ['INV-{DD}-{1}', 'unknown_token'],
    ['INV-{1', 'bad_character'],
    ['INV-1}', 'bad_character'],
    ['{{1}}', 'bad_character'],
    ['№{1}', 'bad_character'],
    ['a\n{1}', 'bad_character'],
    ['a"{1}', 'bad_character'],
    ['a\\{1}', 'bad_character'],
    [' {1}', 'bad_character'],
    ['{1} ', 'bad_character'],
    [`${'x'.repeat(32)}{1}`, 'too_long'],
    [`{${'0'.repeat(40)}1}`, 'too_long'],
    ['x'.repeat(100_000), 'too_long'],
  ])('%p is refused as %s', (text, reason) => {
    expect(parseNumberFormat(text)).toEqual({ ok: false, reason });
  });

  it('leaves room for a long series', () => {
    const longest = parse(`${'x'.repeat(31)}{1}`);
    expect(renderNumber(longest, '2026-01-01', 999_999_999)).toHaveLength(invoiceNumberMax);
    expect(() => renderNumber(longest, '2026-01-01', 1_000_000_000)).toThrow(RangeError);
  });

  it('refuses a place or day that cannot be', () => {
    const format = parse(defaultNumberFormat);
    expect(() => renderNumber(format, '2026-01-01', 0)).toThrow(RangeError);
    expect(() => renderNumber(format, '2026-01-01', 1.5)).toThrow(RangeError);
    expect(() => renderNumber(format, 'yesterday', 1)).toThrow(RangeError);
  });
});

const literal = fc.stringMatching(/^[A-Za-z0-9._/:#+()-]{0,6}$/);
const token = fc.constantFrom('{YYYY}', '{YY}', '{MM}', '');
const counter = fc.constantFrom('{1}', '{01}', '{0001}', '{000001}');
const format = fc
  .tuple(literal, token, literal, counter, token, literal)
  .map((pieces) => pieces.join(''))
  .filter((text) => parseNumberFormat(text).ok)
  .map(parse);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Small places come up often, so that equal ones meet. */
const sequence = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 999_999 }));

describe('numbers', () => {
  it('are never given twice: one number, one period and place', () => {
    const place = fc.record({ on: day, sequence });
    fc.assert(
      fc.property(format, place, place, (given, a, b) => {
        const samePeriod = numberPeriod(given, a.on) === numberPeriod(given, b.on);
        const sameNumber =
          renderNumber(given, a.on, a.sequence) === renderNumber(given, b.on, b.sequence);
        expect(sameNumber).toBe(samePeriod && a.sequence === b.sequence);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('series', () => {
  test.each(['A', '2026', 'INV', 'shop.eu/web_1-b', 'x'.repeat(20)])('%s is a name', (name) => {
    expect(seriesName.test(name)).toBe(true);
    expect(renderNumber(parse(seriesNumberFormat(name)), '2026-01-01', 1)).toBe(`${name}-0001`);
  });

  test.each(['', '-A', 'a b', 'x'.repeat(21), 'ä', 'A\n', '{1}'])('%p is no name', (name) => {
    expect(seriesName.test(name)).toBe(false);
  });
});

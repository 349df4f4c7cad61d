import fc from 'fast-check';
import { addDays, compareDays, dayMax, dayMin, isDay } from './days.js';

const msPerDay = 86_400_000;
const day = fc
  .date({ min: new Date(dayMin), max: new Date(dayMax), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('isDay', () => {
  test.each(['2026-01-19', '2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31', '2026-04-30'])(
    'takes %s',
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  test.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '19.01.2026',
    '1899-12-31',
    '3000-01-01',
    '0000-00-00',
  ])('refuses %p', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('agrees with the calendar of the platform', () => {
    const anyMonthAndDate = fc
      .tuple(
        fc.integer({ min: 1900, max: 2999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
      )
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    fc.assert(
      fc.property(anyMonthAndDate, (text) => {
        const ms = Date.parse(`${text}T00:00:00Z`);
        const real = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
        expect(isDay(text)).toBe(real);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('addDays', () => {
  test.each([
    ['2026-01-19', 30, '2026-02-18'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 0, '2026-01-01'],
    ['1900-01-01', 401_766, '2999-12-31'],
    ['2999-12-31', -401_766, '1900-01-01'],
    ['2999-12-31', 1, undefined],
    ['1900-01-01', -1, undefined],
  ])('%s + %p = %s', (from, days, result) => {
    expect(addDays(from, days)).toBe(result);
  });

  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -500_000, max: 500_000 }), (from, days) => {
        const expected = new Date(Date.parse(from) + days * msPerDay).toISOString();
        const inside = expected.length === 24 && isDay(expected.slice(0, 10));
        expect(addDays(from, days)).toBe(inside ? expected.slice(0, 10) : undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses what is no day and no whole number', () => {
    expect(() => addDays('2026-02-29', 1)).toThrow(RangeError);
    expect(() => addDays('soon', 1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 1.5)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', NaN)).toThrow(RangeError);
  });
});

describe('compareDays', () => {
  it('orders days by time', () => {
    expect(compareDays('2026-01-19', '2026-01-20')).toBe(-1);
    expect(compareDays('2026-02-01', '2026-01-31')).toBe(1);
    expect(compareDays('2026-01-19', '2026-01-19')).toBe(0);
  });
});

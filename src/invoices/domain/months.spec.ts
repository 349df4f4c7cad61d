import { describe, expect, it } from '@jest/globals';
import { monthOfDay, monthsUpTo } from './months.js';

describe('months', () => {
  it('go back over the turn of the year', () => {
    expect(monthsUpTo('2026-01', 3)).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(monthsUpTo('2025-12', 2)).toEqual(['2025-11', '2025-12']);
  });

  it('are as many as asked for, without a gap', () => {
    const months = monthsUpTo('2026-06', 60);
    expect(months).toHaveLength(60);
    expect(new Set(months).size).toBe(60);
    expect([months[0], months.at(-1)]).toEqual(['2021-07', '2026-06']);
  });

  it.each([
    ['2026-13', 1],
    ['2026-1', 1],
    ['2026-01-01', 1],
    ['2026-01', 0],
    ['2026-01', 1.5],
  ])('are not made up from %s and %s', (month, count) => {
    expect(() => monthsUpTo(month, count)).toThrow(RangeError);
  });

  it('are part of each day', () => {
    expect(monthOfDay('2025-12-31')).toBe('2025-12');
  });
});

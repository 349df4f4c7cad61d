import { describe, expect, it } from '@jest/globals';
import { dateOrderOf, dayText } from './days-of-cells.js';

describe('the order of a file’s dates', () => {
  it('shows in a day above 12', () => {
    expect(dateOrderOf(['01/02/2026', '31/01/2026'])).toEqual({ reading: 'day_first' });
    expect(dateOrderOf(['1/2/2026', '1/31/2026'])).toEqual({ reading: 'month_first' });
  });

  it('does not matter for dates that begin with the year, or whose day is their month', () => {
    expect(dateOrderOf(['2026-02-01', '20260201', '05.05.2026', '', 'soon'])).toEqual({
      reading: 'day_first',
    });
  });

  it('is never guessed between 01/02 and 02/01, nor where dates contradict each other', () => {
    expect(dateOrderOf(['2026-01-01', '01/02/2026'])).toEqual({ unclear: 'either', at: 1 });
    expect(dateOrderOf(['01.02.2026'])).toEqual({ unclear: 'either', at: 0 });
    expect(dateOrderOf(['31/01/2026', '01/31/2026'])).toEqual({ unclear: 'both', at: 1 });
  });
});

describe('a date of a file', () => {
  it.each([
    ['2026-02-01', '2026-02-01'],
    ['2026/2/1', '2026-02-01'],
    ['20260201', '2026-02-01'],
    ['2026-02-01T09:30:00', '2026-02-01'],
    ['2026-02-01 00:00:00.000', '2026-02-01'],
    ['1/2/2026', '2026-02-01'],
    ['01.02.2026', '2026-02-01'],
    ['1. 2. 2026', '2026-02-01'],
    ['01-02-2026 10:00', '2026-02-01'],
    ['31/31/2026', '2026-31-31'],
  ])('%s, the day first, is %s', (cell, day) => {
    expect(dayText(cell, 'day_first')).toBe(day);
  });

  it('with the month first is another one', () => {
    expect(dayText('1/2/2026', 'month_first')).toBe('2026-01-02');
    expect(dayText('2026-02-01', 'month_first')).toBe('2026-02-01');
  });

  it.each([
    '01/02/26',
    '1/2-2026',
    'tomorrow',
    '2026-02',
    '2026-02-01T09:30:00Z',
    '45000',
    '=TODAY()',
  ])('is not made of %s', (cell) => {
    expect(dayText(cell, 'day_first')).toBeUndefined();
  });
});

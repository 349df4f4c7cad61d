import { describe, expect, it } from '@jest/globals';
import { writtenAmount, writtenDay } from './written';

describe('the figures of somebody else’s document', () => {
  it.each([
    ['1234.50', 'EUR', '€1,234.50'],
    ['-0.005', 'USD', '-$0.005'],
    ['1.234,50', 'EUR', '1.234,50 EUR'],
    ['12', 'Euro', '12 Euro'],
    ['12', undefined, '12'],
  ])('say %s of %s as money, or as it is written', (amount, currency, expected) => {
    expect(writtenAmount(amount, currency)).toBe(expected);
  });

  it.each([
    ['2026-01-31', 'Jan 31, 2026'],
    ['2026-13-01', '2026-13-01'],
    ['20260131', '20260131'],
  ])('say %s as a day, or as it is written', (date, expected) => {
    expect(writtenDay(date)).toBe(expected);
  });
});

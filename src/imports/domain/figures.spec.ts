import { describe, expect, it } from '@jest/globals';
import { decimalMarkOf, figureText } from './figures.js';

describe('the decimal mark of a file', () => {
  it.each([
    ['1.234,50', 'comma'],
    ['1,234.50', 'point'],
    ['12,5', 'comma'],
    ['0.125', 'point'],
    ['1234,567', 'comma'],
    ['1.234.567', 'comma'],
    ["1'234.5", 'point'],
    ['1\u00A0234,5', 'comma'],
    ['19,5 %', 'comma'],
    ['-0,25', 'comma'],
  ])('shows in %s', (cell, reading) => {
    expect(decimalMarkOf(['', '10', cell, 'n/a'])).toEqual({ reading });
  });

  it('is a point where no number has any mark', () => {
    expect(decimalMarkOf(['10', '', '-5', 'Total', '=1.5+1'])).toEqual({ reading: 'point' });
  });

  it('is never guessed: not of 1.234 or 1,234 alone, and not where numbers contradict each other', () => {
    expect(decimalMarkOf(['10', '1.234'])).toEqual({ unclear: 'either', at: 1 });
    expect(decimalMarkOf(['1,234'])).toEqual({ unclear: 'either', at: 0 });
    expect(decimalMarkOf(['1,5', '2.5'])).toEqual({ unclear: 'both', at: 1 });
    expect(decimalMarkOf(['1.234', '9,99'])).toEqual({ reading: 'comma' });
  });
});

describe('a number of a file', () => {
  it.each([
    ['1.234,50', 'comma', '1234.50'],
    ['1,234.50', 'point', '1234.50'],
    ['1.234', 'comma', '1234'],
    ['1.234', 'point', '1.234'],
    ['12,34,567.5', 'point', '1234567.5'],
    ["1'234’567.00", 'point', '1234567.00'],
    ['1 234,5', 'comma', '1234.5'],
    ['-5', 'point', '-5'],
    ['−5,5', 'comma', '-5.5'],
    ['+5', 'comma', '5'],
    ['007', 'point', '7'],
    ['.5', 'point', '0.5'],
    [',5', 'comma', '0.5'],
    ['0', 'point', '0'],
    ['-0,10', 'comma', '-0.10'],
  ] as const)('%s with a decimal %s is %s', (cell, mark, text) => {
    expect(figureText(cell, mark)).toBe(text);
  });

  it.each([
    ['1,5', 'point'],
    ['1.5', 'comma'],
    ['1,23,45', 'point'],
    ['12.34.567,8,9', 'comma'],
    ['=1+1', 'point'],
    ['€ 5', 'point'],
    ['5 USD', 'point'],
    ['(5)', 'point'],
    ['5-', 'point'],
    ['1e3', 'point'],
    ['', 'point'],
    ['-', 'comma'],
    ['.', 'comma'],
    ['٣', 'point'],
    ['1'.repeat(10_000), 'point'],
  ] as const)('is not made of %p with a decimal %s', (cell, mark) => {
    expect(figureText(cell, mark)).toBeUndefined();
  });
});

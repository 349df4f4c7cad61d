import { describe, expect, it } from '@jest/globals';
import { clearSign, plainDecimal, typedDecimal, usualSignOf } from './plain-decimal';

describe('a number as people write it', () => {
  it.each([
    ['150', '150'],
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1 234,50', '1234.50'],
    ['1\u202f234,50 €', '1234.50'],
    ["CHF 1'234.50", '1234.50'],
    ['1’234’567', '1234567'],
    ['12,34,567.00', '1234567.00'],
    ['$1,000,000', '1000000'],
    ['US$ 99.90', '99.90'],
    ['99,90 kr', '99.90'],
    ['EUR 12,5', '12.5'],
    ['-12.5', '-12.5'],
    ['−12.5', '-12.5'],
    ['-$12.50', '-12.50'],
    ['$-12.50', '-12.50'],
    ['(12.50)', '-12.50'],
    ['12.50-', '-12.50'],
    ['19 %', '19'],
    ['7,7%', '7.7'],
    ['.5', '0.5'],
    ['007', '7'],
    ['0,125', '0.125'],
    [' 3 ', '3'],
  ])('%s is %s', (text, expected) => {
    expect(plainDecimal(text, '.')).toBe(expected);
  });

  it.each([
    '',
    'ten',
    '12 hrs',
    '1.2.3',
    '1,2,3',
    '12..5',
    '1e5',
    '5.',
    '--5',
    '#REF!',
    '12/5',
    '1 23',
  ])('%s is not understood', (text) => {
    expect(plainDecimal(text, '.')).toBeUndefined();
  });

  it('is read by its own signs first and by the usual one where it leaves that open', () => {
    expect(plainDecimal('1,234', '.')).toBe('1234');
    expect(plainDecimal('1,234', ',')).toBe('1.234');
    expect(plainDecimal('1.234', ',')).toBe('1234');
    expect(clearSign('1,234')).toBeUndefined();
    expect(clearSign('1,23')).toBe(',');
    expect(clearSign('1,234,567')).toBe('.');
  });

  it('stays as it was typed when the API takes it so, whatever the language', () => {
    expect(typedDecimal('1.125', ',')).toBe('1.125');
    expect(typedDecimal(typedDecimal('1,125', ','), ',')).toBe('1.125');
    expect(typedDecimal('12,50', '.')).toBe('12.50');
    expect(typedDecimal('a lot', '.')).toBe('a lot');
  });

  it('is written with a comma or a point as the language does', () => {
    expect(usualSignOf('de')).toBe(',');
    expect(usualSignOf('en')).toBe('.');
  });
});

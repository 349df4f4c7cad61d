import { describe, expect, it } from '@jest/globals';
import { guarded } from './csv.js';

describe('a text of a spreadsheet', () => {
  it.each([
    "=cmd|' /C calc'!A0",
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\t',
    ' =1',
    '\u00a0=1',
    '\ufeff=1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff20x',
  ])('that would be run as a formula stands behind an apostrophe: %j', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  });

  it.each(['', 'Acme = Co', 'a@example.com', '1-2', "'=1", '10 %'])(
    'stays as it is: %j',
    (text) => {
      expect(guarded(text)).toBe(text);
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import { searchable } from './search-text.js';

describe('searchable', () => {
  it.each([
    ['Acme CORP', 'acme corp'],
    ['ÄÖÜ', 'äöü'],
    ['İSTANBUL', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['100%_!\\', '100%_!\\'],
    ['請求書', '請求書'],
  ])('writes %s as %s', (text, expected) => {
    expect(searchable(text)).toBe(expected);
  });

  it('has a column of the same length, so no character ever becomes two', () => {
    for (let code = 0; code < 0x110000; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      if ([...searchable(character)].length !== 1) throw new Error(`U+${code.toString(16)}`);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { requestHash } from './request-hash.js';

describe('requestHash', () => {
  it.each([
    [
      { a: 1, b: { c: 2, d: 3 } },
      { b: { d: 3, c: 2 }, a: 1 },
    ],
    [[{ x: 1, y: 2 }], [{ y: 2, x: 1 }]],
    [undefined, null],
  ])('is the same for %j and %j', (one, other) => {
    expect(requestHash(one)).toBe(requestHash(other));
  });

  it.each([
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: '1' }],
    [{ a: 1 }, [['a', 1]]],
    [{}, []],
    [{ a: null }, {}],
    [{ a: { b: 1 } }, { a: 1, b: 1 }],
    ['', null],
  ])('tells %j and %j apart', (one, other) => {
    expect(requestHash(one)).not.toBe(requestHash(other));
  });
});

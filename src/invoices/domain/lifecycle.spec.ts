import { transition } from './lifecycle.js';

describe('transition', () => {
  test.each([
    ['draft', 'issue', 'issued'],
    ['issued', 'void', 'void'],
  ] as const)('%s + %s = %s', (status, event, next) => {
    expect(transition(status, event)).toBe(next);
  });

  test.each([
    ['draft', 'void'],
    ['issued', 'issue'],
    ['void', 'issue'],
    ['void', 'void'],
  ] as const)('%s + %s cannot happen', (status, event) => {
    expect(() => transition(status, event)).toThrow(RangeError);
  });
});

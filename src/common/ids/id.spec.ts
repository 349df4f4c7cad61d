import { describe, expect, it } from '@jest/globals';
import { isId, newId } from './id.js';

const now = new Date('2026-01-19T10:00:00.000Z');

describe('an id', () => {
  it('sorts by the order in which the ids of a process were made, also within a millisecond', () => {
    const ids = Array.from({ length: 5000 }, () => newId('aud', now));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(isId('aud', id)).toBe(true);
    expect(newId('aud', new Date(now.getTime() + 1)) > ids.at(-1)!).toBe(true);
  });

  it('keeps that order whatever ids of other kinds and other instants come between', () => {
    const ids = Array.from({ length: 500 }, (_, at) => {
      newId('inv', new Date(now.getTime() - at));
      return newId('aud', now);
    });
    expect([...ids].sort()).toEqual(ids);
  });

  it('cannot be told from the one before it', () => {
    const [first, second] = [newId('ses', now), newId('ses', now)];
    expect(second.slice(-9)).not.toBe(first.slice(-9));
  });
});

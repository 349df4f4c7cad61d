import { describe, expect, it } from '@jest/globals';
import { type Counted, limits, oneMore, oneRight, waitMs } from './limits.js';

const nothing: Counted = { count: 0, sinceMs: 0, lastMs: 0 };
const minuteMs = 60_000;

/** What is counted after `times` attempts, one each second. */
function after(limit: (typeof limits)[keyof typeof limits], times: number): Counted {
  return Array.from({ length: times }, (_, at) => at * 1000).reduce(
    (counted: Counted, nowMs) => oneMore(limit, counted, nowMs),
    nothing,
  );
}

describe('a limit', () => {
  it('lets its number through and then nothing until the window ends, to the millisecond', () => {
    const limit = limits.personInNetwork;
    expect(waitMs(limit, after(limit, 4), 5000)).toBe(0);
    const full = after(limit, 5);
    expect(waitMs(limit, full, 5000)).toBe(15 * minuteMs - 5000);
    expect(waitMs(limit, full, 15 * minuteMs - 1)).toBe(1);
    expect(waitMs(limit, full, 15 * minuteMs)).toBe(0);
    expect(oneMore(limit, full, 15 * minuteMs).count).toBe(1);
  });

  it('for a person only slows down: 1, 2, 4 … seconds, never more than 15 minutes', () => {
    const limit = limits.person;
    const waits = Array.from({ length: 14 }, (_, at) => {
      const counted = { count: 20 + at, sinceMs: 0, lastMs: 1000 };
      return waitMs(limit, counted, 1000) / 1000;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
  });

  it('never waits longer than its window', () => {
    const counted = { count: 40, sinceMs: 0, lastMs: 59 * minuteMs };
    expect(waitMs(limits.person, counted, 59 * minuteMs)).toBe(minuteMs);
  });

  it('forgets a person in a network at a success, and takes only that one off the others', () => {
    expect(oneRight(limits.personInNetwork, after(limits.personInNetwork, 4)).count).toBe(0);
    expect(oneRight(limits.person, after(limits.person, 4)).count).toBe(3);
    expect(oneRight(limits.network, nothing).count).toBe(0);
    expect(oneRight(limits.signUps, after(limits.signUps, 4)).count).toBe(4);
  });
});

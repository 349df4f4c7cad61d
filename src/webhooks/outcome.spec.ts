import { describe, expect, it } from '@jest/globals';
import { dayMs } from '../common/time/durations.js';
import { outcomeOf, pausesMs } from './outcome.js';

const now = new Date('2026-01-19T10:00:00.000Z');
const after = (ms: number) => new Date(now.getTime() + ms).toISOString();
const first = { delivery: { attempts: 1 }, failingSince: null, now, chance: 0 };

describe('what comes of an attempt', () => {
  it.each([200, 201, 202, 204, 299])('is a delivery with %i', (statusCode) => {
    expect(outcomeOf({ statusCode }, first)).toMatchObject({
      status: 'delivered',
      statusCode,
      error: null,
    });
  });

  it.each([
    [100, 'not_accepted'],
    [301, 'redirected'],
    [307, 'redirected'],
    [400, 'not_accepted'],
    [404, 'not_accepted'],
    [429, 'not_accepted'],
    [500, 'not_accepted'],
  ] as const)('is another attempt after five seconds with %i', (statusCode, error) => {
    const outcome = outcomeOf({ statusCode }, first);
    expect(outcome).toEqual({
      status: 'queued',
      statusCode,
      error,
      dueAt: after(5000),
      disable: undefined,
    });
  });

  it('is ten attempts over three days, each pause longer than the one before and never longer by more than a tenth', () => {
    expect(pausesMs).toHaveLength(9);
    expect(pausesMs).toEqual([...pausesMs].sort((a, b) => a - b));
    const wholeMs = pausesMs.reduce((sum, ms) => sum + ms, 0);
    expect(wholeMs).toBeGreaterThan(3 * dayMs);
    expect(wholeMs * 1.1).toBeLessThan(4 * dayMs);
    for (const [at, pauseMs] of pausesMs.entries()) {
      const place = { ...first, delivery: { attempts: at + 1 } };
      const answer = { error: 'timeout' } as const;
      expect(outcomeOf(answer, place).dueAt).toBe(after(pauseMs));
      expect(outcomeOf(answer, { ...place, chance: 1 }).dueAt).toBe(after(pauseMs * 1.1));
    }
    const last = outcomeOf({ error: 'timeout' }, { ...first, delivery: { attempts: 10 } });
    expect(last).toMatchObject({ status: 'failed', error: 'timeout', dueAt: undefined });
  });

  it('is the end of the endpoint with 410, and after five days without a success', () => {
    expect(outcomeOf({ statusCode: 410 }, first)).toMatchObject({
      status: 'failed',
      disable: 'gone',
    });
    const failing = (ms: number) =>
      outcomeOf({ statusCode: 500 }, { ...first, failingSince: after(-ms) }).disable;
    expect(failing(5 * dayMs - 1)).toBeUndefined();
    expect(failing(5 * dayMs)).toBe('failing');
    const success = outcomeOf({ statusCode: 200 }, { ...first, failingSince: after(-9 * dayMs) });
    expect(success.disable).toBeUndefined();
  });
});

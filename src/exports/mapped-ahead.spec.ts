import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { mappedAhead } from './mapped-ahead.js';

async function* numbers(count: number, taken: number[] = []) {
  for (let at = 0; at < count; at += 1) {
    taken.push(at);
    await turn();
    yield at;
  }
}

describe('work ahead', () => {
  it('keeps the order, whichever ends first', async () => {
    const results: number[] = [];
    const slowFirst = async (at: number) => {
      for (let wait = at === 0 ? 10 : 1; wait > 0; wait -= 1) await turn();
      return at;
    };
    for await (const at of mappedAhead(numbers(5), 3, slowFirst)) results.push(at);
    expect(results).toEqual([0, 1, 2, 3, 4]);
  });

  it('starts nothing more once its reader stops', async () => {
    const started: number[] = [];
    const work = (at: number) => {
      started.push(at);
      return Promise.resolve(at);
    };
    for await (const at of mappedAhead(numbers(50), 3, work)) if (at === 1) break;
    await turn();
    expect(started).toEqual([0, 1, 2, 3]);
  });

  it('throws the first failure and leaves no other one unhandled', async () => {
    const work = (at: number) => Promise.reject(new Error(`no ${at}`));
    const read = async () => {
      for await (const _ of mappedAhead(numbers(5), 3, work)) continue;
    };
    await expect(read()).rejects.toThrow('no 0');
    await turn();
  });
});

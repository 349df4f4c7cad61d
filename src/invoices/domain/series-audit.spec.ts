import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SeriesAudit, type SeriesPlace } from './series-audit.js';

const place = (sequence: number, status: SeriesPlace['status'] = 'issued'): SeriesPlace => ({
  sequence,
  number: `INV-${sequence}`,
  status,
});
const audited = (places: readonly SeriesPlace[], next: number) => {
  const audit = new SeriesAudit();
  for (const each of places) audit.add(each);
  return audit.end(next);
};

describe('the audit of a series', () => {
  it('finds nothing missing where every place is an invoice, void or not, or stepped over', () => {
    const found = audited([place(1), place(2, 'void'), place(3, 'stepped_over'), place(4)], 5);
    expect(found).toEqual({
      firstNumber: 'INV-1',
      lastNumber: 'INV-4',
      issued: 2,
      void: 1,
      steppedOver: [place(3, 'stepped_over')],
      gaps: [],
      duplicates: [],
    });
  });

  it('finds places missing at the start, in the middle and before the counter', () => {
    expect(audited([place(3), place(4), place(6)], 9).gaps).toEqual([
      { from: 1, to: 2 },
      { from: 5, to: 5 },
      { from: 7, to: 8 },
    ]);
  });

  it('finds a place that is taken twice', () => {
    const found = audited([place(1), place(2), place(2), place(3)], 4);
    expect(found.duplicates).toEqual([place(2)]);
    expect(found.gaps).toEqual([]);
  });

  it('has nothing to say of a series without numbers', () => {
    expect(audited([], 1)).toMatchObject({ firstNumber: null, gaps: [], duplicates: [] });
  });

  it('finds exactly the places that are missing, whatever is taken away', () => {
    const next = 60;
    const sequences = fc.uniqueArray(fc.integer({ min: 1, max: next - 1 }));
    fc.assert(
      fc.property(sequences, (taken) => {
        const there = [...taken].sort((left, right) => left - right);
        const { gaps } = audited(
          there.map((sequence) => place(sequence)),
          next,
        );
        const missing = gaps.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        const all = [...there, ...missing].sort((left, right) => left - right);
        expect(all).toEqual(Array.from({ length: next - 1 }, (_, index) => index + 1));
      }),
    );
  });
});

import fc from 'fast-check';
import { addDays, dayMax, dayMin, isDay } from '../../invoices/domain/days.js';
import { dateAt, frequencies, periodAt, type Recurrence, stepFrom } from './recurrence.js';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const rule: fc.Arbitrary<Recurrence> = fc.record({
  frequency: fc.constantFrom(...frequencies),
  interval: fc.integer({ min: 1, max: 100 }),
  startDate: day,
});
const step = fc.integer({ min: 0, max: 200 });
const monthsOf = { month: 1, quarter: 3, year: 12 } as const;
const byMonths = rule.filter(({ frequency }) => frequency in monthsOf);
const lastOfMonth = (text: string) => addDays(text, 1)?.endsWith('-01') ?? true;

describe('the dates of a rule', () => {
  it('are days of the calendar that follow each other, the first one being the start', () => {
    fc.assert(
      fc.property(rule, step, (any, at) => {
        expect(dateAt(any, 0)).toBe(any.startDate);
        const date = dateAt(any, at);
        const next = dateAt(any, at + 1);
        if (date === undefined || next === undefined) return;
        expect([date, isDay(date)]).toEqual([date, true]);
        expect(next > date).toBe(true);
      }),
    );
  });

  it('by days and weeks lie exactly so many days apart', () => {
    fc.assert(
      fc.property(rule, step, (any, at) => {
        if (any.frequency !== 'day' && any.frequency !== 'week') return;
        const days = any.interval * (any.frequency === 'week' ? 7 : 1) * at;
        const apart = (Date.parse(dateAt(any, at)!) - Date.parse(any.startDate)) / 86_400_000;
        expect(apart).toBe(days);
      }),
    );
  });

  it('by months lie in the month that is due, on the day of the start or else on its last one', () => {
    fc.assert(
      fc.property(byMonths, step, (any, at) => {
        const date = dateAt(any, at);
        if (date === undefined) return;
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        const length = monthsOf[any.frequency as keyof typeof monthsOf];
        expect(months(date) - months(any.startDate)).toBe(at * any.interval * length);
        const sameDay = date.slice(8) === any.startDate.slice(8);
        expect([
          date,
          sameDay || (date.slice(8) < any.startDate.slice(8) && lastOfMonth(date)),
        ]).toEqual([date, true]);
      }),
    );
  });

  it('never drift: whatever came before, the same month has the same day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (startDate, years) => {
        const monthly: Recurrence = { frequency: 'month', interval: 1, startDate };
        const yearly: Recurrence = { frequency: 'year', interval: 1, startDate };
        expect(dateAt(monthly, 12 * years)).toBe(dateAt(yearly, years));
        const quarterly: Recurrence = { frequency: 'quarter', interval: 1, startDate };
        expect(dateAt(quarterly, 4 * years)).toBe(dateAt(yearly, years));
      }),
    );
  });

  it('are found from any day on: the first one that is not before it', () => {
    fc.assert(
      fc.property(rule, day, (any, from) => {
        const found = stepFrom(any, from);
        const date = dateAt(any, found);
        expect(date === undefined || date >= from).toBe(true);
        if (found > 0) expect(dateAt(any, found - 1)! < from).toBe(true);
      }),
    );
  });

  it('divide the time without a gap and without an overlap', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 50 }), (any, at) => {
        if (dateAt(any, at + 2) === undefined) return;
        const [one, next] = [periodAt(any, at), periodAt(any, at + 1)];
        expect(addDays(one.end, 1)).toBe(next.start);
        expect(next.previousStart).toBe(one.start);
        expect(one.end >= one.start).toBe(true);
      }),
    );
  });
});

describe('a rule from 31 January on', () => {
  const dates = (startDate: string, count: number) =>
    Array.from({ length: count }, (_, at) =>
      dateAt({ frequency: 'month', interval: 1, startDate }, at),
    );

  it('has the last day of each shorter month, and the 31st again where there is one', () => {
    expect(dates('2026-01-31', 13)).toEqual([
      ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
      ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31'],
      '2027-01-31',
    ]);
  });

  it('has 29 February in leap years, by the rule of the centuries', () => {
    expect(dates('2028-01-31', 2)[1]).toBe('2028-02-29');
    expect(dates('2000-01-30', 2)[1]).toBe('2000-02-29');
    expect(dates('2100-01-29', 2)[1]).toBe('2100-02-28');
  });

  it('has periods that end on the day before the next date', () => {
    const monthly: Recurrence = { frequency: 'month', interval: 1, startDate: '2026-01-31' };
    expect(periodAt(monthly, 1)).toEqual({
      start: '2026-02-28',
      end: '2026-03-30',
      previousStart: '2026-01-31',
    });
  });
});

describe('a rule at the edge of the calendar', () => {
  const rules = frequencies.map((frequency) => ({ frequency, interval: 1 }));

  it('has no date behind its last day, and says so', () => {
    for (const each of rules) {
      const last: Recurrence = { ...each, startDate: dayMax };
      expect([each, dateAt(last, 0), dateAt(last, 1)]).toEqual([each, dayMax, undefined]);
      expect(periodAt(last, 0).end).toBe(dayMax);
      expect(() => periodAt(last, 1)).toThrow(RangeError);
    }
  });

  it('counts the first period from its start where nothing lies before', () => {
    for (const each of rules)
      expect(periodAt({ ...each, startDate: dayMin }, 0).previousStart).toBe(dayMin);
  });

  it('of 29 February has the 28th in other years', () => {
    const yearly: Recurrence = { frequency: 'year', interval: 1, startDate: '2024-02-29' };
    expect([1, 2, 3, 4].map((at) => dateAt(yearly, at))).toEqual([
      ...['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ]);
  });
});

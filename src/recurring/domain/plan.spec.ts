import { changed, dueBy, nextDate, type Plan, resumed, upcoming } from './plan.js';

const monthly: Plan = {
  frequency: 'month',
  interval: 1,
  startDate: '2026-01-31',
  endDate: null,
  occurrencesMax: null,
};
const start = { step: 0, made: 0 };
const dates = (plan: Plan, position = start, limit = 4) =>
  upcoming(plan, position, limit).map((period) => period.start);

describe('a plan', () => {
  it('ends with the last date that is not behind its last day', () => {
    expect(dates({ ...monthly, endDate: '2026-03-31' })).toEqual([
      ...['2026-01-31', '2026-02-28', '2026-03-31'],
    ]);
    expect(dates({ ...monthly, endDate: '2026-03-30' })).toHaveLength(2);
    expect(nextDate({ ...monthly, endDate: '2026-01-30' }, start)).toBeNull();
  });

  it('ends with its last period, skipped ones not counted', () => {
    const three = { ...monthly, occurrencesMax: 3 };
    expect(dates(three)).toHaveLength(3);
    expect(dates(three, { step: 5, made: 1 })).toEqual(['2026-06-30', '2026-07-31']);
    expect(nextDate(three, { step: 3, made: 3 })).toBeNull();
  });

  it('ends with the calendar', () => {
    expect(dates({ ...monthly, startDate: '2999-11-30' })).toEqual(['2999-11-30', '2999-12-30']);
  });

  it('skips what lies before today when it goes on after a pause, and today is not missed', () => {
    expect(resumed(monthly, { step: 1, made: 1 }, '2026-04-30')).toEqual({ step: 3, made: 1 });
    expect(resumed(monthly, { step: 1, made: 1 }, '2026-05-01')).toEqual({ step: 4, made: 1 });
  });

  it('goes on where it was when nothing was missed', () => {
    expect(resumed(monthly, { step: 3, made: 3 }, '2026-03-01')).toEqual({ step: 3, made: 3 });
  });

  it('counts what is due, up to a limit', () => {
    const due = (day: string) => dueBy(monthly, start, { day, max: 3 });
    expect(['2026-01-30', '2026-01-31', '2026-03-30', '2027-01-01'].map(due)).toEqual([0, 1, 2, 3]);
  });
});

describe('a plan that takes the place of another one', () => {
  const former = { plan: monthly, position: { step: 2, made: 2 }, lastDate: '2026-02-28' };

  it('stays where it stood when only its end is another', () => {
    expect(changed({ ...monthly, endDate: '2027-01-01' }, former)).toEqual(former.position);
  });

  it('stays where it stood after a pause that has skipped periods', () => {
    const skipped = { ...former, position: { step: 7, made: 2 } };
    expect(changed(monthly, skipped)).toEqual({ step: 7, made: 2 });
  });

  it('goes on from the next date on with another rhythm, still counted from the same start', () => {
    const quarterly: Plan = { ...monthly, frequency: 'quarter' };
    const position = changed(quarterly, former);
    expect(position.made).toBe(2);
    expect(dates(quarterly, position, 2)).toEqual(['2026-04-30', '2026-07-31']);
  });

  it('begins anew with a new start, but no date that was dealt with comes again', () => {
    const earlier: Plan = { ...monthly, startDate: '2026-02-15' };
    expect(dates(earlier, changed(earlier, former), 2)).toEqual(['2026-03-15', '2026-04-15']);
    const same: Plan = { ...monthly, startDate: '2026-02-28' };
    expect(dates(same, changed(same, former), 1)).toEqual(['2026-03-28']);
    const later: Plan = { ...monthly, startDate: '2026-06-01' };
    expect(dates(later, changed(later, former), 1)).toEqual(['2026-06-01']);
  });

  it('that has not begun yet may begin at any time', () => {
    const earlier: Plan = { ...monthly, startDate: '2025-12-31' };
    const position = changed(earlier, { plan: monthly, position: start, lastDate: null });
    expect(dates(earlier, position, 1)).toEqual(['2025-12-31']);
  });
});

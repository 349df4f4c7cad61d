import fc from 'fast-check';
import { dayStart } from './day-start.js';
import { dayIn } from './today.js';

const zones = [
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'],
  ...['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Santiago', 'Africa/Cairo', 'Asia/Beirut'],
];
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the start of a day', () => {
  it.each([
    ['Europe/Berlin', '2026-01-31', '2026-01-30T23:00:00.000Z'],
    ['Europe/Berlin', '2026-07-31', '2026-07-30T22:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-01-01', '2026-01-01T11:00:00.000Z'],
    ['Asia/Kolkata', '2026-01-01', '2025-12-31T18:30:00.000Z'],
  ])('in %s of %s is midnight there', (zone, text, instant) => {
    expect(dayStart(zone, text).toISOString()).toBe(instant);
  });

  it('is the end of the gap where clocks are set forward over midnight', () => {
    expect(dayStart('America/Santiago', '2026-09-06').toISOString()).toBe(
      '2026-09-06T04:00:00.000Z',
    );
  });

  it('of a day that a zone has left out is the start of the next one', () => {
    expect(dayStart('Pacific/Apia', '2011-12-30')).toEqual(dayStart('Pacific/Apia', '2011-12-31'));
  });

  it('is the instant from which on it is that day, in every zone and across every change of clocks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, (zone, text) => {
        const start = dayStart(zone, text);
        expect(dayIn(zone, start)).toBe(text);
        expect(dayIn(zone, new Date(start.getTime() - 1)) < text).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

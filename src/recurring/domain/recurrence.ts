import { addDays, compareDays, dayMax } from '../../invoices/domain/days.js';

export const frequencies = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Frequency = (typeof frequencies)[number];

/** Every so many days, weeks, months, quarters or years, counted from a day (`YYYY-MM-DD`). */
export interface Recurrence {
  readonly frequency: Frequency;
  /** A whole number from 1 on. */
  readonly interval: number;
  readonly startDate: string;
}

/** The days that an invoice is for, both of them included; the one before ends the day before `start`. */
export interface Period {
  readonly start: string;
  readonly end: string;
  readonly previousStart: string;
}

const lengths: Readonly<
  Record<Frequency, { readonly days: number } | { readonly months: number }>
> = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
};

/**
 * The date that lies `step` times the interval behind the start (before it when negative), or undefined
 * outside the calendar. Always counted from the start, so that it never drifts: from 31 January on, the last
 * day of each shorter month, and the 31st again where there is one.
 */
export function dateAt(rule: Recurrence, step: number): string | undefined {
  const length = lengths[rule.frequency];
  const count = step * rule.interval;
  return 'days' in length
    ? addDays(rule.startDate, count * length.days)
    : addMonths(rule.startDate, count * length.months);
}

/** The first step whose date is this day or later; such a date may lie outside the calendar. */
export function stepFrom(rule: Recurrence, day: string): number {
  const isBefore = (step: number) => {
    const date = dateAt(rule, step);
    return date !== undefined && compareDays(date, day) < 0;
  };
  let high = 0;
  while (isBefore(high)) high = high * 2 + 1;
  let low = 0;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The period that begins with the date of a step. @throws RangeError where that lies outside the calendar */
export function periodAt(rule: Recurrence, step: number): Period {
  const start = dateAt(rule, step);
  if (start === undefined) throw new RangeError(`There is no date ${step} of this rule.`);
  const next = dateAt(rule, step + 1);
  const end = next === undefined ? dayMax : dayBefore(next);
  return { start, end, previousStart: dateAt(rule, step - 1) ?? start };
}

/** The day before. */
export function dayBefore(day: string): string {
  return addDays(day, -1) ?? day;
}

/** The day after; the last day of the calendar has none but itself. */
export function dayAfter(day: string): string {
  return addDays(day, 1) ?? day;
}

/** The same day of a later month, or its last one where it has no such day. */
function addMonths(day: string, months: number): string | undefined {
  const serial = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(serial / 12);
  if (year < 1900 || year > 2999) return undefined;
  const month = (serial % 12) + 1;
  const date = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return `${year}-${padded(month)}-${padded(date)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}

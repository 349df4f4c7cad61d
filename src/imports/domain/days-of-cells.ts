import { type Evidence } from './figures.js';

/** Which of day and month comes first where the year is last. */
export const dateOrders = ['day_first', 'month_first'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A time of day behind the date, as databases export it, is left out: the day is the one that is written. */
const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/. ]|\. )(\d{1,2})\2(\d{4})${time}$`);
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/** What a date shows: `31/01/2026` begins with the day; `01/02/2026` could be either; `2026-02-01` shows nothing. */
export function orderOf(cell: string): DateOrder | 'either' | undefined {
  const [, first, , second] = yearLast.exec(cell.trim()) ?? [];
  if (first === undefined || Number(first) === Number(second)) return undefined;
  if (Number(first) > 12) return 'day_first';
  return Number(second) > 12 ? 'month_first' : 'either';
}

/** The order of a file's dates, from the cells of all its columns of dates; never a guess. */
export function dateOrderOf(cells: readonly string[]): Evidence<DateOrder> {
  const orders = cells.map(orderOf);
  const day = orders.indexOf('day_first');
  const month = orders.indexOf('month_first');
  if (day >= 0 && month >= 0) return { unclear: 'both', at: Math.max(day, month) };
  if (day >= 0) return { reading: 'day_first' };
  if (month >= 0) return { reading: 'month_first' };
  const either = orders.indexOf('either');
  return either >= 0 ? { unclear: 'either', at: either } : { reading: 'day_first' };
}

/**
 * A date of a file as `YYYY-MM-DD`, or undefined where it is written in no known way. Whether the calendar
 * has that day is not looked at; years of two digits are not taken, as nobody knows their century.
 */
export function dayText(cell: string, order: DateOrder): string | undefined {
  const text = cell.trim();
  const [, yearA, , monthA, dayA] = yearFirst.exec(text) ?? [];
  if (yearA !== undefined) return dashed(yearA, monthA, dayA);
  const [, yearB, monthB, dayB] = compact.exec(text) ?? [];
  if (yearB !== undefined) return dashed(yearB, monthB, dayB);
  const [, first, , second, year] = yearLast.exec(text) ?? [];
  if (year === undefined) return undefined;
  return order === 'day_first' ? dashed(year, second, first) : dashed(year, first, second);
}

function dashed(year: string, month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

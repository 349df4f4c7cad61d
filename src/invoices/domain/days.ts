/** The first day that is accepted. */
export const dayMin = '1900-01-01';

/** The last day that is accepted. */
export const dayMax = '2999-12-31';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

interface DayParts {
  readonly year: bigint;
  readonly month: bigint;
  readonly date: bigint;
}

/**
 * Whether a value of any type is the text of a real day of the Gregorian calendar as `YYYY-MM-DD`, between
 * `dayMin` and `dayMax`.
 */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  const parts = partsOf(text);
  if (parts === undefined || text < dayMin || text > dayMax) return false;
  const { year, month, date } = parts;
  return month >= 1n && month <= 12n && date >= 1n && date <= daysInMonth(year, month);
}

/**
 * The day `days` later (earlier when negative), or undefined when it lies outside `dayMin` to
 * `dayMax`. Throws a RangeError for a text that is no day or a count that is no whole number.
 */
export function addDays(day: string, days: number): string | undefined {
  const parts = partsOf(day);
  if (parts === undefined || !isDay(day)) throw new RangeError(`"${day}" is no day.`);
  const serial = startOfYear(parts.year) + dayOfYear(parts) + BigInt(days);
  const first = startOfYear(1900n) + 1n;
  const last = startOfYear(3000n);
  return serial < first || serial > last ? undefined : dayOfSerial(serial);
}

/** -1 when the first day is earlier, 0 when both are the same, 1 when it is later. */
export function compareDays(left: string, right: string): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function partsOf(text: string): DayParts | undefined {
  if (!dayPattern.test(text)) return undefined;
  return {
    year: BigInt(text.slice(0, 4)),
    month: BigInt(text.slice(5, 7)),
    date: BigInt(text.slice(8)),
  };
}

function isLeapYear(year: bigint): boolean {
  return year % 4n === 0n && (year % 100n !== 0n || year % 400n === 0n);
}

function daysInMonth(year: bigint, month: bigint): bigint {
  if (month === 2n) return isLeapYear(year) ? 29n : 28n;
  return [4n, 6n, 9n, 11n].includes(month) ? 30n : 31n;
}

function dayOfYear({ year, month, date }: DayParts): bigint {
  let day = date;
  for (let before = 1n; before < month; before += 1n) day += daysInMonth(year, before);
  return day;
}

/** Days from the start of year 1 to the start of this year. */
function startOfYear(year: bigint): bigint {
  const before = year - 1n;
  return 365n * before + before / 4n - before / 100n + before / 400n;
}

function dayOfSerial(serial: bigint): string {
  let year = (serial * 400n) / 146097n;
  while (serial > startOfYear(year + 1n)) year += 1n;
  let date = serial - startOfYear(year);
  let month = 1n;
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month);
    month += 1n;
  }
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

function padded(value: bigint, width: number): string {
  return value.toString().padStart(width, '0');
}

/**
 * The last `count` months up to and with `month` (`YYYY-MM`), oldest first.
 * @throws RangeError for a text that is no month or a count that is no positive whole number
 */
export function monthsUpTo(month: string, count: number): string[] {
  const [, year, ordinal] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  const months = BigInt(count);
  if (year === undefined || months < 1n) {
    throw new RangeError(`"${month}" is no month, or ${count} no number of months.`);
  }
  const first = BigInt(year) * 12n + BigInt(ordinal ?? 0) - months;
  return Array.from({ length: count }, (_, at) => monthOf(first + BigInt(at)));
}

/** The month of a day (`YYYY-MM-DD`). */
export function monthOfDay(day: string): string {
  return day.slice(0, 7);
}

function monthOf(serial: bigint): string {
  const year = (serial / 12n).toString().padStart(4, '0');
  return `${year}-${((serial % 12n) + 1n).toString().padStart(2, '0')}`;
}

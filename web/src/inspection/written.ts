import { day, money } from '../ui/formats';

/** An amount of a document that somebody else has made: as it is written where it is no amount in a currency. */
export function writtenAmount(amount: string, currency: string | undefined): string {
  const isMoney = /^-?\d+(\.\d+)?$/.test(amount) && /^[A-Z]{3}$/.test(currency ?? '');
  if (isMoney) return money(amount, currency as string);
  return [amount, currency].filter(Boolean).join(' ');
}

/** A date of such a document: as it is written where the calendar has no such day. */
export function writtenDay(date: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
  return isDay ? day(date) : date;
}

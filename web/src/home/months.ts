import { type components } from '../api/schema';

export type CurrencyTotals = components['schemas']['CurrencyTotalsDto'];

/** A month of the API ("2025-12") as the browser's language writes it. */
export function monthName(month: string, style: 'short' | 'long'): string {
  const format = new Intl.DateTimeFormat(undefined, {
    month: style,
    ...(style === 'long' && { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

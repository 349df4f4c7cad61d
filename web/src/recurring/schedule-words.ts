import { day } from '../ui/formats';
import { type ScheduleSummary } from './schedules-data';

type Frequency = ScheduleSummary['frequency'];

/** The units of a rhythm, by their numbers. */
export const units: Readonly<Record<Frequency, readonly [one: string, many: string]>> = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  quarter: ['quarter', 'quarters'],
  year: ['year', 'years'],
};

export const statusNames: Readonly<Record<ScheduleSummary['status'], string>> = {
  active: 'Active',
  paused: 'Paused',
  ended: 'Ended',
};

/** How often a schedule issues an invoice: "Every 2 weeks". */
export function rhythm({
  frequency,
  interval,
}: Pick<ScheduleSummary, 'frequency' | 'interval'>): string {
  const [one, many] = units[frequency];
  return interval === 1 ? `Every ${one}` : `Every ${interval} ${many}`;
}

/** When a schedule comes to its end by itself. */
export function endOf({
  end_date: end,
  occurrences,
  made,
}: Pick<ScheduleSummary, 'end_date' | 'occurrences' | 'made'>): string {
  if (end !== null) return `until ${day(end)}`;
  return occurrences === null ? 'without an end' : `${made} of ${occurrences} periods`;
}

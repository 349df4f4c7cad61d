import { type CreateRequest } from '../invoices/create-request';
import { dayMs } from '../ui/durations';
import { type Schedule, type ScheduleRequest } from './schedules-data';

/** What the dialog of a schedule asks for, as it stands in its fields. */
export interface ScheduleTerms {
  readonly name?: string;
  readonly frequency?: string;
  readonly interval?: string | number;
  readonly start_date?: string;
  readonly end_date?: string;
  readonly occurrences?: string | number;
  readonly send_email?: boolean;
}

/** The terms of a schedule that is there. */
export function termsOf(schedule: Schedule): ScheduleTerms {
  const { end_date: end, occurrences } = schedule;
  return {
    name: schedule.name,
    frequency: schedule.frequency,
    interval: schedule.interval,
    start_date: schedule.start_date,
    ...(end !== null && { end_date: end }),
    ...(occurrences !== null && { occurrences }),
    ...(schedule.send_email && { send_email: true }),
  };
}

/** The terms that are offered for an invoice: every month from its date on. */
export function offeredTerms(invoice: CreateRequest, today: string): ScheduleTerms {
  const name = invoice.recipient?.name;
  return {
    ...(name !== undefined && { name: name.slice(0, 100) }),
    frequency: 'month',
    interval: 1,
    start_date: invoice.date ?? today,
  };
}

/** The request for a schedule; a due date becomes the days that lie between it and the invoice's date. */
export function requestOf(
  { interval, occurrences, ...terms }: ScheduleTerms,
  { date, due_date: dueDate, ...invoice }: CreateRequest,
  today: string,
): ScheduleRequest {
  const days = dueDate && (Date.parse(dueDate) - Date.parse(date ?? today)) / dayMs;
  const body = {
    ...terms,
    ...(interval !== undefined && { interval: wholeNumber(interval) }),
    ...(occurrences !== undefined && { occurrences: wholeNumber(occurrences) }),
    invoice: {
      ...invoice,
      ...(typeof days === 'number' && days >= 0 && { payment_terms_days: days }),
    },
  };
  return body as ScheduleRequest;
}

/** What is no whole number stays as it was typed: the server says so at the field. */
function wholeNumber(value: string | number): string | number {
  return /^\d{1,9}$/.test(String(value).trim()) ? Number(value) : value;
}

import { type SqlValue } from '../common/database/database.js';
import { type ProblemBody } from '../common/errors/problem.js';
import { dayStart } from '../common/time/day-start.js';
import { type Invoice, isIssued } from '../invoices/invoice.js';
import { nextDate, type Plan, type Position } from './domain/plan.js';
import { type Frequency } from './domain/recurrence.js';
import {
  type Occurrence,
  type OccurrenceStatus,
  type Schedule,
  type ScheduledRequest,
  type ScheduleStatus,
  type ScheduleTerms,
} from './schedule.js';

/** A schedule as the database answers it. */
export interface ScheduleRow {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly status: ScheduleStatus;
  readonly request: string;
  readonly recipient: string;
  readonly send_email: number;
  readonly frequency: Frequency;
  readonly interval_count: number;
  readonly start_date: string;
  readonly end_date: string | null;
  readonly occurrences_max: number | null;
  readonly time_zone: string;
  readonly step: number;
  readonly made: number;
  readonly last_date: string | null;
  readonly next_date: string | null;
  readonly revision: number;
  readonly source: 'api' | 'dashboard';
  readonly created_by: string;
  readonly created_at: string;
}

/** The columns of {@link ScheduleRow}. */
export const scheduleColumns = `s.id, s.account_id, s.name, s.status, s.request, s.recipient, s.send_email,
  s.frequency, s.interval_count, s.start_date, s.end_date, s.occurrences_max, s.time_zone, s.step, s.made,
  s.last_date, s.next_date, s.revision, s.source, s.created_by, s.created_at`;

export function scheduleOf(row: ScheduleRow): Schedule {
  return {
    id: row.id,
    status: row.status,
    name: row.name,
    plan: {
      frequency: row.frequency,
      interval: row.interval_count,
      startDate: row.start_date,
      endDate: row.end_date,
      occurrencesMax: row.occurrences_max,
    },
    request: JSON.parse(row.request) as ScheduledRequest,
    recipient: row.recipient,
    sendEmail: row.send_email === 1,
    timeZone: row.time_zone,
    position: { step: row.step, made: row.made },
    lastDate: row.last_date,
    nextDate: row.next_date,
    revision: row.revision,
    caller: { accountId: row.account_id, actorId: row.created_by, source: row.source },
    createdAt: row.created_at,
  };
}

type Values = Readonly<Record<string, SqlValue>>;

/** The columns of what a person decides. */
export function termsValues({ name, plan, request, recipient, sendEmail }: ScheduleTerms): Values {
  return {
    name,
    request: JSON.stringify(request),
    recipient,
    send_email: sendEmail ? 1 : 0,
    frequency: plan.frequency,
    interval_count: plan.interval,
    start_date: plan.startDate,
    end_date: plan.endDate,
    occurrences_max: plan.occurrencesMax,
  };
}

/** The columns of where a schedule stands, and of when its next date begins in its time zone. */
export function positionValues(plan: Plan, position: Position, timeZone: string): Values {
  const next = nextDate(plan, position);
  return {
    step: position.step,
    made: position.made,
    next_date: next,
    due_at: next === null ? null : dayStart(timeZone, next).toISOString(),
  };
}

/** What stands behind SET in an UPDATE, and its parameters. */
export function assignments(values: Values): { sql: string; parameters: SqlValue[] } {
  const sql = Object.keys(values)
    .map((column) => `${column} = ?`)
    .join(', ');
  return { sql, parameters: Object.values(values) };
}

/** The columns of what a period has come to, where that is an invoice or a draft. */
export function invoiceValues(invoice: Invoice) {
  const status: OccurrenceStatus = isIssued(invoice) ? 'issued' : 'drafted';
  return { status, invoice_id: invoice.id, invoice_number: invoice.number.number };
}

/** A period of a schedule as the database answers it. */
export interface OccurrenceRow {
  readonly position: number;
  readonly issue_date: string;
  readonly period_end: string;
  readonly previous_start: string;
  readonly status: OccurrenceStatus;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly problem: string | null;
}

/** The columns of {@link OccurrenceRow}. */
export const occurrenceColumns = `o.position, o.issue_date, o.period_end, o.previous_start, o.status,
  o.invoice_id, o.invoice_number, o.problem`;

export function occurrenceOf(row: OccurrenceRow): Occurrence {
  return {
    position: row.position,
    period: { start: row.issue_date, end: row.period_end, previousStart: row.previous_start },
    status: row.status,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as ProblemBody),
  };
}

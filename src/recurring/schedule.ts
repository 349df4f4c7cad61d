import { type ProblemBody } from '../common/errors/problem.js';
import { type Caller } from '../common/http/caller.js';
import { type Plan, type Position } from './domain/plan.js';
import { type Period } from './domain/recurrence.js';

/** Periods that may be due at once when a schedule is made or changed: more are most often a wrong date. */
export const dueAtOnceMax = 12;

export const scheduleStatuses = ['active', 'paused', 'ended'] as const;
export type ScheduleStatus = (typeof scheduleStatuses)[number];

/** An invoice request without what a schedule sets itself; checked when it was stored. */
export type ScheduledRequest = Readonly<Record<string, unknown>>;

/** What a person decides about a schedule. */
export interface ScheduleTerms {
  readonly name: string;
  readonly plan: Plan;
  readonly request: ScheduledRequest;
  /** The recipient's name as the request has it. */
  readonly recipient: string;
  /** Whether each invoice is mailed to its recipient when it is issued. */
  readonly sendEmail: boolean;
}

/** An invoice that comes again and again; instants are ISO 8601 texts in UTC. */
export interface Schedule extends ScheduleTerms {
  readonly id: string;
  readonly status: ScheduleStatus;
  /** The account's time zone when the schedule was made. */
  readonly timeZone: string;
  readonly position: Position;
  /** The date of the last period that was dealt with. */
  readonly lastDate: string | null;
  /** The date of the next invoice; none once it has ended. While it is paused: where it stood. */
  readonly nextDate: string | null;
  /** Counts the changes that people make. */
  readonly revision: number;
  /** In whose name its invoices are issued. */
  readonly caller: Caller;
  readonly createdAt: string;
}

/** A schedule and how many of its periods wait for somebody to mend them. */
export interface CountedSchedule extends Schedule {
  readonly failed: number;
}

export const occurrenceStatuses = ['issued', 'drafted', 'failed', 'skipped'] as const;
export type OccurrenceStatus = (typeof occurrenceStatuses)[number];

/** What has become of one period of a schedule. */
export interface Occurrence {
  /** Its place among those of the schedule, from 0. */
  readonly position: number;
  readonly period: Period;
  readonly status: OccurrenceStatus;
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  /** Why there is no invoice; its request_id is the schedule's id. */
  readonly problem: ProblemBody | null;
}

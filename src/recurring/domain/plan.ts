import { compareDays } from '../../invoices/domain/days.js';
import {
  dateAt,
  dayAfter,
  type Period,
  periodAt,
  type Recurrence,
  stepFrom,
} from './recurrence.js';

/** When a schedule issues invoices, and when it comes to its end. */
export interface Plan extends Recurrence {
  /** The last day on which it may issue one. */
  readonly endDate: string | null;
  /** How many periods it has; those that were skipped do not count. */
  readonly occurrencesMax: number | null;
}

/** Where a schedule stands: the step of its next date, and how many periods it has dealt with. */
export interface Position {
  readonly step: number;
  readonly made: number;
}

/** The date of the next invoice, or null where the plan has come to its end. */
export function nextDate(plan: Plan, { step, made }: Position): string | null {
  const date = dateAt(plan, step);
  if (date === undefined) return null;
  if (plan.endDate !== null && compareDays(date, plan.endDate) > 0) return null;
  return plan.occurrencesMax !== null && made >= plan.occurrencesMax ? null : date;
}

/** The position behind a period that was dealt with. */
export function advanced({ step, made }: Position): Position {
  return { step: step + 1, made: made + 1 };
}

/** The position of a schedule that goes on after a pause: what lies before today is skipped. */
export function resumed(plan: Plan, position: Position, today: string): Position {
  return { ...position, step: Math.max(position.step, stepFrom(plan, today)) };
}

/** What a plan is changed from. */
export interface Former {
  readonly plan: Plan;
  readonly position: Position;
  /** The date of the last period that was dealt with. */
  readonly lastDate: string | null;
}

/**
 * The position in a plan that takes the place of another one. With the same start it goes on where the former
 * one stood; a new start is a new beginning, but no date that was dealt with comes again.
 */
export function changed(plan: Plan, { plan: before, position, lastDate }: Former): Position {
  const from =
    plan.startDate === before.startDate
      ? dateAt(before, position.step)
      : lastDate === null
        ? plan.startDate
        : dayAfter(lastDate);
  return { made: position.made, step: from === undefined ? position.step : stepFrom(plan, from) };
}

/** The next periods of a plan, at most `limit`. */
export function upcoming(plan: Plan, position: Position, limit: number): Period[] {
  const periods: Period[] = [];
  for (let at = position; periods.length < limit && nextDate(plan, at) !== null; at = advanced(at))
    periods.push(periodAt(plan, at.step));
  return periods;
}

/** How many dates lie on a day or before it, counted up to `max`. */
export function dueBy(plan: Plan, position: Position, { day, max }: { day: string; max: number }) {
  return upcoming(plan, position, max).filter(({ start }) => compareDays(start, day) <= 0).length;
}

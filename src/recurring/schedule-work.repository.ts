import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '../common/database/database.js';
import { insertRows } from '../common/database/insert-rows.js';
import { type ProblemBody } from '../common/errors/problem.js';
import { type Lease } from '../common/queue/leases.js';
import { type StoredInvoice } from '../invoices/invoices.repository.js';
import { advanced } from './domain/plan.js';
import { type Period } from './domain/recurrence.js';
import {
  assignments,
  invoiceValues,
  positionValues,
  scheduleColumns,
  scheduleOf,
  type ScheduleRow,
} from './schedule-rows.js';
import { type Schedule } from './schedule.js';
import { ScheduleLost } from './schedules.errors.js';

/** What has become of a period. */
export type PeriodResult = StoredInvoice | { readonly problem: ProblemBody };

/** A period that is checked; `settle` issues its invoice where it has no fault. */
export interface PreparedPeriod {
  readonly period: Period;
  readonly settle: (session: SqlSession) => Promise<PeriodResult>;
}

/** How many schedules a worker looks at to find one that no other worker has taken meanwhile. */
const candidatesMax = 10;
const isFree = `(leased_until IS NULL OR leased_until <= ?)`;
const isActive = `EXISTS (SELECT 1 FROM accounts a WHERE a.id = account_id AND a.status = 'active')`;

/** Schedules as their worker sees them; it serves all accounts, so its claims are the statements without one. */
@Injectable()
export class ScheduleWorkRepository {
  constructor(private readonly database: Database) {}

  /** Takes the due schedule that has waited longest, and answers its id: one UPDATE decides between workers. */
  async claim(lease: Lease): Promise<string | undefined> {
    const due = await this.database.read.select<{ id: string }>(
      `SELECT id FROM schedules
       WHERE status = 'active' AND due_at <= ? AND ${isFree} AND ${isActive}
       ORDER BY turn_at LIMIT ${candidatesMax}`,
      [lease.now, lease.now],
    );
    for (const { id } of due) {
      const claimed = await this.database.transaction((session) =>
        session.execute(
          `UPDATE schedules SET worker = ?, leased_until = ?
           WHERE id = ? AND status = 'active' AND due_at <= ? AND ${isFree}`,
          [lease.worker, lease.until, id, lease.now, lease.now],
        ),
      );
      if (claimed === 1) return id;
    }
    return undefined;
  }

  /** The schedule as it is now, while it is due and this worker has it. */
  async held(id: string, { worker, now }: Lease): Promise<Schedule | undefined> {
    const rows = await this.database.read.select<ScheduleRow>(
      `SELECT ${scheduleColumns} FROM schedules s
       WHERE s.id = ? AND s.worker = ? AND s.status = 'active' AND s.due_at <= ?`,
      [id, worker, now],
    );
    return rows.map(scheduleOf)[0];
  }

  /**
   * One transaction: moves the schedule on to its next date, issues the invoice of this one, and writes down
   * what became of it. Nothing of it where the schedule is another's, or is not any more as it was read.
   * @throws ScheduleLost
   */
  async step(schedule: Schedule, lease: Lease, { period, settle }: PreparedPeriod): Promise<void> {
    const settled = await this.database.transaction(async (session) => {
      await this.advance(session, schedule, lease);
      const result = await settle(session);
      const { position } = schedule;
      await insertRows(session, 'schedule_occurrences', [
        {
          schedule_id: schedule.id,
          position: position.made,
          issue_date: period.start,
          period_end: period.end,
          previous_start: period.previousStart,
          ...resultValues(result),
        },
      ]);
      return result;
    });
    if ('invoice' in settled) settled.committed();
  }

  /** Lets a schedule go; does nothing to one that another worker has. */
  async release(id: string, { worker, now }: Lease): Promise<void> {
    await this.database.transaction((session) =>
      session.execute(
        `UPDATE schedules SET turn_at = ?, worker = NULL, leased_until = NULL
         WHERE id = ? AND worker = ?`,
        [now, id, worker],
      ),
    );
  }

  private async advance(session: SqlSession, schedule: Schedule, lease: Lease): Promise<void> {
    const { id, plan, position, nextDate, revision, timeZone } = schedule;
    const next = positionValues(plan, advanced(position), timeZone);
    const { sql, parameters } = assignments({
      ...next,
      status: next.next_date === null ? 'ended' : 'active',
      last_date: nextDate,
      leased_until: lease.until,
    });
    const held = await session.execute(
      `UPDATE schedules SET ${sql} WHERE id = ? AND worker = ? AND status = 'active'
         AND revision = ? AND step = ? AND ${isActive}`,
      [...parameters, id, lease.worker, revision, position.step],
    );
    if (held !== 1) throw new ScheduleLost();
  }
}

function resultValues(result: PeriodResult) {
  if ('problem' in result) {
    const problem = JSON.stringify(result.problem);
    return { status: 'failed', invoice_id: null, invoice_number: null, problem };
  }
  return { ...invoiceValues(result.invoice), problem: null };
}

import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../audit/audit-log.js';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { Database, type SqlSession, type SqlValue } from '../common/database/database.js';
import { insertRows } from '../common/database/insert-rows.js';
import { type Caller } from '../common/http/caller.js';
import { type Position } from './domain/plan.js';
import {
  assignments,
  positionValues,
  scheduleColumns,
  scheduleOf,
  type ScheduleRow,
  termsValues,
} from './schedule-rows.js';
import {
  type CountedSchedule,
  type Schedule,
  type ScheduleStatus,
  type ScheduleTerms,
} from './schedule.js';
import { TooManySchedules } from './schedules.errors.js';

/** Schedules of one account that may not have ended at a time. */
export const openMax = 1_000;

/** A schedule to be stored. */
export interface NewSchedule {
  readonly id: string;
  readonly createdAt: string;
  readonly terms: ScheduleTerms;
  readonly timeZone: string;
  readonly idempotencyKey: string | undefined;
  readonly requestHash: string;
}

/** What a person changes in a schedule. */
export interface ScheduleChange {
  readonly status: ScheduleStatus;
  readonly position: Position;
  readonly terms: ScheduleTerms;
  readonly line: AuditLine;
}

type CountedRow = ScheduleRow & { readonly failed: string | number };
const counted = `SELECT ${scheduleColumns}, (SELECT COUNT(*) FROM schedule_occurrences o
  WHERE o.schedule_id = s.id AND o.status = 'failed') AS failed FROM schedules s`;

/** Schedules as their account sees them. */
@Injectable()
export class SchedulesRepository {
  constructor(private readonly database: Database) {}

  /** Stores a schedule; answers whether its Idempotency-Key was free. @throws TooManySchedules */
  async add(caller: Caller, schedule: NewSchedule, line: AuditLine): Promise<boolean> {
    try {
      await this.database.transaction(async (session) => {
        await insertRows(session, 'schedules', [valuesOf(caller, schedule)]);
        await this.expectRoom(session, caller.accountId);
        await line(session);
      });
      return true;
    } catch (error) {
      if (isDuplicateRow(error)) return false;
      throw error;
    }
  }

  async find(accountId: string, scheduleId: string): Promise<CountedSchedule | undefined> {
    const rows = await this.database.read.select<CountedRow>(
      `${counted} WHERE s.account_id = ? AND s.id = ?`,
      [accountId, scheduleId],
    );
    return rows.map(countedOf)[0];
  }

  /** The schedule that an Idempotency-Key has made, and the hash of what it was sent with. */
  async findByKey(
    accountId: string,
    key: string,
  ): Promise<{ id: string; request_hash: string } | undefined> {
    const rows = await this.database.read.select<{ id: string; request_hash: string }>(
      'SELECT id, request_hash FROM schedules WHERE account_id = ? AND idempotency_key = ?',
      [accountId, key],
    );
    return rows[0];
  }

  /** Up to `limit` schedules, newest first, older than the one with the id `before`. */
  async page(
    accountId: string,
    {
      status,
      before,
      limit,
    }: { status?: string | undefined; before?: string | undefined; limit: number },
  ): Promise<CountedSchedule[]> {
    const conditions = ['s.account_id = ?'];
    const parameters: SqlValue[] = [accountId];
    const add = (condition: string, value: string | undefined) => {
      if (value === undefined) return;
      conditions.push(condition);
      parameters.push(value);
    };
    add('s.status = ?', status);
    add('s.id < ?', before);
    const rows = await this.database.read.select<CountedRow>(
      `${counted} WHERE ${conditions.join(' AND ')} ORDER BY s.id DESC LIMIT ${Math.trunc(limit)}`,
      parameters,
    );
    return rows.map(countedOf);
  }

  /**
   * Changes a schedule by what is decided on how it stands now; answers whether it is there. The first
   * statement locks it, so that nothing comes in between; who works on it meanwhile loses it and looks anew.
   * Throws what `decide` throws, and changes nothing then.
   */
  async change(
    accountId: string,
    scheduleId: string,
    decide: (schedule: Schedule) => ScheduleChange | undefined,
  ): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const locked = await session.execute(
        'UPDATE schedules SET revision = revision + 1 WHERE account_id = ? AND id = ?',
        [accountId, scheduleId],
      );
      if (locked !== 1) return false;
      const [row] = await session.select<ScheduleRow>(
        `SELECT ${scheduleColumns} FROM schedules s WHERE s.account_id = ? AND s.id = ?`,
        [accountId, scheduleId],
      );
      if (row === undefined) return false;
      const schedule = scheduleOf(row);
      const change = decide(schedule);
      if (change === undefined) return true;
      const { sql, parameters } = assignments({
        ...termsValues(change.terms),
        ...positionValues(change.terms.plan, change.position, schedule.timeZone),
        status: change.status,
      });
      const where = [accountId, scheduleId];
      await session.execute(`UPDATE schedules SET ${sql} WHERE account_id = ? AND id = ?`, [
        ...parameters,
        ...where,
      ]);
      await change.line(session);
      return true;
    });
  }

  /** Deletes a schedule with what it says of its periods; their invoices stay. Answers whether it was there. */
  async remove(accountId: string, scheduleId: string, line: AuditLine): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const removed = await session.execute(
        'DELETE FROM schedules WHERE account_id = ? AND id = ?',
        [accountId, scheduleId],
      );
      if (removed !== 1) return false;
      await line(session);
      return true;
    });
  }

  private async expectRoom(session: SqlSession, accountId: string): Promise<void> {
    const open = await session.select(
      `SELECT id FROM schedules WHERE account_id = ? AND status IN ('active', 'paused') LIMIT ${openMax + 1}`,
      [accountId],
    );
    if (open.length > openMax) throw new TooManySchedules(openMax);
  }
}

function valuesOf({ accountId, actorId, source }: Caller, schedule: NewSchedule) {
  const { id, createdAt, terms, timeZone } = schedule;
  return {
    ...{ id, account_id: accountId, status: 'active', time_zone: timeZone, revision: 0 },
    ...termsValues(terms),
    ...positionValues(terms.plan, { step: 0, made: 0 }, timeZone),
    ...{ source, created_by: actorId, created_at: createdAt, turn_at: createdAt },
    ...{ idempotency_key: schedule.idempotencyKey ?? null, request_hash: schedule.requestHash },
  };
}

function countedOf(row: CountedRow): CountedSchedule {
  return { ...scheduleOf(row), failed: Number(row.failed) };
}

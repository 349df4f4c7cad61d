import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '../common/database/database.js';
import { type ProblemBody } from '../common/errors/problem.js';
import { type PreparedInvoice } from '../invoices/invoices.service.js';
import {
  assignments,
  invoiceValues,
  occurrenceColumns,
  occurrenceOf,
  type OccurrenceRow,
} from './schedule-rows.js';
import { type Occurrence } from './schedule.js';
import { OccurrenceNotFailed } from './schedules.errors.js';

/** Which period: the schedule must be one of the account's. */
export interface OccurrenceKey {
  readonly scheduleId: string;
  readonly date: string;
}

/** A period that waits for somebody, of a schedule of the account. */
const isFailed = `schedule_id = ? AND issue_date = ? AND status = 'failed'
  AND EXISTS (SELECT 1 FROM schedules s WHERE s.id = schedule_id AND s.account_id = ?)`;

/** The periods of schedules, as their account sees them. */
@Injectable()
export class OccurrencesRepository {
  constructor(private readonly database: Database) {}

  /** Up to `limit` periods of a schedule, newest first, before a position. */
  async page(
    accountId: string,
    scheduleId: string,
    { before, limit }: { before: number; limit: number },
  ): Promise<Occurrence[]> {
    const rows = await this.database.read.select<OccurrenceRow>(
      `SELECT ${occurrenceColumns} FROM schedule_occurrences o JOIN schedules s ON s.id = o.schedule_id
       WHERE o.schedule_id = ? AND s.account_id = ? AND o.position < ?
       ORDER BY o.position DESC LIMIT ${Math.trunc(limit)}`,
      [scheduleId, accountId, before],
    );
    return rows.map(occurrenceOf);
  }

  async find(
    accountId: string,
    { scheduleId, date }: OccurrenceKey,
  ): Promise<Occurrence | undefined> {
    const rows = await this.database.read.select<OccurrenceRow>(
      `SELECT ${occurrenceColumns} FROM schedule_occurrences o JOIN schedules s ON s.id = o.schedule_id
       WHERE o.schedule_id = ? AND s.account_id = ? AND o.issue_date = ?`,
      [scheduleId, accountId, date],
    );
    return rows.map(occurrenceOf)[0];
  }

  /**
   * Issues the invoice of a period that has failed, once: who comes second finds it issued, and stores nothing.
   * @throws OccurrenceNotFailed
   */
  async issue(
    accountId: string,
    key: OccurrenceKey,
    issue: PreparedInvoice['store'],
  ): Promise<void> {
    const committed = await this.database.transaction(async (session) => {
      await this.decide(session, accountId, { key, status: 'issued' });
      const { invoice, committed: afterwards } = await issue(session);
      const { sql, parameters } = assignments(invoiceValues(invoice));
      await session.execute(
        `UPDATE schedule_occurrences SET ${sql} WHERE schedule_id = ? AND issue_date = ?`,
        [...parameters, key.scheduleId, key.date],
      );
      return afterwards;
    });
    committed();
  }

  /** Gives a period that has failed up. @throws OccurrenceNotFailed */
  async skip(accountId: string, key: OccurrenceKey): Promise<void> {
    await this.database.transaction((session) =>
      this.decide(session, accountId, { key, status: 'skipped' }),
    );
  }

  /** Remembers why a period has failed again. */
  async failAgain(accountId: string, key: OccurrenceKey, problem: ProblemBody): Promise<void> {
    await this.database.transaction((session) =>
      session.execute(`UPDATE schedule_occurrences SET problem = ? WHERE ${isFailed}`, [
        JSON.stringify(problem),
        ...[key.scheduleId, key.date, accountId],
      ]),
    );
  }

  private async decide(
    session: SqlSession,
    accountId: string,
    { key, status }: { key: OccurrenceKey; status: 'issued' | 'skipped' },
  ): Promise<void> {
    const decided = await session.execute(
      `UPDATE schedule_occurrences SET status = ?, problem = NULL WHERE ${isFailed}`,
      [status, key.scheduleId, key.date, accountId],
    );
    if (decided !== 1) throw new OccurrenceNotFailed();
  }
}

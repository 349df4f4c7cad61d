import { Injectable } from '@nestjs/common';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { Database, type SqlSession, type SqlValue } from '../common/database/database.js';

/** A series within one period of its number format. */
export interface SeriesPeriod {
  readonly series: string;
  readonly period: string;
}

/** A place of a series whose number is an invoice's own number already. */
export interface SteppedOver extends SeriesPeriod {
  readonly sequence: number;
  readonly number: string;
  readonly createdAt: string;
}

/** The counters of number series. */
@Injectable()
export class NumberSeriesRepository {
  constructor(private readonly database: Database) {}

  /** The place (1, 2, …) that a series would give next; takes nothing. */
  async next(accountId: string, { series, period }: SeriesPeriod): Promise<number> {
    const rows = await this.database.read.select<{ next: string | number }>(
      'SELECT next FROM number_series WHERE account_id = ? AND series = ? AND period = ?',
      [accountId, series, period],
    );
    return Number(rows[0]?.next ?? 1);
  }

  /**
   * Takes the next places of a series and answers the first of them, inside the caller's transaction: the row
   * stays locked until it ends, so invoices that fail give their numbers back and no gap is left.
   */
  async take(
    session: SqlSession,
    accountId: string,
    { series, period, count }: SeriesPeriod & { readonly count: number },
  ): Promise<number> {
    const key = { account_id: accountId, series, period };
    for (;;) {
      const next = await session.increase({
        table: 'number_series',
        column: 'next',
        key,
        by: count,
      });
      if (next !== undefined) return next - count;
      if (await this.start(session, [accountId, series, period, 1 + count])) return 1;
    }
  }

  /** Writes down, in the transaction of an invoice, that a place was left because its number was taken. */
  async stepOver(session: SqlSession, accountId: string, place: SteppedOver): Promise<void> {
    const { series, period, sequence, number, createdAt } = place;
    await session.execute(
      `INSERT INTO stepped_over_numbers (account_id, series, period, sequence, number, created_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [accountId, series, period, sequence, number, createdAt],
    );
  }

  /** Whether this transaction was the first to count in the series. */
  private async start(session: SqlSession, values: readonly SqlValue[]): Promise<boolean> {
    try {
      await session.execute(
        'INSERT INTO number_series (account_id, series, period, next) VALUES (?, ?, ?, ?)',
        values,
      );
      return true;
    } catch (error) {
      if (isDuplicateRow(error)) return false;
      throw error;
    }
  }
}

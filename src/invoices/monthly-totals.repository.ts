import { Injectable } from '@nestjs/common';
import { Database, minorUnits } from '../common/database/database.js';

/** What was invoiced in one currency on one day (`YYYY-MM-DD`). */
export interface DayTotal {
  readonly currency: string;
  readonly day: string;
  readonly invoices: number;
  readonly totalMinor: bigint;
}

type Stored = string | number;
interface DayRow {
  readonly currency: string;
  readonly day: string;
  readonly invoices: Stored;
  readonly millions: Stored;
  readonly rest: Stored;
}

/** Sums over invoices, made by the database from whole minor units. */
@Injectable()
export class MonthlyTotalsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Number and sum of the invoices with a date from `firstMonth` to `lastMonth` (`YYYY-MM`), less the credit
   * notes of that time, void ones and other documents left out, by day and currency: in this order an index holds all of it, and a month has few days.
   * Millions and the rest are summed apart, because SQLite's SUM ends at 2^63, which 1,024 of the largest
   * invoices would reach.
   */
  async byDayAndCurrency(
    accountId: string,
    { firstMonth, lastMonth }: { firstMonth: string; lastMonth: string },
  ): Promise<DayTotal[]> {
    const rows = await this.database.read.select<DayRow>(
      `SELECT currency, issue_date AS day, SUM(type = 'invoice') AS invoices,
              SUM(CAST((total_minor - total_minor % 1000000) / 1000000 AS SIGNED)) AS millions,
              SUM(total_minor % 1000000) AS rest
       FROM (SELECT currency, issue_date, type,
                    CASE WHEN type = 'credit_note' THEN -total_minor ELSE total_minor END AS total_minor
             FROM invoices
             WHERE account_id = ? AND issue_date >= ? AND issue_date <= ? AND status = 'issued'
               AND type IN ('invoice', 'credit_note')) documents
       GROUP BY issue_date, currency`,
      [accountId, `${firstMonth}-01`, `${lastMonth}-31`],
    );
    return rows.map(({ currency, day, invoices, millions, rest }) => ({
      currency,
      day,
      invoices: Number(invoices),
      totalMinor: minorUnits(millions) * 1_000_000n + minorUnits(rest),
    }));
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../common/database/database.js';
import { type SeriesPlace } from '../domain/series-audit.js';
import { type SeriesPeriod } from '../number-series.repository.js';

/** A counter: the place that it would give next. */
export interface SeriesCounter extends SeriesPeriod {
  readonly next: number;
}

/** A place of a series with the invoice that has it. */
export interface SeriesEntry extends SeriesPlace {
  readonly invoiceId: string | null;
  readonly date: string | null;
  readonly pdfSha256: string | null;
}

/** Places of one period after one place and before another, so many at most. */
export interface PlacesRange extends SeriesPeriod {
  readonly after: number;
  readonly before: number;
  readonly limit: number;
}

interface EntryRow {
  readonly sequence: number;
  readonly number: string;
  readonly status: SeriesPlace['status'];
  readonly invoice_id: string | null;
  readonly issue_date: string | null;
  readonly sha256: string | null;
}

/** Reads number series with the invoices that have their numbers. */
@Injectable()
export class SeriesRepository {
  constructor(private readonly database: Database) {}

  /** The counters of an account, or those of one series, in their order. */
  async counters(
    accountId: string,
    { series, limit }: { series?: string; limit: number },
  ): Promise<SeriesCounter[]> {
    const chosen = series === undefined ? [] : [series];
    const rows = await this.database.read.select<SeriesPeriod & { next: number | string }>(
      `SELECT series, period, next FROM number_series
       WHERE account_id = ?${series === undefined ? '' : ' AND series = ?'}
       ORDER BY series, period LIMIT ${limit}`,
      [accountId, ...chosen],
    );
    return rows.map((row) => ({ ...row, next: Number(row.next) }));
  }

  /** Places in their order. */
  async places(accountId: string, range: PlacesRange): Promise<SeriesEntry[]> {
    const { series, period, after, before, limit } = range;
    const where = [accountId, series, period, after, before];
    const [invoices, steppedOver] = await Promise.all([
      this.database.read.select<EntryRow>(
        `SELECT i.series_sequence AS sequence, i.number, i.status, i.id AS invoice_id, i.issue_date, d.sha256
         FROM invoices i LEFT JOIN documents d ON d.invoice_id = i.id AND d.kind = 'pdf'
         WHERE i.account_id = ? AND i.series = ? AND i.series_period = ?
           AND i.series_sequence > ? AND i.series_sequence < ?
         ORDER BY i.series_sequence LIMIT ${limit}`,
        where,
      ),
      this.database.read.select<EntryRow>(
        `SELECT sequence, number, 'stepped_over' AS status, NULL AS invoice_id, NULL AS issue_date, NULL AS sha256
         FROM stepped_over_numbers
         WHERE account_id = ? AND series = ? AND period = ? AND sequence > ? AND sequence < ?
         ORDER BY sequence LIMIT ${limit}`,
        where,
      ),
    ]);
    return [...invoices, ...steppedOver]
      .map(entryOf)
      .sort((left, right) => left.sequence - right.sequence)
      .slice(0, limit);
  }
}

function entryOf(row: EntryRow): SeriesEntry {
  return {
    sequence: row.sequence,
    number: row.number,
    status: row.status,
    invoiceId: row.invoice_id,
    date: row.issue_date,
    pdfSha256: row.sha256,
  };
}

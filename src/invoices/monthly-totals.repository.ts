import { Injectable } from '@nestjs/common';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { Database, minorUnits, type SqlSession } from '../common/database/database.js';
import { monthOfDay } from './domain/months.js';
import { type Invoice } from './invoice.js';

/** What was invoiced in one currency in one month (`YYYY-MM`). */
export interface MonthTotal {
  readonly currency: string;
  readonly month: string;
  readonly invoices: number;
  readonly totalMinor: bigint;
}

/** What the sums take of a document. */
export type Summed = Pick<Invoice, 'type' | 'date' | 'currency' | 'totalMinor'>;

type Stored = string | number;
interface MonthRow {
  readonly currency: string;
  readonly month: string;
  readonly invoices: Stored;
  readonly millions: Stored;
  readonly rest: Stored;
}

const million = 1_000_000n;

/**
 * Sums by month of the invoices that stand, less the credit notes of that month; other documents are left out.
 * They are kept row by row with the documents, as adding up takes ever longer (docs/decisions/0041).
 */
@Injectable()
export class MonthlyTotalsRepository {
  constructor(private readonly database: Database) {}

  /** The sums of the months from `firstMonth` to `lastMonth`; those without an invoice may be left out. */
  async byMonthAndCurrency(
    accountId: string,
    { firstMonth, lastMonth }: { firstMonth: string; lastMonth: string },
  ): Promise<MonthTotal[]> {
    const rows = await this.database.read.select<MonthRow>(
      `SELECT month, currency, invoices, millions, rest FROM month_totals
       WHERE account_id = ? AND month >= ? AND month <= ?`,
      [accountId, firstMonth, lastMonth],
    );
    const totals = rows.map(({ currency, month, invoices, millions, rest }) => ({
      currency,
      month,
      invoices: Number(invoices),
      totalMinor: minorUnits(millions) * million + minorUnits(rest),
    }));
    // A row stays where all of its documents are void.
    return totals.filter(({ invoices, totalMinor }) => invoices !== 0 || totalMinor !== 0n);
  }
}

/** Counts new documents, in the transaction that stores them. */
export function countIn(
  session: SqlSession,
  accountId: string,
  documents: readonly Summed[],
): Promise<void> {
  return change(session, accountId, { documents, times: 1n });
}

/** Takes a document out of the sums, in the transaction that makes it void. */
export function uncountIn(session: SqlSession, accountId: string, document: Summed): Promise<void> {
  return change(session, accountId, { documents: [document], times: -1n });
}

async function change(
  session: SqlSession,
  accountId: string,
  { documents, times }: { documents: readonly Summed[]; times: bigint },
): Promise<void> {
  for (const { month, currency, invoices, minor } of sums(documents)) {
    const changes = [times * invoices, (times * minor) / million, (times * minor) % million];
    const key = [accountId, month, currency];
    for (;;) {
      const changed = await session.execute(
        `UPDATE month_totals SET invoices = invoices + ?, millions = millions + ?, rest = rest + ?
         WHERE account_id = ? AND month = ? AND currency = ?`,
        [...changes, ...key],
      );
      if (changed === 1 || (await started(session, [...key, ...changes]))) break;
    }
  }
}

interface Sum {
  readonly month: string;
  readonly currency: string;
  invoices: bigint;
  minor: bigint;
}

/** By month and currency, in an order that is the same for everybody: whoever locks rows in it waits in no circle. */
function sums(documents: readonly Summed[]): Sum[] {
  const found = new Map<string, Sum>();
  for (const document of documents) {
    const signs = signsOf(document);
    if (signs === undefined) continue;
    const { currency } = document;
    const month = monthOfDay(document.date);
    const place = `${month} ${currency}`;
    const sum = found.get(place) ?? { month, currency, invoices: 0n, minor: 0n };
    sum.invoices += signs.invoices;
    sum.minor += signs.amount * document.totalMinor;
    found.set(place, sum);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}

/** Whether this transaction has the first document of the month. */
async function started(
  session: SqlSession,
  values: readonly (string | bigint)[],
): Promise<boolean> {
  try {
    await session.execute(
      `INSERT INTO month_totals (account_id, month, currency, invoices, millions, rest)
       VALUES (?, ?, ?, ?, ?, ?)`,
      values,
    );
    return true;
  } catch (error) {
    if (isDuplicateRow(error)) return false;
    throw error;
  }
}

/** How a document counts; nothing for one that is neither an invoice nor a credit note. */
function signsOf({ type }: Summed): { invoices: bigint; amount: bigint } | undefined {
  if (type === 'invoice') return { invoices: 1n, amount: 1n };
  return type === 'credit_note' ? { invoices: 0n, amount: -1n } : undefined;
}

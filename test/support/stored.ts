import { Database } from '../../src/common/database/database.js';
import { type RunningApp } from './app.js';

/** What invoices leave behind in an account. */
export interface StoredRows {
  readonly invoices: number;
  readonly lines: number;
  readonly documents: number;
  readonly numbersUsed: number;
  readonly idempotencyKeys: number;
}

/** Counts the rows of an account, to tell that a request stored nothing and used no number. */
export async function storedRows(
  { app }: Pick<RunningApp, 'app'>,
  { id }: { id: string },
): Promise<StoredRows> {
  const { read } = app.get(Database, { strict: false });
  const count = async (what: string, where: string) => {
    const rows = await read.select<{ found: string | number | null }>(
      `SELECT ${what} AS found FROM ${where}`,
      [id],
    );
    return Number(rows[0]?.found ?? 0);
  };
  const linesOf = 'invoice_lines l JOIN invoices i ON i.id = l.invoice_id WHERE i.account_id = ?';
  return {
    invoices: await count('COUNT(*)', 'invoices WHERE account_id = ?'),
    lines: await count('COUNT(*)', linesOf),
    documents: await count('COUNT(*)', 'documents WHERE account_id = ?'),
    numbersUsed: await count('SUM(next - 1)', 'number_series WHERE account_id = ?'),
    idempotencyKeys: await count('COUNT(*)', 'idempotency_keys WHERE account_id = ?'),
  };
}

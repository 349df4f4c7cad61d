import { Database, type SqlValue } from '../../src/common/database/database.js';
import { newId } from '../../src/common/ids/id.js';
import { type RunningApp } from './app.js';

type Values = Readonly<Record<string, SqlValue>>;

const rowsPerStatement = 50;

/** Changes a stored invoice where the product has no way to, such as a layout that went missing. */
export async function changeInvoice(
  { app }: Pick<RunningApp, 'app'>,
  id: string,
  changes: Values,
): Promise<void> {
  const columns = Object.keys(changes).map((column) => `${column} = ?`);
  const sql = `UPDATE invoices SET ${columns.join(', ')} WHERE id = ?`;
  await app
    .get(Database, { strict: false })
    .transaction((session) => session.execute(sql, [...Object.values(changes), id]));
}

/**
 * Stores `count` newer copies of an invoice without its lines, numbered `COPY-0` and so on outside every series:
 * the fast way to an account with many invoices.
 */
export async function copyInvoice(
  { app, clock }: Pick<RunningApp, 'app' | 'clock'>,
  id: string,
  count: number,
  changes: (at: number) => Values = () => ({}),
): Promise<void> {
  const database = app.get(Database, { strict: false });
  const [original = {}] = await database.read.select<Record<string, SqlValue>>(
    'SELECT * FROM invoices WHERE id = ?',
    [id],
  );
  const columns = Object.keys(original);
  const copy = (at: number): SqlValue[] => {
    const own = {
      id: newId('inv', new Date(clock.now().getTime() + at + 1)),
      number: `COPY-${at}`,
      series_sequence: null,
    };
    const values: Values = { ...original, ...own, ...changes(at) };
    return columns.map((column) => values[column] ?? null);
  };
  const places = `(${columns.map(() => '?').join(', ')})`;
  await database.transaction(async (session) => {
    for (let start = 0; start < count; start += rowsPerStatement) {
      const length = Math.min(rowsPerStatement, count - start);
      const rows = Array.from({ length }, (_, at) => copy(start + at));
      const sql = `INSERT INTO invoices (${columns.join(', ')}) VALUES ${rows.map(() => places).join(', ')}`;
      await session.execute(sql, rows.flat());
    }
  });
}

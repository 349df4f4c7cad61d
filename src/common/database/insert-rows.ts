import { type SqlSession, type SqlValue } from './database.js';

/** Rows per statement: few enough for every database's limit on parameters, and few different statements. */
const rowsMax = 50;

type Values = Readonly<Record<string, SqlValue>>;

/** Inserts rows that all have the columns of the first one, many with one statement. */
export async function insertRows(
  session: SqlSession,
  table: string,
  rows: readonly Values[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsMax) {
    const chunk = rows.slice(start, start + rowsMax);
    const columns = Object.keys(chunk[0] ?? {});
    const places = `(${columns.map(() => '?').join(', ')})`;
    await session.execute(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${chunk.map(() => places).join(', ')}`,
      chunk.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}

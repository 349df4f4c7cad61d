import { type Database } from './database.js';

/** Which rows are to go: those that meet a condition with one value. */
export interface DeletedRows {
  readonly table: string;
  /** SQL with one `?`, such as `account_id = ?`. */
  readonly condition: string;
  readonly value: string;
  /** Few enough that one part keeps other writers waiting for milliseconds only (docs/decisions/0010). */
  readonly partSize: number;
}

/** Deletes a part of the rows of a table with the column `id`, and answers whether there may be more. */
export async function deletePart(
  database: Database,
  { table, condition, value, partSize }: DeletedRows,
): Promise<boolean> {
  const rows = await database.read.select<{ id: string }>(
    `SELECT id FROM ${table} WHERE ${condition} LIMIT ${partSize}`,
    [value],
  );
  if (rows.length === 0) return false;
  const marks = rows.map(() => '?').join(', ');
  await database.transaction((session) =>
    session.execute(`DELETE FROM ${table} WHERE ${condition} AND id IN (${marks})`, [
      value,
      ...rows.map(({ id }) => id),
    ]),
  );
  return rows.length === partSize;
}

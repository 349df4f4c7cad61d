import { type QueryRunner } from 'typeorm';
import { type SqlValue } from '../../common/database/database.js';
import { isEmbedded } from '../is-embedded.js';
import { type StoredTable } from './stored-tables.js';

/** Few enough that a page of PDFs or attachments stays in memory. */
const rowsPerPage = 50;

type Row = Record<string, SqlValue | ArrayBuffer>;

/**
 * The rows of a table in the order of its key, page by page, so that memory stays flat however large it is.
 * All pages are of the same moment where `runner` is inside a snapshot.
 */
export async function* tableRows(
  runner: QueryRunner,
  table: StoredTable,
): AsyncGenerator<readonly (SqlValue | ArrayBuffer)[]> {
  let last: Row | undefined;
  for (;;) {
    const { sql, parameters } = pageAfter(table, last, isEmbedded(runner.dataSource));
    const rows = (await runner.query(sql, parameters)) as Row[];
    for (const row of rows) yield table.columns.map(({ name }) => row[name] ?? null);
    if (rows.length < rowsPerPage) return;
    last = rows.at(-1);
  }
}

/** A comparison of whole keys, `(a, b) > (?, ?)`, would make MySQL read the table from its start each time. */
function pageAfter(
  { name: table, columns, key }: StoredTable,
  last: Row | undefined,
  embedded: boolean,
) {
  const selected = columns.map(({ name, isBigint }) =>
    // libsql answers numbers, which are not exact beyond 2^53.
    isBigint && embedded ? `CAST(${name} AS TEXT) AS ${name}` : name,
  );
  const steps = last === undefined ? [] : key.map((_, at) => step(key.slice(0, at + 1)));
  const parameters = last === undefined ? [] : key.flatMap((_, at) => valuesOf(last, key, at + 1));
  const where = steps.length === 0 ? '' : `WHERE ${steps.join(' OR ')}`;
  const order = key.map((column) => `${table}.${column}`).join(', ');
  return {
    sql: `SELECT ${selected.join(', ')} FROM ${table} ${where} ORDER BY ${order} LIMIT ${rowsPerPage}`,
    parameters,
  };
}

/** What comes after in this column and is the same in those before it. */
function step(columns: readonly string[]): string {
  const last = columns.length - 1;
  return `(${columns.map((column, at) => `${column} ${at === last ? '>' : '='} ?`).join(' AND ')})`;
}

function valuesOf(row: Row, key: readonly string[], count: number) {
  return key.slice(0, count).map((column) => row[column] ?? null);
}

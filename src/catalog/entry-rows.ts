import { type SqlValue } from '../common/database/database.js';
import { type CatalogEntry } from './catalog-entry.js';

/** How a value lies in its column. */
type ColumnKind = 'text' | 'number' | 'flag' | 'json';

/** A table of entries: its columns have the names of the fields. */
export interface EntryTable<E extends CatalogEntry> {
  readonly name: 'customers' | 'items';
  readonly columns: Readonly<Record<keyof E & string, ColumnKind>>;
  /** What the search looks at. */
  readonly text: (entry: E) => string;
}

/** An entry as the database answers it. */
export type EntryRow = Readonly<Record<string, SqlValue>>;

/** The columns that every entry has. */
export const entryColumns = {
  id: 'text',
  external_id: 'text',
  archived: 'flag',
  metadata: 'json',
  created_at: 'text',
  updated_at: 'text',
} as const;

/** Fields of an entry as values of their columns. */
export function rowOf(fields: object): Record<string, SqlValue> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, SqlValue] => {
      if (typeof value === 'boolean') return [name, Number(value)];
      const isPart = typeof value === 'object' && value !== null;
      return [name, isPart ? JSON.stringify(value) : (value as SqlValue)];
    }),
  );
}

/** The entry in a row of its table. */
export function entryOf<E extends CatalogEntry>(table: EntryTable<E>, row: EntryRow): E {
  const columns = Object.entries(table.columns) as [string, ColumnKind][];
  return Object.fromEntries(
    columns.map(([name, kind]) => [name, valueOf(kind, row[name] ?? null)]),
  ) as unknown as E;
}

function valueOf(kind: ColumnKind, value: SqlValue): unknown {
  if (value === null || kind === 'text') return value;
  if (kind === 'json') return JSON.parse(String(value)) as unknown;
  return kind === 'flag' ? Number(value) === 1 : Number(value);
}

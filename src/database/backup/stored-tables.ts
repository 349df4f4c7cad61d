import { type QueryRunner } from 'typeorm';
import { isEmbedded } from '../is-embedded.js';

/** A table as the database itself describes it, whatever version of Finvo has made it. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly StoredColumn[];
  /** The columns of the primary key, in their order. */
  readonly key: readonly string[];
}

export interface StoredColumn {
  readonly name: string;
  /** Whether its integers can be greater than those that a JavaScript number holds exactly. */
  readonly isBigint: boolean;
}

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** Place in the primary key from 1; 0 outside it. */
  readonly key: string | number;
}

/** TypeORM's list of the migrations that were run, which a restore makes by running them. */
export const migrationsTable = 'migrations';

/** Without a row in it nobody uses the database. */
export const accountsTable = 'accounts';

const embeddedColumns = `SELECT m.name AS "table", c.name AS name, c.type AS type, c.pk AS "key"
  FROM sqlite_schema m JOIN pragma_table_info(m.name) c
  WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'
  ORDER BY m.name, c.cid`;

const serverColumns = `SELECT c.table_name AS \`table\`, c.column_name AS name, c.data_type AS type,
    COALESCE(k.ordinal_position, 0) AS \`key\`
  FROM information_schema.columns c
  LEFT JOIN information_schema.key_column_usage k
    ON k.table_schema = c.table_schema AND k.table_name = c.table_name
    AND k.column_name = c.column_name AND k.constraint_name = 'PRIMARY'
  WHERE c.table_schema = DATABASE()
  ORDER BY c.table_name, c.ordinal_position`;

/**
 * Every table but the list of migrations, in the order of their names with the accounts last: rows without
 * their account are of no use to anybody, so what a restore that broke off has left is not taken for a whole.
 */
export async function storedTables(runner: QueryRunner): Promise<StoredTable[]> {
  const sql = isEmbedded(runner.dataSource) ? embeddedColumns : serverColumns;
  const rows = (await runner.query(sql)) as ColumnRow[];
  const names = new Set(rows.map(({ table }) => table));
  names.delete(migrationsTable);
  if (names.delete(accountsTable)) names.add(accountsTable);
  return [...names].map((name) => {
    const columns = rows.filter(({ table }) => table === name);
    const key = columns.filter((column) => Number(column.key) > 0);
    key.sort((a, b) => Number(a.key) - Number(b.key));
    return {
      name,
      columns: columns.map((column) => ({ name: column.name, isBigint: isBigint(column) })),
      key: key.map((column) => column.name),
    };
  });
}

/** The names of the migrations that this database has been through; none where it is new. */
export async function migrationsRun(runner: QueryRunner): Promise<string[]> {
  if (!(await runner.hasTable(migrationsTable))) return [];
  const rows = (await runner.query(`SELECT name FROM ${migrationsTable} ORDER BY id`)) as {
    name: string;
  }[];
  return rows.map(({ name }) => name);
}

function isBigint({ type }: ColumnRow): boolean {
  return type.toLowerCase().startsWith('bigint');
}

import { type QueryRunner } from 'typeorm';
import { isEmbedded } from '../is-embedded.js';

/** A table in the few types that MySQL, MariaDB and SQLite share. */
export interface Table {
  /** Column definitions in which `id`, `ascii(n)`, `text(n)` and `longtext` stand for {@link types}. */
  readonly columns: string;
  /** What follows CREATE in the statement of each index. */
  readonly indexes: readonly string[];
}

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const utf8 = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/**
 * SQLite compares byte by byte; on MySQL a binary collation must be asked for, or "abc" equals "ABC".
 * Ids and hashes are ASCII, which keeps their indexes small.
 */
const types = {
  server: {
    id: `varchar(32) ${ascii}`,
    ascii: `varchar($1) ${ascii}`,
    text: `varchar($1) ${utf8}`,
    longtext: `longtext ${utf8}`,
  },
  embedded: { id: 'varchar(32)', ascii: 'varchar($1)', text: 'varchar($1)', longtext: 'longtext' },
};

/** Tables by their names, each after those that it refers to. */
export type Tables = Readonly<Record<string, Table>>;

/** Creates tables and their indexes, in their order. */
export async function createTables(runner: QueryRunner, tables: Tables): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(runner, name, table);
}

/** Drops what {@link createTables} has created, in the opposite order. */
export async function dropTables(runner: QueryRunner, tables: Tables): Promise<void> {
  for (const name of Object.keys(tables).reverse()) await runner.query(`DROP TABLE ${name}`);
}

/** Columns by the names of their tables, in the types of {@link createTables}; nullable, as there are rows already. */
export type Columns = Readonly<Record<string, Readonly<Record<string, string>>>>;

export async function addColumns(runner: QueryRunner, columns: Columns): Promise<void> {
  for (const [table, column, type] of eachColumn(columns))
    await runner.query(`ALTER TABLE ${table} ADD COLUMN ${sqlOf(runner, ` ${column} ${type}`)}`);
}

/** Drops what {@link addColumns} has added. */
export async function dropColumns(runner: QueryRunner, columns: Columns): Promise<void> {
  for (const [table, column] of eachColumn(columns))
    await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
}

/** Drops an index of this name, whatever TypeORM remembers of the table from the migrations before. */
export async function dropIndex(runner: QueryRunner, table: string, index: string): Promise<void> {
  await runner.query(`DROP INDEX ${index}${isEmbedded(runner.dataSource) ? '' : ` ON ${table}`}`);
}

function eachColumn(columns: Columns): [table: string, column: string, type: string][] {
  return Object.entries(columns).flatMap(([table, added]) =>
    Object.entries(added).map(([column, type]): [string, string, string] => [table, column, type]),
  );
}

/** Column definitions, one a line, in the types of the database that the runner talks to. */
function sqlOf(runner: QueryRunner, columns: string): string {
  const type = isEmbedded(runner.dataSource) ? types.embedded : types.server;
  return columns
    .replaceAll(/(?<=^\s+\w+ )id\b/gm, type.id)
    .replaceAll(/(?<=^\s+\w+ )ascii\((\d+)\)/gm, type.ascii)
    .replaceAll(/(?<=^\s+\w+ )text\((\d+)\)/gm, type.text)
    .replaceAll(/(?<=^\s+\w+ )longtext\b/gm, type.longtext);
}

/** Creates a table and its indexes in the SQL of the database that the runner talks to. */
async function createTable(runner: QueryRunner, name: string, table: Table): Promise<void> {
  const embedded = isEmbedded(runner.dataSource);
  const columns = sqlOf(runner, table.columns);
  await runner.query(
    embedded
      ? `CREATE TABLE "${name}" (${quoteConstraints(columns)}\n)`
      : `CREATE TABLE ${name} (${columns}\n) ENGINE=InnoDB`,
  );
  for (const index of table.indexes) await runner.query(`CREATE ${index}`);
}

/** TypeORM's drift check finds a foreign key of SQLite only by its quoted names. */
function quoteConstraints(columns: string): string {
  return columns.replaceAll(
    /CONSTRAINT (\w+) FOREIGN KEY \((\w+)\) REFERENCES (\w+) \((\w+)\)/g,
    'CONSTRAINT "$1" FOREIGN KEY ("$2") REFERENCES "$3" ("$4")',
  );
}

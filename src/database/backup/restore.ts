import { type DataSource } from 'typeorm';
import { type SqlValue } from '../../common/database/database.js';
import { insertRows } from '../../common/database/insert-rows.js';
import { MysqlDatabase } from '../../common/database/mysql-database.js';
import { SqliteDatabase } from '../../common/database/sqlite-database.js';
import { type AppConfig } from '../../config/config.js';
import { createDataSource } from '../data-sources.js';
import { isEmbedded } from '../is-embedded.js';
import { migrate } from '../migrate.js';
import { migrations } from '../migrations/migrations.js';
import { type RowCounts } from './back-up.js';
import { valuesOf } from './backup-lines.js';
import { BackupProblem } from './backup-problem.js';
import { checkBackup, eachRow, type WholeBackup } from './read-backup.js';
import { accountsTable, migrationsTable, storedTables } from './stored-tables.js';

/** What goes in with one transaction, and so with one packet to a server. */
const rowsMax = 50;
const bytesMax = 2_097_152;

/** Rows come in the order of their tables' names, so what they refer to may come after them. */
const withoutReferences = {
  embedded: 'PRAGMA foreign_keys = OFF',
  server: 'SET SESSION foreign_key_checks = 0',
};

/**
 * Fills a database that holds no accounts with a backup, whichever database that came from, and brings its
 * schema up to date. Accounts come last, so what a restore that broke off has left holds none and may be
 * restored again.
 * @throws BackupProblem where the file is not whole, is of a newer version, or the database has accounts
 */
export async function restore(config: AppConfig['database'], file: string): Promise<RowCounts> {
  const backup = await checkBackup(file);
  const source = createDataSource(config);
  source.setOptions({ migrations: migrationsOf(backup) });
  await source.initialize();
  try {
    await clear(source);
    await migrate(source);
    await fill(source, config.timeoutMs, file);
  } finally {
    await source.destroy();
  }
  const current = await createDataSource(config).initialize();
  await migrate(current).finally(() => current.destroy());
  return backup.end.rows;
}

/** The steps that the backup's database had been through. */
function migrationsOf({ header }: WholeBackup) {
  const known = migrations.filter((step) => header.migrations.includes(new step().name));
  if (known.length < header.migrations.length) {
    throw new BackupProblem('The backup was made by a newer version of Finvo than this one.');
  }
  return known;
}

/** Removes the tables of a database that nobody has used yet. */
async function clear(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    const tables = await storedTables(runner);
    if (tables.some(({ name }) => name === accountsTable)) {
      const rows = (await runner.query(`SELECT id FROM ${accountsTable} LIMIT 1`)) as unknown[];
      if (rows.length > 0) {
        throw new BackupProblem('The database has accounts already: restore into a new one.');
      }
    }
    await runner.query(isEmbedded(source) ? withoutReferences.embedded : withoutReferences.server);
    for (const { name } of tables) await runner.query(`DROP TABLE ${name}`);
    await runner.query(`DROP TABLE IF EXISTS ${migrationsTable}`);
  } finally {
    await runner.release();
  }
}

async function fill(source: DataSource, timeoutMs: number, file: string): Promise<void> {
  const embedded = isEmbedded(source);
  const database = embedded
    ? new SqliteDatabase(source, source, timeoutMs)
    : new MysqlDatabase(source);
  if (embedded) await source.query(withoutReferences.embedded);
  let part = newPart();
  const store = async () => {
    const { table, rows } = part;
    part = newPart();
    if (table === undefined) return;
    await database.transaction(async (session) => {
      if (!embedded) await session.execute(withoutReferences.server);
      await insertRows(session, table, rows);
    });
  };
  await eachRow(file, async (line, row) => {
    if (part.table !== line.table || part.rows.length >= rowsMax || part.bytes >= bytesMax)
      await store();
    const values = valuesOf(row);
    part.table = line.table;
    part.rows.push(Object.fromEntries(line.columns.map((name, at) => [name, values[at] ?? null])));
    part.bytes += sizeOf(values);
  });
  await store();
}

interface Part {
  table: string | undefined;
  rows: Record<string, SqlValue>[];
  bytes: number;
}

const newPart = (): Part => ({ table: undefined, rows: [], bytes: 0 });

function sizeOf(values: readonly SqlValue[]): number {
  const sizes = values.map((value) =>
    typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

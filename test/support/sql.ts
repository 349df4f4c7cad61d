import { type Database } from '../../src/common/database/database.js';
import { loadConfig } from '../../src/config/config.js';
import { openDatabase } from '../../src/database/database.module.js';
import { type TestDatabase } from './test-database.js';

/** The database part of the configuration, as an operator's DATABASE_URL makes it. */
export const databaseConfig = ({ url }: Pick<TestDatabase, 'url'>) =>
  loadConfig({ DATABASE_URL: url }).database;

/** The product's own door to a database, schema up to date, without the application around it. */
export const openTestDatabase = (database: Pick<TestDatabase, 'url'>): Promise<Database> =>
  openDatabase(databaseConfig(database));

/** Makes an account without anything in it, for rows that must belong to one. */
export async function insertAccount(database: Database, accountId: string): Promise<void> {
  await database.transaction((session) =>
    session.execute(
      `INSERT INTO accounts (id, status, name, currency, language, time_zone, number_format, created_at)
       VALUES (?, 'active', 'Example Ltd', 'USD', 'en', 'UTC', 'INV-{0001}', '2026-01-19T10:00:00.000Z')`,
      [accountId],
    ),
  );
}

/** Makes a counter of a series: the smallest row that a test can write to any database. */
export const insertCounter =
  'INSERT INTO number_series (account_id, series, period, next) VALUES (?, ?, ?, ?)';

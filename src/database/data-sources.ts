import { createRequire } from 'node:module';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { waitingMax } from '../common/database/database.js';
import { type AppConfig } from '../config/config.js';
import { entities } from './entities.js';
import { migrations } from './migrations/migrations.js';

type DatabaseConfig = AppConfig['database'];
interface Pragmas {
  pragma(statement: string): unknown;
}

const shared = { entities, migrations, synchronize: false, logging: false } as const;
/** TypeORM does not know these for SQLite, which takes any type name and goes by its letters. */
const sharedColumnTypes = ['longtext', 'longblob'] as const;

/** A data source for the configured database, not connected yet. */
export function createDataSource(config: DatabaseConfig): DataSource {
  if (config.dialect !== 'sqlite') return new DataSource(serverOptions(config));
  const source = new DataSource(embeddedOptions(config));
  source.driver.supportedDataTypes.push(...(sharedColumnTypes as unknown as 'text'[]));
  return source;
}

function embeddedOptions({ url }: DatabaseConfig): DataSourceOptions {
  const libsql: unknown = createRequire(import.meta.url)('libsql');
  return {
    ...shared,
    type: 'better-sqlite3',
    driver: libsql,
    database: url.slice('sqlite:'.length),
    timeout: 0,
    prepareDatabase: (database: Pragmas) => {
      // Short, because libsql waits on the event loop's thread; longer waits are withRetry's.
      database.pragma('busy_timeout = 5');
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
    },
  };
}

function serverOptions({
  dialect,
  url,
  connectionsMax,
  timeoutMs,
}: DatabaseConfig): DataSourceOptions {
  return {
    ...shared,
    type: dialect === 'mariadb' ? 'mariadb' : 'mysql',
    url: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    connectTimeout: Math.min(5_000, timeoutMs),
    poolSize: connectionsMax,
    // mysql2 would take a stack for every statement, for the case that it fails.
    extra: { maxPreparedStatements: 500, queueLimit: waitingMax, trace: false },
  };
}

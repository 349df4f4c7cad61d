import { AppError } from '../errors/app-error.js';

/** The database does not answer; nothing was stored. */
export class DatabaseUnavailable extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'database_unavailable';
  readonly title = 'The database is away';

  constructor() {
    super('The database does not answer at the moment. Nothing was stored; try again shortly.');
  }
}

/** What the request builds on was deleted while it ran: its account, an invoice. Nothing was stored. */
export class DeletedMeanwhile extends AppError {
  readonly kind = 'conflict';
  readonly code = 'deleted_meanwhile';
  readonly title = 'Deleted in the meantime';

  constructor() {
    super('What this request builds on was deleted while it ran. Nothing was stored.');
  }
}

interface DriverError {
  readonly code?: string;
  readonly errno?: number;
  readonly message: string;
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'PROTOCOL_CONNECTION_LOST',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SERVER_SHUTDOWN',
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR',
  'SQLITE_FULL',
]);

/** Deadlock or certification failure, lock wait, and MariaDB's "record has changed since last read". */
const transientNumbers: ReadonlySet<number> = new Set([1213, 1205, 1020]);

/** A unique index refused the row (MySQL errno 1062, SQLite's UNIQUE or PRIMARY KEY constraint). */
export function isDuplicateRow(error: unknown): boolean {
  const driver = driverError(error);
  return (
    driver?.errno === 1062 || /^(UNIQUE|PRIMARY KEY) constraint failed/.test(driver?.message ?? '')
  );
}

/** The whole transaction may be run again: deadlock, lock wait, Galera certification, busy file. */
export function isTransient(error: unknown): boolean {
  const driver = driverError(error);
  if (driver === undefined) return false;
  return transientNumbers.has(driver.errno ?? 0) || driver.code === 'SQLITE_BUSY';
}

/**
 * Turns a lost connection into {@link DatabaseUnavailable}, a row whose parent has gone into
 * {@link DeletedMeanwhile}, and leaves every other error as it is.
 */
export function translateDatabaseError(error: unknown): unknown {
  const driver = driverError(error);
  if (driver?.code !== undefined && unreachable.has(driver.code)) return new DatabaseUnavailable();
  return hasNoParent(driver) ? new DeletedMeanwhile() : error;
}

/** A foreign key refused the row (MySQL errno 1452, SQLite's FOREIGN KEY constraint). */
function hasNoParent(driver: DriverError | undefined): boolean {
  return driver?.errno === 1452 || driver?.message === 'FOREIGN KEY constraint failed';
}

/** TypeORM wraps what the driver throws. */
function driverError(error: unknown): DriverError | undefined {
  if (!(error instanceof Error)) return undefined;
  const wrapped = (error as { driverError?: unknown }).driverError;
  return wrapped instanceof Error ? wrapped : error;
}

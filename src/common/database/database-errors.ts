import { AppError } from '../errors/app-error.js';

/** The database does not answer; nothing was stored. The cause is for the log. */
export class DatabaseUnavailable extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'database_unavailable';
  readonly title = 'The database is away';

  constructor(override readonly cause?: unknown) {
    super('The database does not answer at the moment. Nothing was stored; try again shortly.');
  }
}

/** The connection broke while the database was storing: it may have stored everything, or nothing. */
export class OutcomeUnknown extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'outcome_unknown';
  readonly title = 'Stored or not, nobody knows';

  constructor() {
    super(
      'The database went away while it was storing this; either all of it is stored or nothing. Send the request again with the same Idempotency-Key, or look before you send it again.',
    );
  }
}

/** More waits for a connection than could be served soon (503); nothing was stored. */
export class DatabaseBusy extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'database_busy';
  readonly title = 'Too much waits for the database';

  constructor() {
    super('Too much waits for the database at the moment. Nothing was stored; try again shortly.');
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

/** The database has no room left on its disk; nothing was stored. The cause is for the log. */
export class DatabaseFull extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'database_full';
  readonly title = 'The database has no room';

  constructor(override readonly cause: unknown) {
    super('The database has no room left. Nothing was stored; try again once there is room.');
  }
}

interface DriverError {
  /** Of SQLite the whole of it, such as `SQLITE_IOERR_WRITE` or `SQLITE_BUSY_RECOVERY`. */
  readonly code?: string;
  readonly errno?: number;
  /** mysql2's word for an error that ends a connection. */
  readonly fatal?: boolean;
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
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SERVER_SHUTDOWN',
  // Galera: the node has lost the others, or is still catching up with them.
  'ER_UNKNOWN_COM_ERROR',
  // A statement says so that is not a COMMIT: its transaction goes no further.
  'ER_ERROR_DURING_COMMIT',
  'ER_CONNECTION_KILLED',
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR',
]);

const full = new Set(['SQLITE_FULL', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL', 'ER_ERROR_ON_WRITE']);

/** Deadlock or certification failure, lock wait, and MariaDB's "record has changed since last read". */
const transientNumbers: ReadonlySet<number> = new Set([1213, 1205, 1020]);

/** Galera: another node's transaction came first (1213), or the node takes no statements at all (1047). */
const refusedCommits: ReadonlySet<number> = new Set([1213, 1047]);

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
  return transientNumbers.has(driver.errno ?? 0) || codeOf(driver) === 'SQLITE_BUSY';
}

/** What a failed COMMIT says of its transaction: certainly rolled back, or {@link OutcomeUnknown}. */
export function commitError(error: unknown): unknown {
  const errno = driverError(error)?.errno ?? 0;
  return refusedCommits.has(errno) ? error : new OutcomeUnknown();
}

/**
 * Turns a lost connection into {@link DatabaseUnavailable}, a full disk into {@link DatabaseFull}, a pool with too
 * long a queue into {@link DatabaseBusy}, a row whose parent has gone into {@link DeletedMeanwhile}, and leaves
 * every other error as it is.
 */
export function translateDatabaseError(error: unknown): unknown {
  const driver = driverError(error);
  if (driver === undefined) return error;
  const code = codeOf(driver);
  if (full.has(code)) return new DatabaseFull(error);
  if (driver.fatal === true || unreachable.has(code)) return new DatabaseUnavailable(error);
  // mysql2 gives this one no code.
  if (driver.message === 'Queue limit reached.') return new DatabaseBusy();
  return hasNoParent(driver) ? new DeletedMeanwhile() : error;
}

/** A foreign key refused the row (MySQL errno 1452, SQLite's FOREIGN KEY constraint). */
function hasNoParent(driver: DriverError): boolean {
  return driver.errno === 1452 || driver.message === 'FOREIGN KEY constraint failed';
}

/** SQLite's codes without what they say more closely, such as that it was a write which failed. */
function codeOf({ code = '' }: DriverError): string {
  return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code;
}

/** TypeORM wraps what the driver throws. */
function driverError(error: unknown): DriverError | undefined {
  if (!(error instanceof Error)) return undefined;
  const wrapped = (error as { driverError?: unknown }).driverError;
  return wrapped instanceof Error ? wrapped : error;
}

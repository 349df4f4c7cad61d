import { type EntityManager } from 'typeorm';

/** What a statement may be given; amounts in minor units go in as `bigint`, instants as ISO text. */
export type SqlValue = string | number | bigint | Buffer | null;

/** Statements on one connection: inside a transaction, or each on its own (autocommit). */
export interface SqlSession {
  /** TypeORM on the same connection, for what is not on a hot path. */
  readonly manager: EntityManager;
  /** The rows of a prepared SELECT, read from what is committed now. */
  select<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs a prepared INSERT, UPDATE or DELETE and answers how many rows it touched. */
  execute(sql: string, parameters?: readonly SqlValue[]): Promise<number>;
  /** Adds to a whole number and answers what it is then; undefined where there is no such row. */
  increase(counter: Counter): Promise<number | undefined>;
}

/** A whole number in one row. */
export interface Counter {
  readonly table: string;
  readonly column: string;
  /** What says which row it is, by column. */
  readonly key: Readonly<Record<string, SqlValue>>;
  readonly by: number;
}

/** `column = ?` of each column of a counter's key. */
export function whereOf({ key }: Counter): string {
  return Object.keys(key)
    .map((column) => `${column} = ?`)
    .join(' AND ');
}

/** How busy the connections of this process are at the moment. */
export interface DatabaseLoad {
  readonly used: number;
  readonly idle: number;
  /** What waits for one of them. */
  readonly waiting: number;
}

/** What may wait for a connection at once; a further one is refused with {@link DatabaseBusy}. */
export const waitingMax = 1_000;

/**
 * The one door to the database (docs/decisions/0004).
 * Every write goes through `transaction` or, where one statement is all, `write`; `read` never runs inside
 * somebody's open transaction, so a revoked key or session is seen as revoked from the moment its
 * transaction has ended.
 */
export abstract class Database {
  /** Reads outside any transaction. */
  abstract readonly read: SqlSession;
  abstract readonly load: DatabaseLoad;
  /** Is told how long each transaction waited for its connection. */
  onWait: (seconds: number) => void = () => undefined;

  /**
   * Runs `work` in one transaction and answers its result once it is durable.
   * `work` runs again from its start after a deadlock, so it must only touch the session it is given,
   * and must not wait for anything but the database.
   * @throws DatabaseUnavailable when the database cannot be reached
   * @throws DatabaseBusy when too many wait for it
   */
  abstract transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;

  /** Statements that are each a transaction of their own: durable once answered, run again after a deadlock. */
  abstract readonly write: Pick<SqlSession, 'execute'>;

  /** Resolves when the database answers. @throws DatabaseUnavailable, DatabaseBusy */
  abstract ping(): Promise<void>;

  /** Waits for open transactions and closes the connections. */
  abstract close(): Promise<void>;
}

/** A stored blob as a Buffer; libsql answers an ArrayBuffer where mysql2 answers a Buffer. */
export function blobBytes(value: Buffer | ArrayBuffer): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from(value);
}

/** A stored amount in minor units; mysql2 answers text where libsql answers a number. */
export function minorUnits(value: string | number | bigint): bigint {
  return BigInt(value);
}

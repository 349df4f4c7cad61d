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
}

/**
 * The one door to the database (docs/decisions/0004).
 * Every write goes through `transaction`; `read` never runs inside somebody's open transaction, so a
 * revoked key or session is seen as revoked from the moment its transaction has ended.
 */
export abstract class Database {
  /** Reads outside any transaction. */
  abstract readonly read: SqlSession;

  /**
   * Runs `work` in one transaction and answers its result once it is durable.
   * `work` runs again from its start after a deadlock, so it must only touch the session it is given,
   * and must not wait for anything but the database.
   * @throws DatabaseUnavailable when the database cannot be reached
   */
  abstract transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;

  /** Resolves when the database answers. */
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

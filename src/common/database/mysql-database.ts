import {
  type Pool,
  type PoolConnection,
  type ResultSetHeader,
  type RowDataPacket,
} from 'mysql2/promise';
import { type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import {
  type Counter,
  Database,
  type DatabaseLoad,
  type SqlSession,
  type SqlValue,
  whereOf,
} from './database.js';
import { commitError, translateDatabaseError } from './database-errors.js';
import { withRetry } from './retry.js';

/** mysql2 binds a `number` as DOUBLE and knows no `bigint`; decimal text is exact for both. */
function bound(parameters: readonly SqlValue[]): (string | Buffer | null)[] {
  return parameters.map((value) =>
    typeof value === 'number' || typeof value === 'bigint' ? value.toString() : value,
  );
}

/** Prepared statements on the pool or on one connection of it. */
class MysqlSession implements SqlSession {
  constructor(
    private readonly connection: Pool | PoolConnection,
    readonly manager: EntityManager,
  ) {}

  async select<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    try {
      const [rows] = await this.connection.execute<RowDataPacket[]>(sql, bound(parameters));
      return rows as Row[];
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }

  async execute(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    return (await this.change(sql, parameters)).affectedRows;
  }

  async increase(counter: Counter): Promise<number | undefined> {
    const { table, column, key, by } = counter;
    // The server answers what LAST_INSERT_ID was given, which spares asking for it.
    const sql = `UPDATE ${table} SET ${column} = LAST_INSERT_ID(${column} + ?) WHERE ${whereOf(counter)}`;
    const { affectedRows, insertId } = await this.change(sql, [by, ...Object.values(key)]);
    return affectedRows === 0 ? undefined : insertId;
  }

  private async change(sql: string, parameters: readonly SqlValue[]): Promise<ResultSetHeader> {
    try {
      const [result] = await this.connection.execute<ResultSetHeader>(sql, bound(parameters));
      return result;
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }
}

/** Statements on the pool, each on its own: one that fails for the moment can be asked again. */
class PoolSession extends MysqlSession {
  override select<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return withRetry(() => super.select<Row>(sql, parameters));
  }
}

/** The parts of mysql2's pool that say how busy it is. */
interface PoolQueues {
  readonly _allConnections: { readonly length: number };
  readonly _freeConnections: { readonly length: number };
  readonly _connectionQueue: { readonly length: number };
}

/** How long the server may leave a ping without an answer. */
const pingMsMax = 1_500;

/** MySQL or MariaDB through TypeORM's mysql2 pool. */
export class MysqlDatabase extends Database {
  readonly read: SqlSession;
  /** Autocommit: one round trip where a transaction takes three. */
  readonly write = {
    execute: (sql: string, parameters?: readonly SqlValue[]): Promise<number> =>
      this.finished(withRetry(() => this.read.execute(sql, parameters))),
  };
  private readonly open = new Set<Promise<unknown>>();
  private readonly pool: Pool;
  private readonly queues: PoolQueues;

  constructor(private readonly source: DataSource) {
    super();
    const driver = source.driver as unknown as { pool: PoolQueues & { promise(): Pool } };
    this.queues = driver.pool;
    this.pool = driver.pool.promise();
    this.read = new PoolSession(this.pool, source.manager);
  }

  get load(): DatabaseLoad {
    const { _allConnections: all, _freeConnections: free, _connectionQueue: queue } = this.queues;
    return { used: all.length - free.length, idle: free.length, waiting: queue.length };
  }

  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.finished(withRetry(() => this.once(work)));
  }

  async ping(): Promise<void> {
    // Of a table, because a node that has lost its cluster still answers statements without one.
    const readable = 'SELECT 1 FROM migrations LIMIT 1';
    try {
      const connection = await this.pool.getConnection();
      try {
        await connection.query({ sql: readable, timeout: pingMsMax });
        connection.release();
      } catch (error) {
        // One that does not answer must not be handed to the next request.
        connection.destroy();
        throw error;
      }
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.open);
    await this.source.destroy();
  }

  /** What is running when the process stops is waited for. */
  private async finished<T>(running: Promise<T>): Promise<T> {
    this.open.add(running);
    try {
      return await running;
    } finally {
      this.open.delete(running);
    }
  }

  private async once<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const askedAtMs = performance.now();
    try {
      const connection = await rawConnection(runner);
      this.onWait((performance.now() - askedAtMs) / 1000);
      await connection.query('START TRANSACTION');
      const session = new MysqlSession(connection, runner.manager);
      const result = await rolledBackOnError(connection, () => work(session));
      await commit(connection);
      return result;
    } finally {
      await runner.release();
    }
  }
}

/** TypeORM hands out mysql2's callback connection; the promise face of it is the same connection. */
async function rawConnection(runner: QueryRunner): Promise<PoolConnection> {
  const connection = (await runner.connect()) as { promise(): PoolConnection };
  return connection.promise();
}

async function rolledBackOnError<T>(
  connection: PoolConnection,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await rollBack(connection);
    throw error;
  }
}

async function commit(connection: PoolConnection): Promise<void> {
  try {
    await connection.query('COMMIT');
  } catch (error) {
    await rollBack(connection);
    throw commitError(error);
  }
}

/** A transaction that stays open on a connection of the pool would be committed by the next one that begins there. */
async function rollBack(connection: PoolConnection): Promise<void> {
  await connection.query('ROLLBACK').catch(() => {
    connection.destroy();
  });
}

import {
  type Pool,
  type PoolConnection,
  type ResultSetHeader,
  type RowDataPacket,
} from 'mysql2/promise';
import { type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { Database, type SqlSession, type SqlValue } from './database.js';
import { translateDatabaseError } from './database-errors.js';
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
    try {
      const [result] = await this.connection.execute<ResultSetHeader>(sql, bound(parameters));
      return result.affectedRows;
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }
}

/** MySQL or MariaDB through TypeORM's mysql2 pool. */
export class MysqlDatabase extends Database {
  readonly read: SqlSession;
  private readonly open = new Set<Promise<unknown>>();

  constructor(private readonly source: DataSource) {
    super();
    const driver = source.driver as unknown as { pool: { promise(): Pool } };
    this.read = new MysqlSession(driver.pool.promise(), source.manager);
  }

  async transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    const running = withRetry(() => this.once(work));
    this.open.add(running);
    try {
      return await running;
    } finally {
      this.open.delete(running);
    }
  }

  async ping(): Promise<void> {
    await this.read.select('SELECT 1');
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.open);
    await this.source.destroy();
  }

  private async once<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const connection = await rawConnection(runner);
      await connection.query('START TRANSACTION');
      try {
        const result = await work(new MysqlSession(connection, runner.manager));
        await connection.query('COMMIT');
        return result;
      } catch (error) {
        await connection.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
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

import { type DataSource } from 'typeorm';
import { Database, type SqlSession, type SqlValue } from './database.js';
import { withRetry } from './retry.js';

interface Statement {
  all(...parameters: readonly SqlValue[]): unknown[];
  run(...parameters: readonly SqlValue[]): { changes: number };
}
interface Connection {
  prepare(sql: string): Statement;
}

/** Filters of lists make many different statements; a full cache starts anew. */
const statementsMax = 500;

/** libsql's connection below TypeORM, with its statements prepared once. */
class SqliteSession implements SqlSession {
  private readonly statements = new Map<string, Statement>();
  private readonly connection: Connection;

  constructor(private readonly source: DataSource) {
    const driver = source.driver as unknown as { databaseConnection: Connection };
    this.connection = driver.databaseConnection;
  }

  get manager() {
    return this.source.manager;
  }

  // `async` turns what libsql throws at once into a rejected promise, as with a server.
  // eslint-disable-next-line @typescript-eslint/require-await
  async select<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return this.prepared(sql).all(...parameters) as Row[];
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async execute(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    return this.prepared(sql).run(...parameters).changes;
  }

  private prepared(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.connection.prepare(sql);
    if (this.statements.size >= statementsMax) this.statements.clear();
    this.statements.set(sql, statement);
    return statement;
  }
}

/**
 * The embedded database: one connection that writes, one that reads.
 * Transactions take turns on the writing connection, because statements of two of them on one
 * connection would land in the same transaction; each begins IMMEDIATE, because a deferred one would
 * read an old snapshot and then fail to write (docs/decisions/0004).
 */
export class SqliteDatabase extends Database {
  readonly read: SqlSession;
  private readonly writing: SqlSession;
  private lastTurn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {
    super();
    this.writing = new SqliteSession(writer);
    this.read = new SqliteSession(reader);
  }

  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(() => withRetry(() => this.immediately(work)));
    this.lastTurn = turn.catch(() => undefined);
    return turn;
  }

  async ping(): Promise<void> {
    await this.read.select('SELECT 1');
  }

  async close(): Promise<void> {
    await this.lastTurn;
    await this.reader.destroy();
    await this.writer.destroy();
  }

  private async immediately<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    await this.writing.execute('BEGIN IMMEDIATE');
    try {
      const result = await work(this.writing);
      await this.writing.execute('COMMIT');
      return result;
    } catch (error) {
      await this.writing.execute('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

import { setImmediate } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import {
  DatabaseBusy,
  DatabaseUnavailable,
  isTransient,
  translateDatabaseError,
} from './database-errors.js';
import {
  type Counter,
  Database,
  type DatabaseLoad,
  type SqlSession,
  type SqlValue,
  waitingMax,
  whereOf,
} from './database.js';
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

  async increase(counter: Counter): Promise<number | undefined> {
    const { table, column, key, by } = counter;
    const sql = `UPDATE ${table} SET ${column} = ${column} + ? WHERE ${whereOf(counter)} RETURNING ${column} AS value`;
    const [row] = await this.select<{ value: number }>(sql, [by, ...Object.values(key)]);
    return row?.value;
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

type Work<T> = (session: SqlSession) => Promise<T>;
type Outcome = PromiseSettledResult<unknown>;

/** A transaction that waits for its turn, and who is to be told of its outcome. */
interface Waiting {
  readonly work: Work<unknown>;
  readonly askedAtMs: number;
  readonly settle: (outcome: Outcome) => void;
}

/** How many transactions share a commit at the most, so that the first of them waits for milliseconds only. */
const groupMax = 32;

/**
 * The embedded database: one connection that writes, one that reads.
 * Transactions take turns on the writing connection, because statements of two of them on one
 * connection would land in the same transaction; each turn begins IMMEDIATE, because a deferred one
 * would read an old snapshot and then fail to write (docs/decisions/0004). Those that wait together
 * share a commit, because each commit waits for the disk (docs/decisions/0042).
 */
export class SqliteDatabase extends Database {
  readonly read: SqlSession;
  readonly write = {
    execute: (sql: string, parameters?: readonly SqlValue[]): Promise<number> =>
      this.transaction((session) => session.execute(sql, parameters)),
  };
  private readonly writing: SqlSession;
  private readonly waiting: Waiting[] = [];
  private turns: Promise<void> | undefined;
  /** Transactions that run or wait for their turn. */
  private unfinished = 0;
  private isClosed = false;

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    /** How long a transaction may wait for its turn, and then for other processes. */
    private readonly timeoutMs: number,
  ) {
    super();
    this.writing = new SqliteSession(writer);
    this.read = new SqliteSession(reader);
  }

  get load(): DatabaseLoad {
    const used = Math.min(this.unfinished, 1);
    return { used, idle: 1 - used, waiting: this.unfinished - used };
  }

  async transaction<T>(work: Work<T>): Promise<T> {
    // Statements that are prepared already would still begin one, which nothing could then end.
    if (this.isClosed) throw new DatabaseUnavailable();
    if (this.load.waiting >= waitingMax) throw new DatabaseBusy();
    this.unfinished += 1;
    const outcome = await new Promise<Outcome>((settle) => {
      this.waiting.push({ work, askedAtMs: performance.now(), settle });
      this.turns ??= this.takeTurns();
    });
    this.unfinished -= 1;
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value as T;
  }

  async ping(): Promise<void> {
    await this.read.select('SELECT 1');
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.turns;
    await this.reader.destroy();
    await this.writer.destroy();
  }

  private async takeTurns(): Promise<void> {
    while (this.waiting.length > 0) {
      // Whatever this round of the event loop still brings in shares the commit.
      await setImmediate();
      const group = this.waiting.splice(0, groupMax);
      for (const { askedAtMs } of group) this.onWait((performance.now() - askedAtMs) / 1000);
      await this.together(group);
    }
    this.turns = undefined;
  }

  /** One commit for all, each undone by itself where it fails; what breaks the whole leaves each to itself. */
  private async together(group: readonly Waiting[]): Promise<void> {
    if (group.length > 1) {
      try {
        const outcomes = await this.immediately((session) => this.eachInSavepoint(session, group));
        outcomes.forEach((outcome, at) => group[at]?.settle(outcome));
        return;
      } catch {
        // Nothing of the group was stored, and nobody was told that it was.
      }
    }
    for (const waiting of group) {
      const alone = this.inTime(waiting, () =>
        withRetry(() => this.immediately(waiting.work), this.timeoutMs),
      );
      waiting.settle(await outcomeOf(alone));
    }
  }

  /** Runs transactions one after the other inside an open one. @throws where that one is to begin anew or is broken */
  private async eachInSavepoint(
    session: SqlSession,
    group: readonly Waiting[],
  ): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const waiting of group) {
      await session.execute('SAVEPOINT one_of_group');
      const outcome = await outcomeOf(this.inTime(waiting, () => waiting.work(session)));
      if (outcome.status === 'rejected') {
        if (isTransient(outcome.reason)) throw outcome.reason;
        await session.execute('ROLLBACK TO one_of_group');
        outcome.reason = translateDatabaseError(outcome.reason);
      }
      await session.execute('RELEASE one_of_group');
      outcomes.push(outcome);
    }
    return outcomes;
  }

  /** Whoever asked too long ago has gone, or will ask again. @throws DatabaseBusy */
  private async inTime<T>({ askedAtMs }: Waiting, run: () => Promise<T>): Promise<T> {
    if (performance.now() - askedAtMs > this.timeoutMs) throw new DatabaseBusy();
    return run();
  }

  private async immediately<T>(work: Work<T>): Promise<T> {
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

async function outcomeOf(running: Promise<unknown>): Promise<Outcome> {
  const [outcome] = await Promise.allSettled([running]);
  return outcome;
}

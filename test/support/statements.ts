import { Database, type SqlSession } from '../../src/common/database/database.js';
import { type RunningApp } from './app.js';

/** What the application asked of its database while it did something. */
export interface Asked<T> {
  readonly answer: T;
  /** The statements in their order; a transaction stands between BEGIN and END, what it is tried again included. */
  readonly statements: readonly string[];
}

/** Runs `work` and answers every statement that the application sent to its database meanwhile. */
export async function statementsOf<T>(
  { app }: Pick<RunningApp, 'app'>,
  work: () => Promise<T>,
): Promise<Asked<T>> {
  const database = app.get(Database);
  const statements: string[] = [];
  const undo: (() => void)[] = [];
  const watch = (session: SqlSession): SqlSession => {
    const { logger } = session.manager.dataSource;
    const logQuery = logger.logQuery.bind(logger);
    logger.logQuery = (sql: string) => void statements.push(sql);
    undo.push(() => (logger.logQuery = logQuery));
    return {
      manager: session.manager,
      select: (sql, parameters) => {
        statements.push(sql);
        return session.select(sql, parameters);
      },
      execute: (sql, parameters) => {
        statements.push(sql);
        return session.execute(sql, parameters);
      },
      increase: (counter) => {
        statements.push(`UPDATE ${counter.table} SET ${counter.column}`);
        return session.increase(counter);
      },
    };
  };
  const { read } = database;
  const own = {
    select: read.select.bind(read),
    execute: read.execute.bind(read),
    increase: read.increase.bind(read),
  };
  const transaction = database.transaction.bind(database);
  const watched = watch({ manager: read.manager, ...own });
  Object.assign(read, {
    select: watched.select.bind(watched),
    execute: watched.execute.bind(watched),
  });
  database.transaction = async (run) => {
    statements.push('BEGIN');
    try {
      return await transaction((session) => run(watch(session)));
    } finally {
      statements.push('END');
    }
  };
  try {
    return { answer: await work(), statements };
  } finally {
    Object.assign(read, own);
    database.transaction = transaction;
    for (const restore of undo.reverse()) restore();
  }
}

// The embedded database, as durable as in Finvo: every commit is on the disk before it is answered.
import Libsql from 'libsql';
import { series } from './statements.js';

const countOn = `UPDATE number_series SET next = next + 1 ${series} RETURNING next`;

/** One connection that reads and one that writes, whose transactions take turns. */
export function openSqlite(path) {
  const [reader, writer] = [connect(path), connect(path)];
  let lastTurn = Promise.resolve();
  const immediately = async (work) => {
    writer.execute('BEGIN IMMEDIATE', []);
    try {
      const result = await work(writer);
      writer.execute('COMMIT', []);
      return result;
    } catch (error) {
      writer.execute('ROLLBACK', []);
      throw error;
    }
  };
  return {
    select: reader.select,
    transaction: (work) => {
      const turn = lastTurn.then(() => immediately(work));
      lastTurn = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await lastTurn;
      reader.close();
      writer.close();
    },
  };
}

function connect(path) {
  const connection = new Libsql(path);
  connection.pragma('busy_timeout = 5000');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  const statements = new Map();
  const prepared = (sql) => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = connection.prepare(sql)));
    return statement;
  };
  return {
    select: (sql, values) => prepared(sql).all(...values),
    execute: (sql, values) => prepared(sql).run(...values).changes,
    /** The place that the series gives, undefined where it was not started. */
    count: (values) => {
      const [row] = prepared(countOn).all(...values);
      return row === undefined ? undefined : row.next - 1;
    },
    close: () => connection.close(),
  };
}

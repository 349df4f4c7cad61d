// MySQL or MariaDB by prepared statements, on as many connections as Finvo takes where nothing is configured.
// By callbacks: mysql2 makes an Error with its stack for every promise that it answers.
import { createPool } from 'mysql2';
import { series } from './statements.js';

const countOn = `UPDATE number_series SET next = LAST_INSERT_ID(next + 1) ${series}`;

export function openMysql(url) {
  const pool = createPool({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    connectionLimit: 10,
    maxPreparedStatements: 500,
  });
  const connection = () => promised((done) => pool.getConnection(done));
  return {
    select: session(pool).select,
    transaction: async (work) => {
      const held = await connection();
      const query = (sql) => promised((done) => held.query(sql, done));
      try {
        await query('START TRANSACTION');
        const result = await work(session(held));
        await query('COMMIT');
        return result;
      } catch (error) {
        await query('ROLLBACK');
        throw error;
      } finally {
        held.release();
      }
    },
    close: () => promised((done) => pool.end(done)),
  };
}

function session(connection) {
  const run = (sql, values) => promised((done) => connection.execute(sql, values, done));
  return {
    select: run,
    execute: async (sql, values) => (await run(sql, values)).affectedRows,
    /** The place that the series gives, undefined where it was not started. */
    count: async (values) => {
      const { affectedRows, insertId } = await run(countOn, values);
      return affectedRows === 0 ? undefined : insertId - 1;
    },
  };
}

function promised(start) {
  return new Promise((resolve, reject) => {
    start((error, result) => (error ? reject(error) : resolve(result)));
  });
}

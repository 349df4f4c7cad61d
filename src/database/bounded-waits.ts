import { type Socket } from 'node:net';
import { type DataSource } from 'typeorm';
import { DatabaseUnavailable } from '../common/database/database-errors.js';

interface PooledConnection {
  readonly stream: Socket;
  release(): void;
}
type Handover = (error: Error | null, connection?: PooledConnection) => void;

/** What mysql2's pool has below its promises; everything that asks for a connection goes through the one method. */
interface Pool {
  getConnection(handover: Handover): void;
  on(event: 'acquire' | 'release', listener: (connection: PooledConnection) => void): void;
}

/**
 * Bounds how long a request waits for a connection of the pool, and a statement for the next bytes of its
 * answer: mysql2 waits for ever for a server that keeps connections and says nothing (docs/decisions/0045).
 * What waits longer fails as {@link DatabaseUnavailable}, and the connection is closed.
 */
export function boundWaits(source: DataSource, timeoutMs: number): void {
  const { pool } = source.driver as unknown as { pool: Pool };
  boundAnswers(pool, timeoutMs);
  const getConnection = pool.getConnection.bind(pool);
  pool.getConnection = (handover) => {
    getConnection(within(timeoutMs, handover));
  };
}

/** Only while a connection is in use; one that rests in the pool is silent rightly. */
function boundAnswers(pool: Pool, timeoutMs: number): void {
  const watched = new WeakSet<Socket>();
  pool.on('acquire', ({ stream }) => {
    if (!watched.has(stream)) {
      watched.add(stream);
      stream.on('timeout', () => {
        const silent = new Error(`The database has said nothing for ${timeoutMs} ms.`);
        stream.destroy(Object.assign(silent, { code: 'ETIMEDOUT' }));
      });
    }
    stream.setTimeout(timeoutMs);
  });
  pool.on('release', ({ stream }) => {
    stream.setTimeout(0);
  });
}

/** Hands a connection over, or an error once the time is up; what comes later goes back to the pool. */
function within(timeoutMs: number, handover: Handover): Handover {
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    handover(new DatabaseUnavailable(new Error(`No connection was free for ${timeoutMs} ms.`)));
  }, timeoutMs);
  return (error, connection) => {
    if (isOver) {
      connection?.release();
      return;
    }
    clearTimeout(timer);
    handover(error, connection);
  };
}

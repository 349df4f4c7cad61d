import { type DataSource } from 'typeorm';
import { withRetry } from '../common/database/retry.js';
import { isGaleraNode } from './galera.js';
import { isEmbedded } from './is-embedded.js';
import { withMigrationLease } from './migration-lease.js';

const lockName = 'finvo_migrations';
const lockSeconds = 120;

/**
 * Brings the schema up to date, under a lock so that several processes may start at once.
 * SQLite changes its schema inside the transaction that holds the lock: all or nothing.
 */
export async function migrate(source: DataSource): Promise<void> {
  if (isEmbedded(source)) await migrateEmbedded(source);
  else await migrateServer(source);
}

async function migrateEmbedded(source: DataSource): Promise<void> {
  // Asked again and again, because libsql itself would wait on the event loop's thread.
  await withRetry(() => source.query('BEGIN IMMEDIATE'), lockSeconds * 1000);
  try {
    await source.runMigrations({ transaction: 'none' });
    await source.query('COMMIT');
  } catch (error) {
    await source.query('ROLLBACK');
    throw error;
  }
}

async function migrateServer(source: DataSource): Promise<void> {
  const alone = (await isGaleraNode(source)) ? withMigrationLease : withServerLock;
  await alone(source, async () => {
    await source.runMigrations({ transaction: 'none' });
  });
}

/** The lock goes with its connection, so a process that dies leaves none behind. */
async function withServerLock(source: DataSource, work: () => Promise<void>): Promise<void> {
  const locking = source.createQueryRunner();
  try {
    // The lock is the server's, not the database's, so its name says which database it is for.
    const name = `CONCAT('${lockName}_', LEFT(DATABASE(), 40))`;
    const rows = (await locking.query(`SELECT GET_LOCK(${name}, ${lockSeconds}) AS held`)) as {
      held: string | number | null;
    }[];
    if (Number(rows[0]?.held) !== 1) throw new Error('Another process is migrating the database.');
    await work();
    await locking.query(`SELECT RELEASE_LOCK(${name})`);
  } finally {
    await locking.release();
  }
}

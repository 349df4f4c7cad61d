import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '../common/database/database.js';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { type Counted, type Limit, oneMore, oneRight, waitMs } from './limits.js';

/** One counter: a limit and the hash of whom it counts. */
export interface Counter {
  readonly id: string;
  readonly limit: Limit;
}

/** More statements of the same transaction. */
export type Also = (session: SqlSession) => Promise<void>;

interface Row {
  readonly id: string;
  readonly count: number | string;
  readonly since: string;
  readonly last_at: string;
}

/** Counters of attempts. They belong to no account: whoever logs in has shown none yet. */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Counts an attempt in every counter, before it is made: however many come at once, no more get
   * through than the limits allow. Where one of them refuses, nothing is counted. Answers the wait.
   */
  async take(counters: readonly Counter[], nowMs: number): Promise<number> {
    while (counters.length > 0) {
      const wait = await this.database.transaction(async (session) => {
        const rows = await locked(session, counters);
        if (rows === undefined) return undefined;
        const waits = rows.map(([{ limit }, counted]) => waitMs(limit, counted, nowMs));
        const longest = Math.max(...waits);
        if (longest > 0) return longest;
        for (const [counter, counted] of rows)
          await write(session, counter, oneMore(counter.limit, counted, nowMs));
        return 0;
      });
      if (wait !== undefined) return wait;
      await this.start(counters, nowMs);
    }
    return 0;
  }

  /** Takes an attempt off again that was right or was never made. */
  async giveBack(counters: readonly Counter[]): Promise<void> {
    if (counters.length === 0) return;
    await this.database.transaction(async (session) => {
      for (const [counter, counted] of (await locked(session, counters)) ?? [])
        await write(session, counter, oneRight(counter.limit, counted));
    });
  }

  /** Writes down that an attempt was wrong; the same work whether or not there is anything else to write. */
  async leave(counters: readonly Counter[], now: string, also: Also): Promise<void> {
    await this.database.transaction(async (session) => {
      for (const { id } of inOrder(counters))
        await session.execute('UPDATE attempts SET last_at = ? WHERE id = ?', [now, id]);
      await also(session);
    });
  }

  /**
   * Makes the rows that are not there yet, each on its own, as two that insert one row would block each
   * other; first those go whose windows are long over, so that the table does not grow for ever.
   */
  private async start(counters: readonly Counter[], nowMs: number): Promise<void> {
    const now = new Date(nowMs).toISOString();
    await this.database.transaction((session) =>
      session.execute('DELETE FROM attempts WHERE expires_at < ?', [now]),
    );
    for (const counter of counters) {
      await this.database
        .transaction((session) =>
          session.execute(
            'INSERT INTO attempts (id, count, since, last_at, expires_at) VALUES (?, 0, ?, ?, ?)',
            [counter.id, now, now, expiry(counter.limit, nowMs)],
          ),
        )
        .catch((error: unknown) => {
          if (!isDuplicateRow(error)) throw error;
        });
    }
  }
}

/** The counters with their rows locked, or nothing where one has no row yet. */
async function locked(
  session: SqlSession,
  counters: readonly Counter[],
): Promise<[Counter, Counted][] | undefined> {
  const sorted = inOrder(counters);
  // All locks come before the first read, which would fix what this transaction sees.
  for (const { id } of sorted)
    await session.execute('UPDATE attempts SET count = count WHERE id = ?', [id]);
  const places = sorted.map(() => '?').join(', ');
  const rows = await session.select<Row>(
    `SELECT id, count, since, last_at FROM attempts WHERE id IN (${places})`,
    sorted.map(({ id }) => id),
  );
  const pairs = sorted.flatMap((counter): [Counter, Counted][] => {
    const row = rows.find(({ id }) => id === counter.id);
    return row === undefined ? [] : [[counter, countedOf(row)]];
  });
  return pairs.length === counters.length ? pairs : undefined;
}

/** One order for all, so that no two wait for each other. */
function inOrder(counters: readonly Counter[]): Counter[] {
  return [...counters].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function countedOf(row: Row): Counted {
  return {
    count: Number(row.count),
    sinceMs: Date.parse(row.since),
    lastMs: Date.parse(row.last_at),
  };
}

async function write(session: SqlSession, { id, limit }: Counter, counted: Counted): Promise<void> {
  const at = (ms: number) => new Date(ms).toISOString();
  await session.execute(
    'UPDATE attempts SET count = ?, since = ?, last_at = ?, expires_at = ? WHERE id = ?',
    [counted.count, at(counted.sinceMs), at(counted.lastMs), expiry(limit, counted.lastMs), id],
  );
}

/** Longer than any window and any pause. */
function expiry(limit: Limit, lastMs: number): string {
  return new Date(lastMs + 2 * limit.windowMs).toISOString();
}

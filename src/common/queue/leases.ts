import { type Database } from '../database/database.js';

/** A process's hold on a row of a queue: nobody else works on it before `until`. */
export interface Lease {
  readonly worker: string;
  readonly now: string;
  readonly until: string;
}

/** A hold of `lengthMs` from now on. */
export function leaseFrom(now: Date, worker: string, lengthMs: number): Lease {
  const until = new Date(now.getTime() + lengthMs).toISOString();
  return { worker, now: now.toISOString(), until };
}

/** Rows that are not to be taken: those with one of these ids in a column. */
export type Except = Readonly<Record<string, readonly string[]>>;

/** How many due rows a worker looks at to find one that no other worker has taken meanwhile. */
const candidatesMax = 10;
const isDue = `status = 'queued' AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)`;

/**
 * Takes a due row of a queue for one worker, counting the attempt before it begins, and answers its id: one
 * UPDATE decides between workers, and a worker that dies loses the row when its lease ends. The table has
 * the columns `id`, `status`, `due_at`, `attempts`, `worker` and `leased_until` (docs/decisions/0010).
 */
export async function claimDue(
  database: Database,
  table: string,
  { worker, now, until }: Lease,
  except: Except,
): Promise<string | undefined> {
  const excluded = Object.entries(except).filter(([, ids]) => ids.length > 0);
  const others = excluded.map(([column, ids]) => `AND ${noneOf(column, ids.length)}`).join(' ');
  const due = await database.read.select<{ id: string }>(
    `SELECT id FROM ${table} WHERE ${isDue} ${others} ORDER BY due_at LIMIT ${candidatesMax}`,
    [now, now, ...excluded.flatMap(([, ids]) => ids)],
  );
  for (const { id } of due) {
    const claimed = await database.transaction((session) =>
      session.execute(
        `UPDATE ${table} SET worker = ?, leased_until = ?, attempts = attempts + 1
         WHERE id = ? AND ${isDue}`,
        [worker, until, id, now, now],
      ),
    );
    if (claimed === 1) return id;
  }
  return undefined;
}

function noneOf(column: string, count: number): string {
  return `${column} NOT IN (${Array.from({ length: count }, () => '?').join(', ')})`;
}

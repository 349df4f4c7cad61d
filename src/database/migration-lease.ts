import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DataSource } from 'typeorm';

const lookEveryMs = 200;
const usualPace = { beatEveryMs: 2_000, deadAfterMs: 30_000 };

interface Lease {
  readonly holder: string;
  readonly beat: number;
}

/**
 * Runs `work` while nobody else on any node of the cluster does, which GET_LOCK cannot: every node has its
 * own (docs/decisions/0044). A holder counts up as long as it lives; one that has died is followed when its
 * count has stood still for half a minute, so no clocks are compared.
 */
export async function withMigrationLease(
  source: DataSource,
  work: () => Promise<void>,
  { beatEveryMs, deadAfterMs } = usualPace,
): Promise<void> {
  const holder = randomUUID();
  await source.query(
    `CREATE TABLE IF NOT EXISTS migration_lease
     (id integer NOT NULL PRIMARY KEY, holder varchar(36) NOT NULL, beat integer NOT NULL)`,
  );
  await take(source, holder, deadAfterMs);
  const beating = setInterval(() => {
    // A beat that fails is followed by others.
    source
      .query('UPDATE migration_lease SET beat = beat + 1 WHERE holder = ?', [holder])
      .catch(() => undefined);
  }, beatEveryMs);
  try {
    await work();
  } finally {
    clearInterval(beating);
    await source.query('DELETE FROM migration_lease WHERE holder = ?', [holder]);
  }
}

async function take(source: DataSource, holder: string, deadAfterMs: number): Promise<void> {
  let seen: Lease | undefined;
  let seenMs = performance.now();
  for (;;) {
    const [lease] = await source.query<Lease[]>('SELECT holder, beat FROM migration_lease');
    if (lease === undefined) {
      if (await begins(source, holder)) return;
    } else if (lease.holder !== seen?.holder || lease.beat !== seen.beat) {
      seen = lease;
      seenMs = performance.now();
    } else if (performance.now() - seenMs > deadAfterMs && (await follows(source, holder, lease))) {
      return;
    }
    await sleep(lookEveryMs);
  }
}

/** One of several that insert the row at once is not refused, whichever node it asks. */
async function begins(source: DataSource, holder: string): Promise<boolean> {
  return source
    .query('INSERT INTO migration_lease (id, holder, beat) VALUES (1, ?, 0)', [holder])
    .then(
      () => true,
      () => false,
    );
}

async function follows(source: DataSource, holder: string, lease: Lease): Promise<boolean> {
  const { affectedRows } = await source.query<{ affectedRows: number }>(
    'UPDATE migration_lease SET holder = ?, beat = 0 WHERE holder = ? AND beat = ?',
    [holder, lease.holder, lease.beat],
  );
  return affectedRows === 1;
}

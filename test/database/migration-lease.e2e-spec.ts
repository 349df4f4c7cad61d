import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-sources.js';
import { withMigrationLease } from '../../src/database/migration-lease.js';
import { parallel } from '../support/invoices.js';
import { databaseConfig } from '../support/sql.js';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.js';

const pace = { beatEveryMs: 100, deadAfterMs: 2_000 };

/** Only clusters need it, but every server can hold it. */
(onServer ? describe : describe.skip)('the lease under which a cluster is migrated', () => {
  let place: TestDatabase;
  let sources: DataSource[];
  const rows = () => sources[0]!.query<{ holder: string }[]>('SELECT * FROM migration_lease');

  beforeEach(async () => {
    place = await createTestDatabase();
    sources = await parallel(3, () => createDataSource(databaseConfig(place)).initialize());
  });
  afterEach(async () => {
    await Promise.all(sources.map((source) => source.destroy()));
    await place.drop();
  });

  it('is held by one at a time, by each in turn, and by nobody afterwards, even when work fails', async () => {
    const order: string[] = [];
    const results = await Promise.allSettled(
      sources.map((source, at) =>
        withMigrationLease(
          source,
          async () => {
            order.push(`begins ${at}`);
            await pause(300);
            order.push(`ends ${at}`);
            if (at === 1) throw new Error('This migration fails.');
          },
          pace,
        ),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const turns = [0, 2, 4].map((at) => [order[at], order[at + 1]]);
    for (const [begins, ends] of turns) expect(ends).toBe(begins?.replace('begins', 'ends'));
    expect(new Set(order).size).toBe(6);
    expect(await rows()).toEqual([]);
  });

  it('passes on from who has died, and not from who takes long', async () => {
    let isOver = false;
    const long = withMigrationLease(
      sources[0]!,
      async () => {
        await pause(2 * pace.deadAfterMs);
        isOver = true;
      },
      pace,
    );
    while ((await rows().catch(() => [])).length === 0) await pause(20);
    await withMigrationLease(
      sources[1]!,
      () => {
        expect(isOver).toBe(true);
        return Promise.resolve();
      },
      pace,
    );
    await long;
    await sources[0]!.query("INSERT INTO migration_lease (id, holder, beat) VALUES (1, 'dead', 7)");
    const startedMs = performance.now();
    await withMigrationLease(sources[1]!, () => Promise.resolve(), pace);
    expect(performance.now() - startedMs).toBeGreaterThan(pace.deadAfterMs);
    expect(await rows()).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isDuplicateRow } from '../../src/common/database/database-errors.js';
import { type Database } from '../../src/common/database/database.js';
import { parallel } from '../support/invoices.js';
import { insertAccount, insertCounter, openTestDatabase } from '../support/sql.js';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a transaction', () => {
  let place: TestDatabase;
  let database: Database;
  let accounts = 0;
  let account: string;

  beforeAll(async () => {
    place = await createTestDatabase();
    database = await openTestDatabase(place);
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });
  beforeEach(async () => {
    account = `acc_${(accounts += 1)}`;
    await insertAccount(database, account);
  });

  async function rows(): Promise<string[]> {
    const found = await database.read.select<{ series: string }>(
      'SELECT series FROM number_series WHERE account_id = ? ORDER BY series',
      [account],
    );
    return found.map(({ series }) => series);
  }

  const next = async (series: string) => {
    const found = await database.read.select<{ next: string | number }>(
      'SELECT next FROM number_series WHERE account_id = ? AND series = ?',
      [account, series],
    );
    return Number(found[0]?.next);
  };

  it('keeps all its rows beside 39 others that run at once', async () => {
    await parallel(40, (index) =>
      database.transaction(async (session) => {
        await session.execute(insertCounter, [account, `a${index}`, '', 1]);
        await turn();
        await session.execute(insertCounter, [account, `b${index}`, '', 1]);
      }),
    );
    expect(await rows()).toHaveLength(80);
  });

  it('leaves nothing behind when it fails, and nothing of the others is lost', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        database.transaction(async (session) => {
          await session.execute(insertCounter, [account, `s${index}`, '', 1]);
          await turn();
          if (index % 2 === 1) throw new Error('On purpose.');
          return index;
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    const kept = Array.from({ length: 20 }, (_, index) => `s${index * 2}`);
    expect(await rows()).toEqual(kept.sort());
  });

  (onServer ? it.skip : it)(
    'that breaks the commit which it would share fails alone (a server has one for each)',
    async () => {
      const results = await Promise.allSettled(
        Array.from({ length: 5 }, (_, index) =>
          database.transaction(async (session) => {
            await session.execute(insertCounter, [account, `s${index}`, '', 1]);
            if (index === 2) await session.execute('ROLLBACK');
          }),
        ),
      );
      expect(results.map(({ status }) => status === 'fulfilled')).toEqual([
        true,
        true,
        false,
        true,
        true,
      ]);
      expect(await rows()).toEqual(['s0', 's1', 's3', 's4']);
    },
  );

  it('is not seen by any read until it has ended', async () => {
    const seen: string[][] = [];
    await database.transaction(async (session) => {
      await session.execute(insertCounter, [account, 'open', '', 1]);
      seen.push(await rows());
      await turn();
      seen.push(await rows());
    });
    seen.push(await rows());
    expect(seen).toEqual([[], [], ['open']]);
  });

  it('answers what a unique index says, and goes on after it', async () => {
    await database.transaction(async (session) => {
      await session.execute(insertCounter, [account, 'same', '', 1]);
      const refused = await session
        .execute(insertCounter, [account, 'same', '', 1])
        .catch((error: unknown) => error);
      expect(isDuplicateRow(refused)).toBe(true);
      await session.execute(insertCounter, [account, 'other', '', 1]);
    });
    expect(await rows()).toEqual(['other', 'same']);
  });

  it('tells texts apart to the letter, and hands amounts and bytes back as they were', async () => {
    await database.transaction(async (session) => {
      for (const series of ['a', 'A', 'a.'])
        await session.execute(insertCounter, [account, series, '', 1]);
    });
    expect((await rows()).sort()).toEqual(['A', 'a', 'a.']);
  });

  it('counts every one of 100 steps that are taken at once', async () => {
    await database.transaction((session) => session.execute(insertCounter, [account, 'n', '', 0]));
    await parallel(100, () =>
      database.transaction(async (session) => {
        const where = "WHERE account_id = ? AND series = 'n'";
        await session.execute(`UPDATE number_series SET next = next + 1 ${where}`, [account]);
        await session.select(`SELECT next FROM number_series ${where}`, [account]);
      }),
    );
    expect(await next('n')).toBe(100);
  });

  (onServer ? it : it.skip)(
    'runs again after a deadlock (two writers on SQLite never meet)',
    async () => {
      await database.transaction(async (session) => {
        for (const series of ['x', 'y'])
          await session.execute(insertCounter, [account, series, '', 0]);
      });
      let attempts = 0;
      let waiting = 0;
      let release: () => void = () => undefined;
      const bothHoldOne = new Promise<void>((resolve) => (release = resolve));
      const crossing = (first: string, second: string) =>
        database.transaction(async (session) => {
          attempts += 1;
          const step =
            'UPDATE number_series SET next = next + 1 WHERE account_id = ? AND series = ?';
          await session.execute(step, [account, first]);
          if ((waiting += 1) === 2) release();
          await bothHoldOne;
          await session.execute(step, [account, second]);
        });
      await Promise.all([crossing('x', 'y'), crossing('y', 'x')]);
      expect(attempts).toBeGreaterThan(2);
      expect([await next('x'), await next('y')]).toEqual([2, 2]);
    },
  );

  it('is waited for when the database is closed', async () => {
    const other = await openTestDatabase(place);
    const running = other.transaction(async (session) => {
      await session.execute(insertCounter, [account, 'late', '', 1]);
      await turn();
      await turn();
    });
    await Promise.all([running, other.close()]);
    expect(await rows()).toEqual(['late']);
  });
});

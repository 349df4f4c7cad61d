import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { leaseMs, ScheduleWorker } from '../../src/recurring/schedule-worker.js';
import { ScheduleWorkRepository } from '../../src/recurring/schedule-work.repository.js';
import { type RunningApp, startAppOn } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { createAccount, password, type TestAccount } from '../support/factories.js';
import { allNumbers, consecutive } from '../support/invoices.js';
import {
  createSchedule,
  madeBy,
  occurrencesOf,
  readSchedule,
  tell,
  wakeSchedules,
} from '../support/schedules.js';
import { startServerProcess } from '../support/server-process.js';
import { rowsOf, suspendAccount } from '../support/tables.js';
import { TestClock } from '../support/test-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const daily = { frequency: 'day', start_date: '2026-01-20' };
const later = '2026-01-31T00:00:00.000Z';
const count = 12;

describe('schedules in several processes', () => {
  let database: TestDatabase;
  const opened: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
    await database.drop();
  });

  async function appOn(clock = new TestClock()): Promise<RunningApp> {
    const running = await startAppOn(database, {}, clock);
    opened.push(running);
    return running;
  }

  /** Every day has its own invoice with its own date, numbered in their order, and there is no other one. */
  async function expectComplete(running: RunningApp, account: TestAccount, id: string) {
    const made = (await occurrencesOf(running, account, id)).reverse();
    const dates = made.map(({ date }) => date);
    expect(dates).toHaveLength(count);
    expect([dates[0], dates.at(-1)]).toEqual(['2026-01-20', '2026-01-31']);
    expect(new Set(dates).size).toBe(count);
    expect(made.map((each) => each.invoice_number)).toEqual(consecutive(count));
    expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(count));
    const stored = await rowsOf(running, 'invoices');
    for (const { date, invoice_id: invoiceId } of made)
      expect([date, stored.find((row) => row.id === invoiceId)?.issue_date]).toEqual([date, date]);
  }

  it('issue each period once, in order, when both believe to hold the same schedule', async () => {
    const clocks = [new TestClock(), new TestClock()];
    const apps = [await appOn(clocks[0]), await appOn(clocks[1])];
    const account = await createAccount(apps[0]!);
    const { id } = await createSchedule(apps[0]!, account, { ...daily, end_date: '2026-01-31' });
    for (const clock of clocks) clock.set(later);
    for (let before = -1; before < count;) {
      // To each of them the lease of the other one has always ended already.
      for (const [index, clock] of clocks.entries()) {
        clock.set(new Date(clocks[1 - index]!.now().getTime() + leaseMs).toISOString());
        wakeSchedules(apps[index]!);
      }
      const made = async () => (await readSchedule(apps[0]!, account, id)).made;
      await eventually(async () => (await made()) > before);
      before = await made();
    }
    await Promise.all(opened.splice(0).map((one) => one.close()));
    await expectComplete(await appOn(), account, id);
  }, 120_000);

  it('issue each period once when one of them dies in between', async () => {
    const now = new Date();
    const day = (offset: number) =>
      new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
    const server = await startServerProcess(database);
    const account = await createAccount(server);
    const start = { frequency: 'day', start_date: day(-5) };
    const ids: string[] = [];
    for (let at = 0; at < 3; at += 1) ids.push((await createSchedule(server, account, start)).id);
    await eventually(async () => (await readSchedule(server, account, ids[0]!)).made > 0);
    await server.kill();
    const heir = await appOn(new TestClock(new Date(Date.now() + leaseMs)));
    for (const id of ids) {
      const made = await madeBy(heir, account, { id, made: 6 });
      const dates = made.map(({ date }) => date).slice(-6);
      expect(dates.reverse()).toEqual(Array.from({ length: 6 }, (_, at) => day(at - 5)));
    }
    const made = (await rowsOf(heir, 'schedule_occurrences')).length;
    const numbers = await allNumbers(heir.url, account);
    expect(numbers.sort()).toEqual(consecutive(made));
  }, 120_000);

  it('share the work', async () => {
    const clock = new TestClock();
    const apps = [await appOn(clock), await appOn(clock)];
    const account = await createAccount(apps[0]!);
    const ids: string[] = [];
    for (let at = 0; at < 4; at += 1) ids.push((await createSchedule(apps[0]!, account, daily)).id);
    clock.set('2026-01-24T12:00:00.000Z');
    for (const app of apps) wakeSchedules(app);
    for (const id of ids) expect(await madeBy(apps[1]!, account, { id, made: 5 })).toHaveLength(5);
    expect((await allNumbers(apps[0]!.url, account)).sort()).toEqual(consecutive(20));
  });

  it('lose what is paused, changed or deleted while they work on it, and nothing is issued twice', async () => {
    const running = await appOn();
    const account = await createAccount(running);
    const { id } = await createSchedule(running, account, { ...daily, occurrences: count });
    const gone = await createSchedule(running, account, daily);
    running.clock.set(later);
    wakeSchedules(running);
    for (let at = 0; at < 6; at += 1) {
      await tell(running, account, `${id}/pause`);
      const paused = await readSchedule(running, account, id);
      expect((await readSchedule(running, account, id)).made).toBe(paused.made);
      await tell(running, account, `${id}/resume`);
    }
    await request(running.url).delete(`/v1/schedules/${gone.id}`).set(account.bearer).expect(204);
    await running.app.get(ScheduleWorker).onModuleDestroy();
    const made = await occurrencesOf(running, account, id);
    expect(new Set(made.map(({ date }) => date)).size).toBe(made.length);
    const numbers = await allNumbers(running.url, account);
    expect(numbers.sort()).toEqual(consecutive(numbers.length));
    const kept = (await rowsOf(running, 'schedule_occurrences')).map((row) => row.schedule_id);
    expect(kept).not.toContain(gone.id);
  });

  it('have their turns by who has waited longest', async () => {
    const running = await appOn();
    await running.app.get(ScheduleWorker).onModuleDestroy();
    const account = await createAccount(running);
    const ids: string[] = [];
    for (let at = 0; at < 3; at += 1) {
      running.clock.advanceMs(1);
      ids.push((await createSchedule(running, account, daily)).id);
    }
    running.clock.set(later);
    const work = running.app.get(ScheduleWorkRepository);
    const lease = (worker: string) => {
      running.clock.advanceMs(1);
      const now = running.clock.nowText();
      return { worker, now, until: new Date(Date.parse(now) + leaseMs).toISOString() };
    };
    expect(await work.claim(lease('a'))).toBe(ids[0]);
    expect(await work.claim(lease('b'))).toBe(ids[1]);
    await work.release(ids[0]!, lease('a'));
    expect(await work.claim(lease('c'))).toBe(ids[2]);
    expect(await work.claim(lease('c'))).toBe(ids[0]);
    expect(await work.claim(lease('d'))).toBeUndefined();
    running.clock.advanceMs(leaseMs);
    expect(await work.claim(lease('d'))).toBe(ids[1]);
  });

  it('wait while their account is suspended, and catch up when it is not any more', async () => {
    const running = await appOn();
    const account = await createAccount(running);
    const { id } = await createSchedule(running, account, { ...daily, occurrences: 3 });
    await suspendAccount(running, account.id);
    running.clock.set(later);
    const work = running.app.get(ScheduleWorkRepository);
    const now = running.clock.nowText();
    expect(await work.claim({ worker: 'a', now, until: now })).toBeUndefined();
    await running.app
      .get(Database)
      .transaction((session) => session.execute("UPDATE accounts SET status = 'active'"));
    expect(await madeBy(running, account, { id, made: 3 })).toHaveLength(3);
  });

  it('go with an account that is deleted, whatever is under way', async () => {
    const running = await appOn();
    const doomed = await createAccount(running);
    const due = { frequency: 'day', start_date: '2026-01-08' };
    for (let at = 0; at < 3; at += 1) await createSchedule(running, doomed, due);
    await request(running.url)
      .post('/dashboard/account/delete')
      .set(doomed.session)
      .send({ organization_name: 'Example Ltd', password })
      .expect(204);
    await running.app.get(ScheduleWorker).onModuleDestroy();
    for (const table of ['schedules', 'schedule_occurrences', 'invoices'] as const)
      expect(await rowsOf(running, table)).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { BatchWorker, leaseMs } from '../../src/batches/batch-worker.js';
import { BatchWorkRepository } from '../../src/batches/batch-work.repository.js';
import { Database } from '../../src/common/database/database.js';
import { type RunningApp, startAppOn } from '../support/app.js';
import { doneBatch, postBatch, readBatch, rowsOfBatch } from '../support/batches.js';
import { eventually } from '../support/eventually.js';
import { createAccount, invoiceBody, password, type TestAccount } from '../support/factories.js';
import { allNumbers, consecutive, parallel } from '../support/invoices.js';
import { expectProblem } from '../support/problem.js';
import { startServerProcess } from '../support/server-process.js';
import { rowsOf, suspendAccount } from '../support/tables.js';
import { TestClock } from '../support/test-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const count = 60;
/** Every tenth row is faulty. */
const invoices = Array.from({ length: count }, (_, at) =>
  at % 10 === 9 ? {} : invoiceBody({ reference: `row ${at}` }),
);
const goodPositions = [...invoices.keys()].filter((at) => at % 10 !== 9);

describe('batches in several processes', () => {
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
  const wake = ({ app }: RunningApp) => {
    app.get(BatchWorker).wake();
  };

  /** Every good row has its own invoice, in the order of the rows, and there is no other invoice. */
  async function expectComplete(running: RunningApp, account: TestAccount, id: string) {
    const rows = await rowsOfBatch(running, account, id);
    const issued = rows.filter(({ status }) => status === 'issued');
    expect(issued.map(({ position }) => position)).toEqual(goodPositions);
    expect(issued.map((row) => row.invoice_number)).toEqual(consecutive(goodPositions.length));
    expect((await allNumbers(running.url, account)).sort()).toEqual(
      consecutive(goodPositions.length),
    );
    const stored = await rowsOf(running, 'invoices');
    for (const { position, invoice_id: invoiceId } of issued) {
      const invoice = stored.find((row) => row.id === invoiceId);
      expect([position, invoice?.reference]).toEqual([position, `row ${position}`]);
    }
    const pdfs = (await rowsOf(running, 'documents')).map((row) => row.invoice_id);
    expect(pdfs.sort()).toEqual(issued.map((row) => row.invoice_id).sort());
  }

  it('survive a process that dies in the middle, as often as it likes', async () => {
    let clock = new TestClock(new Date());
    let server = await startServerProcess(database);
    const account = await createAccount(server);
    const { body } = await postBatch(server, account, { invoices });
    const id = body.id as string;
    for (const atLeast of [1, 20]) {
      await eventually(async () => {
        const { issued } = await readBatch(server, account, id);
        return Number(issued) >= atLeast;
      });
      await server.kill();
      // Another process may go on when the lease of the dead one has ended.
      clock = new TestClock(new Date(Date.now() + leaseMs));
      const heir = await appOn(clock);
      wake(heir);
      await eventually(async () => {
        const { issued } = await readBatch(heir, account, id);
        return Number(issued) > atLeast;
      });
      await opened.pop()!.close();
      server = await startServerProcess(database);
    }
    await doneBatch(server, account, id);
    await server.stop();
    const after = await appOn(clock);
    expect(await readBatch(after, account, id)).toMatchObject({ rendered: goodPositions.length });
    await expectComplete(after, account, id);
  }, 120_000);

  it('are issued once and in their order when both believe to hold the same batch', async () => {
    const clocks = [new TestClock(), new TestClock()];
    const apps = [await appOn(clocks[0]), await appOn(clocks[1])];
    const account = await createAccount(apps[0]!);
    const { body } = await postBatch(apps[0]!, account, { invoices });
    const id = body.id as string;
    for (;;) {
      // To each of them the lease of the other one has always ended already.
      for (const [index, clock] of clocks.entries()) {
        clock.set(new Date(clocks[1 - index]!.now().getTime() + leaseMs).toISOString());
        wake(apps[index]!);
      }
      if ((await readBatch(apps[0]!, account, id)).status === 'done') break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await Promise.all(opened.splice(0).map((one) => one.close()));
    const after = await appOn();
    await expectComplete(after, account, id);
  }, 120_000);

  it('have their turns by who has waited longest, and those of one account follow each other', async () => {
    const running = await appOn();
    await running.app.get(BatchWorker).onModuleDestroy();
    const [one, other] = [await createAccount(running), await createAccount(running)];
    const ids: string[] = [];
    for (const account of [one, one, other]) {
      running.clock.advanceMs(1);
      const { body } = await postBatch(running, account, { invoices: [invoiceBody()] });
      ids.push(body.id as string);
    }
    const work = running.app.get(BatchWorkRepository);
    const lease = (worker: string) => {
      running.clock.advanceMs(1);
      const now = running.clock.nowText();
      return { worker, now, until: new Date(Date.parse(now) + leaseMs).toISOString() };
    };
    const claimed = async (worker: string) => (await work.claim(lease(worker)))?.id;
    expect(await claimed('a')).toBe(ids[0]);
    expect(await claimed('b')).toBe(ids[2]);
    expect(await claimed('c')).toBeUndefined();
    await work.release(ids[2]!, lease('b'), false);
    await work.release(ids[0]!, lease('a'), false);
    expect(await claimed('c')).toBe(ids[2]);
    expect(await claimed('c')).toBe(ids[0]);
    await work.release(ids[0]!, lease('c'), true);
    expect(await claimed('d')).toBe(ids[1]);
  });

  it('may be a hundred of one account that are not done, and no more', async () => {
    const running = await appOn();
    await running.app.get(BatchWorker).onModuleDestroy();
    const [full, other] = [await createAccount(running), await createAccount(running)];
    const hand = (account: TestAccount) => postBatch(running, account, { invoices: [{}] });
    for (let at = 0; at < 100; at += 1) expect((await hand(full)).status).toBe(202);
    expectProblem(await hand(full), 409, 'too_many_batches');
    expect((await hand(other)).status).toBe(202);
    expect(await rowsOf(running, 'batches')).toHaveLength(101);
  });

  it('are given back by a process that ends, to be gone on with at once', async () => {
    const first = await appOn();
    const account = await createAccount(first);
    const { body } = await postBatch(first, account, { invoices });
    const id = body.id as string;
    await opened.pop()!.close();
    const second = await appOn();
    expect((await rowsOf(second, 'batches'))[0]).toMatchObject({ worker: null });
    wake(second);
    await doneBatch(second, account, id);
    await expectComplete(second, account, id);
  });

  it('wait while their account is suspended, and go on when it is not any more', async () => {
    const idle = await appOn();
    await idle.app.get(BatchWorker).onModuleDestroy();
    const account = await createAccount(idle);
    const { body } = await postBatch(idle, account, { invoices });
    await suspendAccount(idle, account.id);
    const work = idle.app.get(BatchWorkRepository);
    const now = idle.clock.nowText();
    expect(await work.claim({ worker: 'a', now, until: now })).toBeUndefined();
    await idle.app
      .get(Database)
      .transaction((session) => session.execute("UPDATE accounts SET status = 'active'"));
    const running = await appOn();
    wake(running);
    await doneBatch(running, account, body.id as string);
    await expectComplete(running, account, body.id as string);
  });

  it('go with an account that is deleted, whatever is under way', async () => {
    const running = await appOn();
    for (let round = 0; round < 5; round += 1) {
      const doomed = await createAccount(running);
      await postBatch(running, doomed, { invoices });
      await request(running.url)
        .post('/dashboard/account/delete')
        .set(doomed.session)
        .send({ organization_name: 'Example Ltd', password })
        .expect(204);
    }
    await running.app.get(BatchWorker).onModuleDestroy();
    for (const table of ['batches', 'batch_rows', 'invoices', 'documents'] as const)
      expect(await rowsOf(running, table)).toEqual([]);
  });

  it('of one process are worked on by another one as well', async () => {
    const apps = [await appOn(), await appOn()];
    const accounts = await parallel(4, () => createAccount(apps[0]!));
    const made = await parallel(4, (at) =>
      postBatch(apps[at % 2]!, accounts[at]!, { invoices: invoices.slice(0, 20) }),
    );
    for (const app of apps) wake(app);
    for (const [at, { body }] of made.entries()) {
      await doneBatch(apps[0]!, accounts[at]!, body.id as string);
      const rows = await rowsOfBatch(apps[1]!, accounts[at]!, body.id as string);
      const numbers = rows.flatMap((row) => row.invoice_number ?? []);
      expect(numbers).toEqual(consecutive(18));
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApp, startAppOn } from '../support/app.js';
import { type Break, commitGate, type CommitGate } from '../support/commit-gate.js';
import { createAccount, invoiceBody, type TestAccount } from '../support/factories.js';
import { allNumbers, consecutive, post } from '../support/invoices.js';
import { expectProblem } from '../support/problem.js';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.js';

/** SQLite is no connection that could break. */
const describeServer = onServer ? describe : describe.skip;

describeServer('a connection that breaks at COMMIT', () => {
  let database: TestDatabase;
  let gate: CommitGate;
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    database = await createTestDatabase();
    gate = await commitGate(database.url);
    running = await startAppOn({ ...database, url: gate.through(database.url) });
    account = await createAccount(running);
  });
  afterAll(async () => {
    await running.close();
    await gate.close();
    await database.drop();
  });

  const order = (reference: string) => {
    const headers = { 'idempotency-key': reference };
    return post(running.url, account, invoiceBody({ reference }), headers);
  };
  const stored = async () => (await allNumbers(running.url, account)).sort();

  it.each<[Break, string, string | undefined]>([
    ['after', 'has stored the invoice, which the same Idempotency-Key answers', 'true'],
    ['before', 'has stored nothing, and the same Idempotency-Key makes the invoice', undefined],
  ])('%s the server has done it: %s', async (when, _, replayed) => {
    const before = (await stored()).length;
    gate.breakCommitOf(`order ${when}`, when);
    const broken = await order(`order ${when}`);
    expectProblem(broken, 503, 'outcome_unknown');
    expect(broken.headers['retry-after']).toBe('2');
    const again = await order(`order ${when}`);
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([201, replayed]);
    expect(await stored()).toEqual(consecutive(before + 1));
  });

  it('is not tried again without being asked to, where nothing says that it is the same request', async () => {
    const before = (await stored()).length;
    gate.breakCommitOf('without a key', 'after');
    const body = invoiceBody({ reference: 'without a key' });
    expectProblem(await post(running.url, account, body), 503, 'outcome_unknown');
    expect(await stored()).toEqual(consecutive(before + 1));
  });
});

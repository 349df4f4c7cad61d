import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { leaseMs, WebhookWorker } from '../../src/webhooks/webhook-worker.js';
import { type RunningApp, startAppOn } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { createAccount, createInvoice } from '../support/factories.js';
import { parallel } from '../support/invoices.js';
import { startServerProcess } from '../support/server-process.js';
import { rowsOf } from '../support/tables.js';
import { TestClock } from '../support/test-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { addWebhook, startReceiver } from '../support/webhook-receiver.js';

const environment = {
  WEBHOOKS_ALLOW_PRIVATE: 'on',
  FINVO_SECRET: 'one secret for all of these processes',
};

describe('the deliveries of webhooks', () => {
  let database: TestDatabase;
  const opened: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
    await database.drop();
  });

  const appAt = async (clock: TestClock): Promise<RunningApp> => {
    const running = await startAppOn(database, environment, clock);
    opened.push(running);
    return running;
  };
  const wake = ({ app }: RunningApp) => {
    app.get(WebhookWorker).wake();
  };
  const settles = (running: RunningApp) =>
    eventually(async () =>
      (await rowsOf(running, 'webhook_deliveries')).every(({ status }) => status !== 'queued'),
    );

  it('are sent once each, however many processes look at them', async () => {
    const receiver = await startReceiver();
    opened.push(receiver);
    const clock = new TestClock();
    const apps = [await appAt(clock), await appAt(clock), await appAt(clock)];
    const account = await createAccount(apps[0]!);
    await addWebhook(apps[0]!.url, account, { url: receiver.url });
    const ids = await parallel(30, async (at) => {
      const { id } = await createInvoice(apps[at % 3]!.url, account);
      apps.forEach(wake);
      return id;
    });
    await settles(apps[0]!);
    const told = receiver.messages.map(
      ({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id,
    );
    expect(told.sort()).toEqual(ids.sort());
    const messageIds = receiver.messages.map(({ headers }) => headers['webhook-id']);
    expect(new Set(messageIds).size).toBe(30);
  });

  it('are sent again under the same id when a process dies while it sends them', async () => {
    let isStuck = true;
    const receiver = await startReceiver((response) => {
      if (!isStuck) response.writeHead(200).end();
    });
    opened.push(receiver);
    const dying = await startServerProcess(database, environment);
    const account = await createAccount(dying);
    const { id } = await addWebhook(dying.url, account, { url: receiver.url });
    await createInvoice(dying.url, account);
    await receiver.received(1);
    await dying.kill();

    isStuck = false;
    const clock = new TestClock(new Date());
    const running = await appAt(clock);
    wake(running);
    const other = await createAccount(running);
    await addWebhook(running.url, other, { url: `${receiver.url}/other` });
    await createInvoice(running.url, other);
    // Nobody touches what another process may still be sending.
    await receiver.received(2);
    expect(receiver.messages.map(({ path }) => path)).toEqual(['/hook', '/hook/other']);
    clock.advanceMs(leaseMs);
    wake(running);
    await receiver.received(3);
    await settles(running);
    const [first, , again] = receiver.messages;
    expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(again!.body).toBe(first!.body);
    const rows = await rowsOf(running, 'webhook_deliveries');
    const row = rows.find((each) => each.endpoint_id === id);
    expect([row!.status, Number(row!.attempts)]).toEqual(['delivered', 2]);
  });

  it('come to their end before the application does', async () => {
    let answer = () => undefined as unknown;
    const receiver = await startReceiver((response) => {
      answer = () => response.writeHead(200).end();
    });
    opened.push(receiver);
    const running = await startAppOn(database, environment);
    const account = await createAccount(running);
    await addWebhook(running.url, account, { url: receiver.url });
    await createInvoice(running.url, account);
    await receiver.received(1);
    const closing = running.close();
    answer();
    await closing;
    const next = await appAt(new TestClock());
    const [row] = await rowsOf(next, 'webhook_deliveries');
    expect(row).toMatchObject({ status: 'delivered', leased_until: null });
  });
});

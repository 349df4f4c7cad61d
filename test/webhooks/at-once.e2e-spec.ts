import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { doneBatch, postBatch } from '../support/batches.js';
import { createAccount, invoiceBody, type TestAccount } from '../support/factories.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { createSchedule, madeBy, tell } from '../support/schedules.js';
import { addWebhook, startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

const due = { start_date: '2026-01-19' };

describe('events of invoices that are issued in the background, where nobody looks by himself', () => {
  let receiver: WebhookReceiver;
  let mail: MailServer;
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    mail = await startMailServer();
    receiver = await startReceiver();
    // Every worker looks for work only when it is told to, however slow this machine is.
    const { setInterval: usual } = globalThis;
    globalThis.setInterval = () => setTimeout(() => undefined).unref();
    running = await startApp({ WEBHOOKS_ALLOW_PRIVATE: 'on', SMTP_URL: mail.url }).finally(() => {
      globalThis.setInterval = usual;
    });
    running.clock.set('2026-01-19T23:59:00.000Z');
    account = await createAccount(running);
    await addWebhook(running.url, account, { url: receiver.url, events: ['invoice.issued'] });
  });
  afterAll(async () => {
    await running.close();
    await receiver.close();
    await mail.close();
  });

  /** What has arrived once there are so many messages: the numbers of the invoices, in their order. */
  const told = async (count: number) => {
    const messages = await receiver.received(count);
    return messages
      .map(({ body }) => JSON.parse(body) as { data: { invoice_number: string } })
      .map(({ data }) => data.invoice_number)
      .sort();
  };

  const currency = (code: string) =>
    request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', currency: code })
      .expect(200);

  it('are sent after the commit of a batch', async () => {
    const { body } = await postBatch(running, account, {
      invoices: [invoiceBody(), {}, invoiceBody()],
    });
    await doneBatch(running, account, body.id as string);
    expect(await told(2)).toEqual(['INV-0001', 'INV-0002']);
  });

  it('are sent after the commit of a schedule, and so are its mails', async () => {
    const email = `${account.id}@example.com`.toLowerCase();
    const invoice = invoiceBody({ recipient: { name: 'Acme Corp', email } });
    await createSchedule(running, account, { ...due, send_email: true, invoice });
    expect(await told(3)).toContain('INV-0003');
    expect(await mail.mailsTo(email)).toHaveLength(1);
  });

  it('are sent after the commit of a period that is tried again', async () => {
    await currency('EUR');
    const onlyInEuro = invoiceBody({ charges: [{ amount: '0.50', reason: 'Fee' }] });
    const { id } = await createSchedule(running, account, {
      start_date: '2026-01-20',
      invoice: onlyInEuro,
    });
    await currency('JPY');
    running.clock.set('2026-01-20T00:00:00.000Z');
    await madeBy(running, account, { id, made: 1 });
    await currency('EUR');
    const issued = await tell(running, account, `${id}/occurrences/2026-01-20/retry`);
    expect(await told(4)).toContain(issued.body.invoice_number);
  });
});

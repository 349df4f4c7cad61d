import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { InvoiceDto } from '../../src/invoices/dto/invoice.dto.js';
import { InvoicesService } from '../../src/invoices/invoices.service.js';
import { invoicesPath } from '../../src/invoices/invoice-replies.js';
import { type RunningApp, startApp } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { allNumbers, consecutive, parallel, post } from '../support/invoices.js';
import { statementsOf } from '../support/statements.js';
import { storedRows } from '../support/stored.js';
import { addWebhook, startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

describe('invoices that an account asks for at the same time', () => {
  let receiver: WebhookReceiver;
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    receiver = await startReceiver();
    running = await startApp({ WEBHOOKS_ALLOW_PRIVATE: 'on' });
  });
  afterAll(async () => {
    await running.close();
    await receiver.close();
  });
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const line = (price: string) => ({ description: 'Work', quantity: '1', unit_price: price });
  const read = async (id: string): Promise<unknown> => {
    const { body } = await request(running.url).get(`/v1/invoices/${id}`).set(account.bearer);
    return body as unknown;
  };

  it('share transactions and are each stored as they were answered', async () => {
    const caller = { accountId: account.id, actorId: 'key_of_test', source: 'api' } as const;
    const { answer: made, statements } = await statementsOf(running, () =>
      parallel(40, (at) =>
        // Past the network, over which they would come one by one.
        running.app.get(InvoicesService).create(
          caller,
          invoiceBody({
            currency: at % 2 ? 'EUR' : 'USD',
            line_items: Array.from({ length: (at % 3) + 1 }, () => line(String(at))),
            ...(at % 5 === 0 && { recipient: { name: 'Ann', external_id: `customer-${at % 10}` } }),
          }),
        ),
      ),
    );
    const heads = statements.filter((sql) => sql.startsWith('INSERT INTO invoices '));
    expect(heads.length).toBeLessThan(made.length);
    for (const { invoice } of made) {
      const answered = JSON.stringify(InvoiceDto.from(invoice, invoicesPath({ source: 'api' })));
      expect(await read(invoice.id)).toEqual(JSON.parse(answered));
    }
    expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(40));
  });

  it('are in the totals of the month with every cent', async () => {
    await parallel(30, (at) =>
      createInvoice(running.url, account, {
        currency: at % 2 ? 'EUR' : 'JPY',
        line_items: [line(String(at))],
      }),
    );
    const { body } = await request(running.url)
      .get('/dashboard/monthly-totals?months=1')
      .set(account.session)
      .expect(200);
    expect(body.currencies).toMatchObject([
      { currency: 'EUR', months: [{ invoices: 15, total: '225.00' }] },
      { currency: 'JPY', months: [{ invoices: 15, total: '210' }] },
    ]);
  });

  it('are all stored where one of them meets a number that is taken, which is stepped over', async () => {
    await createInvoice(running.url, account, { invoice_number: 'INV-0007' });
    await parallel(20, () => createInvoice(running.url, account));
    expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(21));
  });

  it('are all stored where others among them repeat an Idempotency-Key or ask for a number that is taken', async () => {
    await createInvoice(running.url, account, { invoice_number: 'MINE' });
    const answers = await parallel(30, (at) => {
      if (at % 3 === 0) return post(running.url, account, invoiceBody({ invoice_number: 'MINE' }));
      const key: Record<string, string> = at % 3 === 1 ? { 'idempotency-key': 'the same' } : {};
      return post(running.url, account, invoiceBody(), key);
    });
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toEqual(statuses.map((_, at) => (at % 3 === 0 ? 409 : 201)));
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => body.id as string);
    expect(new Set(ids).size).toBe(11);
    expect(await storedRows(running, account)).toMatchObject({ invoices: 12, numbersUsed: 11 });
  });

  it('are each told to the webhooks once', async () => {
    await addWebhook(running.url, account, { url: receiver.url });
    const made = await parallel(20, () => createInvoice(running.url, account));
    const messages = await receiver.received(20);
    const told = messages.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id);
    expect(told.sort()).toEqual(made.map(({ id }) => id).sort());
  });
});

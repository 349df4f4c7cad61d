import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { adminCommand } from '../../src/admin-command.js';
import { Database, type SqlValue } from '../../src/common/database/database.js';
import { invoiceRequests } from '../../src/invoices/testing/random-invoices.js';
import { type RunningApp, startApp } from '../support/app.js';
import { credit } from '../support/credit-notes.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { getPdf, post } from '../support/invoices.js';

const seed = 20_260_119;

describe('the verification of all that is stored', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const verify = async () => {
    const { succeeded, said } = await adminCommand(['verify'], {
      DATABASE_URL: running.database.url,
    });
    return { succeeded, lines: String(said).split('\n') };
  };
  const change = (sql: string, parameters: readonly SqlValue[]) =>
    running.app.get(Database).transaction((session) => session.execute(sql, parameters));

  it('finds nothing wrong with invoices of every kind, void and credited ones and drafts included', async () => {
    const answers = [];
    for (const body of fc.sample(invoiceRequests, { numRuns: 40, seed }))
      answers.push(await post(running.url, account, { ...body }));
    const issued = answers.filter(({ status }) => status === 201);
    expect(issued.length).toBeGreaterThan(20);
    const { id } = await createInvoice(running.url, account, { line_items: lines(3) });
    await credit(running.url, account, id, { body: { lines: [{ index: 0, quantity: 1 }] } });
    const quote = await createInvoice(running.url, account, { type: 'quote' });
    await request(running.url).post(`/v1/invoices/${quote.id}/invoice`).set(account.bearer);
    await createInvoice(running.url, account, { draft: true });
    const gone = await createInvoice(running.url, account);
    await request(running.url).post(`/v1/invoices/${gone.id}/void`).set(account.bearer).expect(200);
    await getPdf(running.url, account, id);
    const all = issued.length + 6;
    expect(await verify()).toEqual({
      succeeded: true,
      lines: [`${all} invoices, 1 PDFs and 3 series were looked at: all of them are right.`],
    });
  });

  it('names what somebody has changed behind the back of the product', async () => {
    const other = await createAccount(running);
    const [raised, redrawn, removed, recounted] = (await Promise.all(
      Array.from({ length: 4 }, () => createInvoice(running.url, other)),
    )) as [Stored, Stored, Stored, Stored];
    await createInvoice(running.url, other);
    await getPdf(running.url, other, redrawn.id);
    await change('UPDATE invoices SET total_minor = total_minor + 1 WHERE id = ?', [raised.id]);
    await change('UPDATE documents SET bytes = ? WHERE invoice_id = ?', [
      Buffer.from('%PDF-1.7'),
      redrawn.id,
    ]);
    await change('DELETE FROM invoices WHERE id = ?', [removed.id]);
    await change('UPDATE invoice_lines SET quantity = ? WHERE invoice_id = ?', [
      '11',
      recounted.id,
    ]);
    const { succeeded, lines: found } = await verify();
    expect(succeeded).toBe(false);
    const place = Number(removed.invoice_number.slice(-4));
    expect(new Set(found.slice(0, -1))).toEqual(
      new Set([
        `${other.id} ${raised.id} (${raised.invoice_number}): total is 150001, not 150000 minor units`,
        `${other.id} ${raised.id} (${raised.invoice_number}): its figures are not what its lines come to`,
        `${other.id} ${redrawn.id} (${redrawn.invoice_number}): its PDF is not the one that was stored`,
        `${other.id} ${recounted.id} (${recounted.invoice_number}): its figures are not what its lines come to`,
        `${other.id} series default : nothing stands at ${place} to ${place}`,
      ]),
    );
    expect(found.at(-1)).toMatch(/ series were looked at: 5 faults\.$/);
  });
});

type Stored = Awaited<ReturnType<typeof createInvoice>>;

const lines = (quantity: number) => [{ description: 'Hours', quantity, unit_price: 100 }];

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, invoiceBody, type TestAccount } from '../support/factories.js';
import { expectProblem, faultsOf } from '../support/problem.js';

const line = (changes: object) => ({ description: 'Work', quantity: 1, unit_price: 1, ...changes });
const lineFeeds = (count: number) => `first${'\n'.repeat(count - 1)}last`;

describe('what would take a renderer too long is refused before a number is used', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const generate = (changes: Record<string, unknown>) =>
    request(running.url).post('/generate').set(account.bearer).send(invoiceBody(changes));

  it('takes texts of 20 lines, notes and terms of 200, and no more', async () => {
    const fits = { notes: lineFeeds(200), line_items: [line({ description: lineFeeds(20) })] };
    await generate(fits).expect(201);
    const refused = await generate({
      notes: lineFeeds(201),
      recipient: { name: lineFeeds(21) },
      line_items: [line({ details: lineFeeds(21) })],
    });
    expectProblem(refused, 422, 'validation_failed');
    expect(faultsOf(refused).sort()).toEqual([
      '/line_items/0/details too_many_lines',
      '/notes too_many_lines',
      '/recipient/name too_many_lines',
    ]);
  });

  it('takes 50 different taxes, and no more', async () => {
    const taxed = (count: number) =>
      Array.from({ length: count }, (_, at) => line({ taxes: [{ name: `Tax ${at}`, rate: 5 }] }));
    await generate({ line_items: taxed(50) }).expect(201);
    const refused = await generate({ line_items: taxed(51) });
    expectProblem(refused, 422, 'validation_failed');
    expect(faultsOf(refused)).toEqual([' too_many_taxes']);
  });

  it('numbers the account’s own series and "default" as one, without a gap', async () => {
    const first = await generate({}).set('accept', 'application/json').expect(201);
    const second = await generate({ series: 'default' })
      .set('accept', 'application/json')
      .expect(201);
    expect([first.body.invoice_number, second.body.invoice_number]).toEqual([
      'INV-0003',
      'INV-0004',
    ]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { Database } from '../../src/common/database/database.js';
import { MonthTotals1766300000000 } from '../../src/database/migrations/1766300000000-month-totals.js';
import { credit } from '../support/credit-notes.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { parallel } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';

interface Month {
  readonly month: string;
  readonly invoices: number;
  readonly total: string;
}
interface CurrencyTotals {
  readonly currency: string;
  readonly invoices: number;
  readonly months: readonly Month[];
}

describe('the monthly totals', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    running.clock.set('2026-01-19T10:00:00.000Z');
    account = await createAccount(running);
  });

  const ask = (query: Record<string, string> = {}, { session } = account) =>
    request(running.url).get('/dashboard/monthly-totals').set(session).query(query);
  async function totals(query: Record<string, string> = {}): Promise<readonly CurrencyTotals[]> {
    return (await ask(query).expect(200)).body.currencies as CurrencyTotals[];
  }
  const invoice = (date: string, unit_price: string, changes: Record<string, unknown> = {}) =>
    createInvoice(running.url, account, {
      date,
      line_items: [{ description: 'x', quantity: 1, unit_price }],
      ...changes,
    });
  const database = () => running.app.get(Database, { strict: false });
  const voidInvoice = (id: string) =>
    request(running.url).post(`/v1/invoices/${id}/void`).set(account.bearer).send({}).expect(200);
  async function creditInvoice(id: string): Promise<string> {
    const answer = await credit(running.url, account, id);
    expect(answer.status).toBe(201);
    return (answer.body as { id: string }).id;
  }
  /** `month: invoices × total` of the months that have an invoice. */
  const filled = (currency: CurrencyTotals | undefined) =>
    currency?.months
      .filter(({ invoices }) => invoices > 0)
      .map(({ month, invoices, total }) => `${month}: ${invoices} × ${total}`);

  it('are none for an account without invoices', async () => {
    expect((await ask().expect(200)).body).toEqual({ currencies: [] });
  });

  it('have every month of the last twelve, also those without an invoice', async () => {
    await invoice('2025-06-30', '10');
    const [usd, ...others] = await totals();
    expect(others).toEqual([]);
    expect(usd).toMatchObject({ currency: 'USD', invoices: 1 });
    expect(usd?.months.map(({ month }) => month)).toEqual([
      ...['2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08'],
      ...['2025-09', '2025-10', '2025-11', '2025-12', '2026-01'],
    ]);
    expect(usd?.months[4]).toEqual({ month: '2025-06', invoices: 1, total: '10.00' });
    expect(usd?.months[5]).toEqual({ month: '2025-07', invoices: 0, total: '0.00' });
  });

  it('tell December from January, and take in the first and the last day of each', async () => {
    for (const date of ['2025-11-30', '2025-12-01', '2025-12-31', '2026-01-01', '2026-01-31']) {
      await invoice(date, '1.11');
    }
    expect(filled((await totals())[0])).toEqual([
      '2025-11: 1 × 1.11',
      '2025-12: 2 × 2.22',
      '2026-01: 2 × 2.22',
    ]);
    expect(filled((await totals({ months: '1' }))[0])).toEqual(['2026-01: 2 × 2.22']);
  });

  it('go by the date of the invoice, not by when it was made, and leave other months out', async () => {
    await invoice('2025-01-31', '5');
    await invoice('2026-02-01', '7');
    expect(await totals()).toEqual([]);
    expect(filled((await totals({ months: '13' }))[0])).toEqual(['2025-01: 1 × 5.00']);
  });

  it('end with the month that it is in the organization’s time zone', async () => {
    running.clock.set('2026-01-31T23:30:00.000Z');
    account = await createAccount(running);
    await invoice('2026-02-01', '1');
    expect(await totals()).toEqual([]);
    await request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', time_zone: 'Pacific/Auckland' })
      .expect(200);
    expect((await totals())[0]?.months.at(-1)).toEqual({
      month: '2026-02',
      invoices: 1,
      total: '1.00',
    });
  });

  it('never add two currencies, and have the one with the most invoices first', async () => {
    await invoice('2026-01-02', '1', { currency: 'USD' });
    for (let count = 0; count < 2; count += 1) {
      await invoice('2026-01-02', '1000', { currency: 'JPY' });
      await invoice('2026-01-02', '0.125', { currency: 'KWD' });
    }
    const all = await totals();
    expect(all.map(({ currency, invoices }) => `${invoices} ${currency}`)).toEqual([
      '2 JPY',
      '2 KWD',
      '1 USD',
    ]);
    expect(all.map(filled)).toEqual([
      ['2026-01: 2 × 2000'],
      ['2026-01: 2 × 0.250'],
      ['2026-01: 1 × 1.00'],
    ]);
  });

  it('leave void invoices out', async () => {
    const voided = await invoice('2026-01-02', '100');
    await invoice('2026-01-02', '1', { currency: 'EUR' });
    await voidInvoice(voided.id);
    expect((await totals()).map(({ currency }) => currency)).toEqual(['EUR']);
  });

  it('are exact where a float, and where 64 bits, would not be', async () => {
    const largest = { quantity: 1000, unit_price: '90071992547.4099', description: 'Largest' };
    const line_items = [largest, { ...largest, quantity: 1, unit_price: '0.01' }];
    for (let count = 0; count < 5; count += 1)
      await createInvoice(running.url, account, { date: '2026-01-02', line_items });
    await invoice('2026-01-02', '-0.02');
    expect(filled((await totals())[0])).toEqual(['2026-01: 6 × 450359962737049.53']);
    // As after a million invoices of 90 billion, whose sum is beyond 2^63.
    await database().transaction((session) =>
      session.execute(
        'UPDATE month_totals SET millions = millions * 1000000 WHERE account_id = ?',
        [account.id],
      ),
    );
    expect(filled((await totals())[0])).toEqual(['2026-01: 6 × 450359962700000037049.53']);
  });

  it('are what the documents come to, whoever makes, credits and voids them at once', async () => {
    const made = await parallel(12, (at) =>
      invoice(at % 2 === 0 ? '2026-01-02' : '2025-12-31', '10', {
        currency: at % 3 === 0 ? 'EUR' : 'USD',
      }),
    );
    await parallel(6, (at) =>
      at % 2 === 0 ? voidInvoice(made[at]!.id).then(() => '') : creditInvoice(made[at]!.id),
    );
    // 0, 2 and 4 are void; 1, 3 and 5 are credited with today's date.
    expect((await totals()).map((sums) => [sums.currency, filled(sums)])).toEqual([
      ['USD', ['2025-12: 4 × 40.00', '2026-01: 2 × 0.00']],
      ['EUR', ['2025-12: 2 × 20.00', '2026-01: 1 × 0.00']],
    ]);
  });

  it('come back to nothing with a void credit note, and with the invoice made void as well', async () => {
    const { id } = await invoice('2026-01-02', '10');
    const note = await creditInvoice(id);
    expect(filled((await totals())[0])).toEqual(['2026-01: 1 × 0.00']);
    await voidInvoice(note);
    expect(filled((await totals())[0])).toEqual(['2026-01: 1 × 10.00']);
    await voidInvoice(id);
    expect(await totals()).toEqual([]);
  });

  it('of an older installation are added up once, by the migration', async () => {
    await invoice('2025-12-31', '-1234567.89');
    await invoice('2026-01-02', '1', { currency: 'JPY' });
    await voidInvoice((await invoice('2026-01-02', '5')).id);
    await creditInvoice((await invoice('2026-01-02', '7')).id);
    const before = await totals();
    expect(before.map(filled)).toEqual([
      ['2025-12: 1 × -1234567.89', '2026-01: 1 × 0.00'],
      ['2026-01: 1 × 1'],
    ]);
    const migration = new MonthTotals1766300000000();
    const runner = database().read.manager.dataSource.createQueryRunner();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    expect(await totals()).toEqual(before);
  });

  it('are negative where credits outweigh', async () => {
    await invoice('2026-01-02', '-1234.56');
    await invoice('2026-01-03', '0.01');
    expect(filled((await totals())[0])).toEqual(['2026-01: 2 × -1234.55']);
  });

  it('are of the caller’s account alone', async () => {
    await invoice('2026-01-02', '1');
    expect((await ask({}, await createAccount(running))).body).toEqual({ currencies: [] });
  });

  it.each(['0', '61', '-1', '1.5', 'all', ''])('refuse %j months', async (months) => {
    const answer = await ask({ months });
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual(['/months out_of_range']);
  });
});

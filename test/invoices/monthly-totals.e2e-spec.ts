import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { changeInvoice } from '../support/changes.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
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
    await changeInvoice(running, voided.id, { status: 'void' });
    expect((await totals()).map(({ currency }) => currency)).toEqual(['EUR']);
  });

  it('are exact where a float, and where 64 bits, would not be', async () => {
    const largest = { currency: 'USD' };
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      ids.push((await invoice('2026-01-02', '0.01', largest)).id);
    }
    for (const id of ids) await changeInvoice(running, id, { total_minor: 9_000_000_000_000_001n });
    await invoice('2026-01-02', '-0.02', largest);
    expect(filled((await totals())[0])).toEqual(['2026-01: 6 × 450000000000000.03']);
    for (const id of ids) {
      await changeInvoice(running, id, { total_minor: 4_000_000_000_000_000_001n });
    }
    expect(filled((await totals())[0])).toEqual(['2026-01: 6 × 200000000000000000.03']);
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

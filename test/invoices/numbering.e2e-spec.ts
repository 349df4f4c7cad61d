import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp, startAppOn } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { allNumbers, consecutive, parallel, post } from '../support/invoices.js';
import { expectProblem } from '../support/problem.js';

describe('invoice numbers', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  async function accountWithFormat(format: string): Promise<TestAccount> {
    const account = await createAccount(running);
    await request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', number_format: format })
      .expect(200);
    return account;
  }

  const numberOf = async (account: TestAccount, changes: Record<string, unknown> = {}) =>
    (await createInvoice(running.url, account, changes)).invoice_number;

  it('are 1 to 200 for 200 invoices at once', async () => {
    const account = await createAccount(running);
    const numbers = await parallel(200, () => numberOf(account));
    expect(numbers.sort()).toEqual(consecutive(200));
    expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(200));
  });

  it('are consecutive in each series and each account, whatever runs beside it', async () => {
    const [one, other] = await parallel(2, () => createAccount(running));
    if (one === undefined || other === undefined) throw new Error('There are two accounts.');
    await parallel(100, async (index) => {
      const series = ['default', 'SHOP', 'shop', 'A/1'][index % 4];
      const changes = series === 'default' ? {} : { series };
      const { series: answered } = await createInvoice(
        running.url,
        index % 5 ? one : other,
        changes,
      );
      expect(answered).toBe(series);
    });
    for (const [account, count] of [
      [one, 20],
      [other, 5],
    ] as const) {
      const expected = ['INV-', 'SHOP-', 'shop-', 'A/1-'].flatMap((prefix) =>
        consecutive(count, prefix),
      );
      expect((await allNumbers(running.url, account)).sort()).toEqual(expected.sort());
    }
  });

  it('start again at 1 in every year and month that the format names', async () => {
    const account = await accountWithFormat('{YYYY}-{MM}/{001}');
    const days = [
      '2026-01-31',
      '2026-02-01',
      '2026-01-01',
      '2025-12-31',
      '2026-02-28',
      '2025-01-01',
    ];
    const numbers: string[] = [];
    for (const date of days) numbers.push(await numberOf(account, { date }));
    expect(numbers).toEqual([
      '2026-01/001',
      '2026-02/001',
      '2026-01/002',
      '2025-12/001',
      '2026-02/002',
      '2025-01/001',
    ]);
  });

  it('are consecutive in each year for invoices of several years at once', async () => {
    const account = await accountWithFormat('{YYYY}-{0001}');
    await parallel(60, (index) => numberOf(account, { date: `${2024 + (index % 3)}-06-15` }));
    const expected = ['2024-', '2025-', '2026-'].flatMap((prefix) => consecutive(20, prefix));
    expect((await allNumbers(running.url, account)).sort()).toEqual(expected.sort());
  });

  it('go on after a change of the format', async () => {
    const account = await createAccount(running);
    expect(await numberOf(account)).toBe('INV-0001');
    await request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', number_format: 'R{1}' })
      .expect(200);
    expect(await numberOf(account)).toBe('R2');
  });

  it('of the caller do not advance the series, and a taken candidate is stepped over', async () => {
    const account = await createAccount(running);
    for (const own of ['INV-0002', 'INV-0003', 'X']) {
      const invoice = await createInvoice(running.url, account, { invoice_number: own });
      expect(invoice).toMatchObject({ invoice_number: own, series: null });
    }
    expect(await numberOf(account)).toBe('INV-0001');
    expect(await numberOf(account)).toBe('INV-0004');
    expect(await numberOf(account)).toBe('INV-0005');
  });

  it('of the caller go to exactly one of many invoices that ask for the same at once', async () => {
    const account = await createAccount(running);
    const answers = await parallel(20, () =>
      post(running.url, account, invoiceBody({ invoice_number: 'SAME-1' })),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(19);
    for (const answer of refused) expectProblem(answer, 409, 'invoice_number_taken');
    expect(await allNumbers(running.url, account)).toEqual(['SAME-1']);
  });

  it('of the caller that stand in the way of the series are stepped over at full load, too', async () => {
    const account = await createAccount(running);
    const own = ['INV-0003', 'INV-0007', 'INV-0008', 'INV-0020'];
    await parallel(44, (index) => {
      const number = own[index / 11];
      const changes = number === undefined ? {} : { invoice_number: number };
      return post(running.url, account, invoiceBody(changes));
    });
    const numbers = await allNumbers(running.url, account);
    expect(numbers.sort()).toEqual(expect.arrayContaining(consecutive(40)));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('have no gap where requests between them failed', async () => {
    const account = await createAccount(running);
    await createInvoice(running.url, account, { invoice_number: 'TAKEN' });
    const bodies = [
      invoiceBody(),
      invoiceBody({ invoice_number: 'TAKEN' }),
      invoiceBody({ line_items: [] }),
      invoiceBody({ expected_total: '1.00' }),
      invoiceBody({ notes: '\ue000' }),
    ];
    const answers = await parallel(50, (index) => post(running.url, account, bodies[index % 5]));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(10);
    expect(new Set(statuses)).toEqual(new Set([201, 409, 422]));
    const numbers = await allNumbers(running.url, account);
    expect(numbers.filter((number) => number !== 'TAKEN').sort()).toEqual(consecutive(10));
  });

  it('are consecutive for 200 invoices at once in two instances on one database', async () => {
    const other = await startAppOn(running.database);
    try {
      const account = await createAccount(running);
      await parallel(200, (index) => createInvoice(index % 2 ? other.url : running.url, account));
      expect((await allNumbers(other.url, account)).sort()).toEqual(consecutive(200));
    } finally {
      await other.close();
    }
  });
});

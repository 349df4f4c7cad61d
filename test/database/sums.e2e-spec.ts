import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, minorUnits } from '../../src/common/database/database.js';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';

/** 2^53 - 1 cents, the most that an invoice may come to. */
const largest = { quantity: 1, unit_price: '90071992547.40991', description: 'Largest' };
const largestMinor = 9_007_199_254_740_991n;

describe('sums in the database', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
    const lines = [
      { ...largest, quantity: 1000, unit_price: '90071992547.4099' },
      { ...largest, unit_price: '0.01' },
    ];
    for (const sign of [1, 1, 1, 1, 1, -1]) {
      const line_items = lines.map((line) => ({ ...line, quantity: sign * line.quantity }));
      const { total } = await createInvoice(running.url, account, { line_items });
      expect(total).toBe(`${sign < 0 ? '-' : ''}90071992547409.91`);
    }
  });
  afterAll(() => running.close());

  it('are exact beyond what a float can hold, read as text', async () => {
    const { read } = running.app.get(Database, { strict: false });
    const [row] = await read.select<Record<'sum' | 'owed' | 'least' | 'most', string>>(
      `SELECT CAST(SUM(total_minor) AS CHAR) AS sum, CAST(MIN(total_minor) AS CHAR) AS least,
              CAST(MAX(total_minor) AS CHAR) AS most,
              CAST(SUM(CASE WHEN total_minor > 0 THEN total_minor ELSE 0 END) AS CHAR) AS owed
       FROM invoices WHERE account_id = ?`,
      [account.id],
    );
    expect(row).toEqual({
      sum: String(4n * largestMinor),
      owed: String(5n * largestMinor),
      least: String(-largestMinor),
      most: String(largestMinor),
    });
  });

  it('are made of amounts that are exact one by one', async () => {
    const { read } = running.app.get(Database, { strict: false });
    const rows = await read.select<{ total_minor: string | number }>(
      'SELECT total_minor FROM invoices WHERE account_id = ? AND total_minor > 0',
      [account.id],
    );
    expect(rows.map((row) => minorUnits(row.total_minor))).toEqual(rows.map(() => largestMinor));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type SqlSession, type SqlValue } from '../../src/common/database/database.js';
import {
  type InvoiceFilter,
  InvoiceListRepository,
} from '../../src/invoices/invoice-list.repository.js';
import { MonthlyTotalsRepository } from '../../src/invoices/monthly-totals.repository.js';
import { RecipientsRepository } from '../../src/invoices/recipients.repository.js';
import { openTestDatabase } from '../support/sql.js';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.js';

interface Step {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

/** Passes statements on to a real database and keeps how SQLite would run each. */
class PlanningDatabase extends Database {
  readonly plans: Step[][] = [];

  constructor(private readonly real: Database) {
    super();
  }

  get read(): SqlSession {
    const { read } = this.real;
    const select = async <Row>(sql: string, parameters: readonly SqlValue[] = []) => {
      this.plans.push(await read.select<Step>(`EXPLAIN QUERY PLAN ${sql}`, parameters));
      return read.select<Row>(sql, parameters);
    };
    return { manager: read.manager, execute: read.execute.bind(read), select };
  }

  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.real.transaction(work);
  }
  ping(): Promise<void> {
    return this.real.ping();
  }
  close(): Promise<void> {
    return this.real.close();
  }
}

// The plans are SQLite's; on a server its statistics decide.
(onServer ? describe.skip : describe)('what is read of an account with many invoices', () => {
  let place: TestDatabase;
  let database: PlanningDatabase;

  beforeAll(async () => {
    place = await createTestDatabase();
    database = new PlanningDatabase(await openTestDatabase(place));
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  const firstPlan = async (work: () => Promise<unknown>): Promise<Step[]> => {
    database.plans.length = 0;
    await work();
    return database.plans[0] ?? [];
  };
  /** The steps that choose the invoices of a page, before anything of them is read. */
  async function choosing(filter: InvoiceFilter, before?: string): Promise<string[]> {
    const list = new InvoiceListRepository(database);
    const plan = await firstPlan(() => list.page('acc_1', filter, { before, limit: 21 }));
    const page = plan.find(({ detail }) => /^(CO-ROUTINE|MATERIALIZE) page$/.test(detail));
    return plan.filter(({ parent }) => parent === page?.id).map(({ detail }) => detail);
  }

  it.each<[string, InvoiceFilter, string, string]>([
    ['no filter', {}, 'ix_invoices_newest', 'account_id=?'],
    ['a currency', { currency: 'EUR' }, 'ix_invoices_currency', 'account_id=? AND currency=?'],
    ['a status', { status: 'void' }, 'ix_invoices_status', 'account_id=? AND status=?'],
    ['a customer', { customer: 'cus_1' }, 'ix_invoices_customer', 'account_id=? AND customer_id=?'],
  ])(
    'is one page and no more with %s, as an index holds it in its order',
    async (_, filter, index, by) => {
      expect(await choosing(filter)).toEqual([`SEARCH i USING COVERING INDEX ${index} (${by})`]);
      expect(await choosing(filter, 'inv_1')).toEqual([
        `SEARCH i USING COVERING INDEX ${index} (${by} AND id<?)`,
      ]);
    },
  );

  it.each<InvoiceFilter>([
    { from: '2026-01-01' },
    { to: '2026-01-31' },
    { from: '2026-01-01', to: '2026-01-31' },
    { from: '2026-01-01', currency: 'EUR', status: 'issued' },
  ])('is no row beside the page with %j, as the index has the dates', async (filter) => {
    const [step, ...others] = await choosing(filter);
    expect(others).toEqual([]);
    expect(step).toMatch(/^SEARCH i USING COVERING INDEX ix_invoices_newest \(account_id=\?/);
  });

  it('is only the account’s own part of an index for a search, without a sort', async () => {
    for (const filter of [{ q: 'acme' }, { recipient: 'acme' }]) {
      expect(await choosing(filter)).toEqual([
        'SEARCH i USING INDEX ix_invoices_newest (account_id=?)',
      ]);
    }
  });

  it('is no row at all for the monthly totals', async () => {
    const totals = new MonthlyTotalsRepository(database);
    const months = { firstMonth: '2025-02', lastMonth: '2026-01' };
    const plan = await firstPlan(() => totals.byDayAndCurrency('acc_1', months));
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH invoices USING COVERING INDEX ix_invoices_totals (account_id=? AND issue_date>? AND issue_date<?)',
    ]);
  });

  it('is the newest thousand for the recipients to pick from', async () => {
    const recipients = new RecipientsRepository(database);
    const plan = await firstPlan(() => recipients.latest('acc_1', 'nobody'));
    const details = plan.map(({ detail }) => detail);
    expect(details).toContain('SEARCH i USING INDEX ix_invoices_newest (account_id=?)');
    expect(details.filter((detail) => /^SCAN (i|invoices)\b/.test(detail))).toEqual([]);
  });
});

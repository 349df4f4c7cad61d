import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BatchWorkRepository } from '../../src/batches/batch-work.repository.js';
import {
  Database,
  type DatabaseLoad,
  type SqlSession,
  type SqlValue,
} from '../../src/common/database/database.js';
import { claimDue } from '../../src/common/queue/leases.js';
import { IdempotencyRepository } from '../../src/invoices/idempotency.repository.js';
import {
  type InvoiceFilter,
  InvoiceListRepository,
} from '../../src/invoices/invoice-list.repository.js';
import { MonthlyTotalsRepository } from '../../src/invoices/monthly-totals.repository.js';
import { RecipientsRepository } from '../../src/invoices/recipients.repository.js';
import { ScheduleWorkRepository } from '../../src/recurring/schedule-work.repository.js';
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
    const { manager } = read;
    return {
      manager,
      select,
      execute: read.execute.bind(read),
      increase: read.increase.bind(read),
    };
  }

  get load(): DatabaseLoad {
    return this.real.load;
  }

  get write(): Database['write'] {
    return this.real.write;
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

  it('is no invoice at all for the monthly totals', async () => {
    const totals = new MonthlyTotalsRepository(database);
    const months = { firstMonth: '2025-02', lastMonth: '2026-01' };
    const plan = await firstPlan(() => totals.byMonthAndCurrency('acc_1', months));
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH month_totals USING INDEX sqlite_autoindex_month_totals_1 (account_id=? AND month>? AND month<?)',
    ]);
  });

  it('is what is under way for the work on batches and schedules, whatever is done', async () => {
    const lease = {
      worker: 'w',
      now: '2026-01-19T10:00:00.000Z',
      until: '2026-01-19T10:01:00.000Z',
    };
    const batches = await firstPlan(() => new BatchWorkRepository(database).claim(lease));
    expect(batches.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        'SEARCH b USING INDEX ix_batches_turn (status=?)',
        'SEARCH earlier USING COVERING INDEX ix_batches_open (account_id=? AND status=? AND id<?)',
      ]),
    );
    const schedules = await firstPlan(() => new ScheduleWorkRepository(database).claim(lease));
    expect(schedules.map(({ detail }) => detail)).toContain(
      'SEARCH schedules USING INDEX ix_schedules_due (status=? AND due_at<?)',
    );
  });

  it('is what is due for mails and webhooks, whatever is sent', async () => {
    const lease = {
      worker: 'w',
      now: '2026-01-19T10:00:00.000Z',
      until: '2026-01-19T10:01:00.000Z',
    };
    for (const table of ['outbox', 'webhook_deliveries']) {
      const plan = await firstPlan(() => claimDue(database, table, lease, {}));
      expect(plan.map(({ detail }) => detail)).toEqual([
        `SEARCH ${table} USING INDEX ix_${table}_due (status=? AND due_at<?)`,
      ]);
    }
  });

  it('is what is too old for the expiry of Idempotency-Keys', async () => {
    const keys = new IdempotencyRepository(database);
    const plan = await firstPlan(() => keys.deletePartBefore('2026-01-19T10:00:00.000Z'));
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH idempotency_keys USING COVERING INDEX ix_idempotency_keys_created_at (created_at<?)',
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

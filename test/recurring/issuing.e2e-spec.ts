import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { createEntry } from '../support/catalog.js';
import { eventually } from '../support/eventually.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { allNumbers, consecutive, parallel } from '../support/invoices.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import {
  createSchedule,
  madeBy,
  occurrencesOf,
  postSchedule,
  readSchedule,
  scheduleBody,
  tell,
  wakeSchedules,
} from '../support/schedules.js';

/** Its total fits as long as nobody changes the currency of the account. */
const onlyInEuro = invoiceBody({ charges: [{ amount: '0.50', reason: 'Fee' }] });

describe('the invoices of a schedule', () => {
  let mail: MailServer;
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    mail = await startMailServer();
    running = await startApp({ SMTP_URL: mail.url, MAIL_FROM: 'invoices@finvo.example' });
  });
  afterAll(async () => {
    await running.close();
    await mail.close();
  });
  beforeEach(async () => {
    running.clock.set('2026-01-19T10:00:00.000Z');
    account = await createAccount(running);
  });

  const organization = (changes: Record<string, unknown>) =>
    request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', ...changes })
      .expect(200);
  const invoice = async (id: string | null) =>
    (
      await request(running.url)
        .get(`/v1/invoices/${id ?? ''}`)
        .set(account.bearer)
        .expect(200)
    ).body as Record<string, unknown>;
  /** Waits until the worker has looked at everything: a schedule that is due by then was issued. */
  const settled = async () => {
    const other = await createAccount(running);
    const { id } = await createSchedule(running, other, {
      start_date: running.clock.nowText().slice(0, 10),
    });
    await madeBy(running, other, { id, made: 1 });
  };
  const put = (id: string, changes: Record<string, unknown>) =>
    request(running.url).put(`/v1/schedules/${id}`).set(account.bearer).send(scheduleBody(changes));

  it('are issued from midnight on where the schedule lives, and no millisecond before', async () => {
    await organization({ time_zone: 'America/New_York' });
    const { id } = await createSchedule(running, account, { start_date: '2026-03-09' });
    running.clock.set('2026-03-09T03:59:59.999Z');
    await settled();
    expect(await occurrencesOf(running, account, id)).toEqual([]);
    running.clock.advanceMs(1);
    const [made] = await madeBy(running, account, { id, made: 1 });
    expect(made).toEqual({
      date: '2026-03-09',
      period_end: '2026-04-08',
      status: 'issued',
      invoice_id: expect.stringMatching(/^inv_/),
      invoice_number: 'INV-0001',
      problem: null,
    });
    expect(await invoice(made!.invoice_id)).toMatchObject({
      date: '2026-03-09',
      status: 'issued',
      source: 'api',
      total: '1500.00',
    });
    expect(await readSchedule(running, account, id)).toMatchObject({
      next_date: '2026-04-09',
      made: 1,
    });
  });

  it('are what the request says, with the words for their own period and terms from their own date', async () => {
    const request = invoiceBody({
      language: 'de',
      payment_terms_days: 14,
      notes: 'Leistung im {{month}}',
      line_items: [
        {
          description: 'Hosting {{period_start}} bis {{period_end}}',
          details: 'Rückblick: {{previous_month}}',
          quantity: 1,
          unit_price: '20.00',
        },
      ],
    });
    const { id } = await createSchedule(running, account, { invoice: request });
    running.clock.set('2026-02-28T09:00:00.000Z');
    const [second] = await madeBy(running, account, { id, made: 2 });
    expect(await invoice(second!.invoice_id)).toMatchObject({
      date: '2026-02-28',
      due_date: '2026-03-14',
      notes: 'Leistung im Februar 2026',
      line_items: [
        {
          description: 'Hosting 28. Februar 2026 bis 30. März 2026',
          details: 'Rückblick: Januar 2026',
        },
      ],
    });
  });

  it('are for the days of their own period where the request says one', async () => {
    const request = invoiceBody({ period: { start: '2020-01-01' } });
    const { id } = await createSchedule(running, account, { invoice: request });
    running.clock.set('2026-02-28T09:00:00.000Z');
    const [second] = await madeBy(running, account, { id, made: 2 });
    expect((await invoice(second!.invoice_id)).period).toEqual({
      start: '2026-02-28',
      end: '2026-03-30',
    });
  });

  it('that were missed for months are issued once each, in order, with their own dates', async () => {
    const { id } = await createSchedule(running, account, {
      frequency: 'week',
      start_date: '2026-01-26',
    });
    const other = await createSchedule(running, account, { name: 'Other', end_date: '2026-04-30' });
    running.clock.set('2026-09-30T12:00:00.000Z');
    const weekly = await madeBy(running, account, { id, made: 36 });
    const monthly = await madeBy(running, account, { id: other.id, made: 4 });
    expect(monthly.map(({ date }) => date).reverse()).toEqual([
      ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ]);
    const dates = weekly.map(({ date }) => date).reverse();
    expect([dates.length, dates[0], dates[35]]).toEqual([36, '2026-01-26', '2026-09-28']);
    for (const made of [weekly, monthly]) {
      const numbers = made.map((each) => each.invoice_number).reverse();
      expect(numbers).toEqual([...numbers].sort());
    }
    expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(40));
    for (const each of [weekly[0]!, weekly[20]!, monthly[2]!])
      expect((await invoice(each.invoice_id)).date).toBe(each.date);
    expect(await readSchedule(running, account, other.id)).toMatchObject({ status: 'ended' });
    expect(await readSchedule(running, account, id)).toMatchObject({ next_date: '2026-10-05' });
  });

  it('that are due already are issued when the schedule is made', async () => {
    const { id } = await createSchedule(running, account, { start_date: '2025-12-01' });
    const made = await madeBy(running, account, { id, made: 2 });
    expect(made.map(({ date }) => date)).toEqual(['2026-01-01', '2025-12-01']);
  });

  it('end with the last period', async () => {
    const { id } = await createSchedule(running, account, { occurrences: 2 });
    running.clock.set('2026-12-31T00:00:00.000Z');
    expect(await madeBy(running, account, { id, made: 2 })).toHaveLength(2);
    expect(await readSchedule(running, account, id)).toMatchObject({
      status: 'ended',
      next_date: null,
    });
    expect(await allNumbers(running.url, account)).toHaveLength(2);
  });

  it('are none while it is paused, none of the time of the pause, and none after its end', async () => {
    const { id } = await createSchedule(running, account);
    const ended = await createSchedule(running, account);
    await tell(running, account, `${id}/pause`);
    await tell(running, account, `${ended.id}/end`);
    running.clock.set('2026-03-15T00:00:00.000Z');
    await settled();
    expect(await allNumbers(running.url, account)).toEqual([]);
    await tell(running, account, `${id}/resume`);
    running.clock.set('2026-03-31T00:00:00.000Z');
    const made = await madeBy(running, account, { id, made: 1 });
    expect(made.map(({ date }) => date)).toEqual(['2026-03-31']);
    expect(await allNumbers(running.url, account)).toEqual(['INV-0001']);
  });

  it('follow a change from the next period on', async () => {
    const { id } = await createSchedule(running, account);
    running.clock.set('2026-01-31T00:00:00.000Z');
    await madeBy(running, account, { id, made: 1 });
    await put(id, { invoice: invoiceBody({ reference: 'new' }), frequency: 'quarter' }).expect(200);
    running.clock.set('2026-04-30T00:00:00.000Z');
    const [second, first] = await madeBy(running, account, { id, made: 2 });
    expect(second!.date).toBe('2026-04-30');
    expect((await invoice(second!.invoice_id)).reference).toBe('new');
    expect((await invoice(first!.invoice_id)).reference).toBeNull();
  });

  it('take numbers of their series between those of all others', async () => {
    await createInvoice(running.url, account, { invoice_number: 'RENT-0001' });
    const { id } = await createSchedule(running, account, {
      invoice: invoiceBody({ series: 'RENT' }),
    });
    running.clock.set('2026-01-31T00:00:00.000Z');
    const [made] = await madeBy(running, account, { id, made: 1 });
    expect(made!.invoice_number).toBe('RENT-0002');
  });

  it('are mailed to their recipient where the schedule says so, each once', async () => {
    const address = `${account.id}@example.com`.toLowerCase();
    const { id } = await createSchedule(running, account, {
      send_email: true,
      invoice: invoiceBody({ recipient: { name: 'Acme Corp', email: address } }),
    });
    running.clock.set('2026-02-28T00:00:00.000Z');
    const made = await madeBy(running, account, { id, made: 2 });
    const mails = await mail.mailsTo(address, 2);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Invoice INV-0001 from Example Ltd',
      'Invoice INV-0002 from Example Ltd',
    ]);
    const list = await request(running.url)
      .get(`/v1/invoices/${made[0]!.invoice_id!}/emails`)
      .set(account.bearer);
    expect(list.body.data).toMatchObject([{ to: [address] }]);
  });

  it('are mailed to the address that is stored of the customer, and refused without any', async () => {
    const email = `stored-${account.id}@example.com`.toLowerCase();
    const known = { external_id: 'crm-1' };
    const stored = await createEntry(running, account, 'customers', { ...known, email });
    const silent = await createEntry(running, account, 'customers');
    const mailed = (whom: Record<string, unknown>) => ({
      send_email: true,
      start_date: '2026-01-19',
      invoice: invoiceBody({ recipient: undefined, ...whom }),
    });
    for (const whom of [{ recipient: known }, { customer: stored.id }])
      await createSchedule(running, account, mailed(whom));
    expect(await mail.mailsTo(email, 2)).toHaveLength(2);
    for (const whom of [
      { customer: silent.id },
      { recipient: { ...known, email: null } },
      { recipient: { external_id: 'new', name: 'New' } },
    ]) {
      const refused = await postSchedule(running, account, scheduleBody(mailed(whom)));
      expect(faultsOf(refused)).toEqual(['/invoice/recipient/email required']);
    }
  });

  describe('of a period that has failed', () => {
    async function failing(): Promise<string> {
      await organization({ currency: 'EUR' });
      const { id } = await createSchedule(running, account, { invoice: onlyInEuro });
      await organization({ currency: 'JPY' });
      return id;
    }

    it('are none: it is shown with its problem, uses no number and stops nothing else', async () => {
      const id = await failing();
      const good = await createSchedule(running, account, { name: 'Good' });
      running.clock.set('2026-02-28T00:00:00.000Z');
      const failed = await madeBy(running, account, { id, made: 2 });
      const issued = await madeBy(running, account, { id: good.id, made: 2 });
      expect(failed.map(({ date, status }) => [date, status])).toEqual([
        ['2026-02-28', 'failed'],
        ['2026-01-31', 'failed'],
      ]);
      expect(failed[0]).toMatchObject({
        invoice_id: null,
        invoice_number: null,
        problem: {
          code: 'validation_failed',
          status: 422,
          request_id: id,
          errors: [{ pointer: '/invoice/charges/0/amount', code: 'too_many_decimals' }],
        },
      });
      expect(issued.map((each) => each.invoice_number)).toEqual(['INV-0002', 'INV-0001']);
      expect(await readSchedule(running, account, id)).toMatchObject({
        failed: 2,
        made: 2,
        status: 'active',
        next_date: '2026-03-31',
      });
    });

    it('are issued with its own date once it is mended and tried again, and only once', async () => {
      const id = await failing();
      running.clock.set('2026-01-31T00:00:00.000Z');
      await madeBy(running, account, { id, made: 1 });
      const retry = `${id}/occurrences/2026-01-31/retry`;
      const still = await tell(running, account, retry);
      expectProblem(still, 422, 'validation_failed');
      expect(faultsOf(still)).toEqual(['/invoice/charges/0/amount too_many_decimals']);
      const mended = invoiceBody({ notes: 'For {{month}}' });
      await put(id, { invoice: mended }).expect(200);
      running.clock.set('2026-02-10T00:00:00.000Z');
      const answers = await parallel(4, () => tell(running, account, retry));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      const { body } = answers.find(({ status }) => status === 200)!;
      expect(body).toMatchObject({ status: 'issued', invoice_number: 'INV-0001', problem: null });
      expect(await invoice(body.invoice_id as string)).toMatchObject({
        date: '2026-01-31',
        notes: 'For January 2026',
      });
      expectProblem(await tell(running, account, retry), 409, 'occurrence_not_failed');
      expect(await allNumbers(running.url, account)).toEqual(['INV-0001']);
      expect((await readSchedule(running, account, id)).failed).toBe(0);
    });

    it('are given up where it is skipped', async () => {
      const id = await failing();
      running.clock.set('2026-01-31T00:00:00.000Z');
      await madeBy(running, account, { id, made: 1 });
      const skip = `${id}/occurrences/2026-01-31/skip`;
      const { body } = await tell(running, account, skip);
      expect(body).toMatchObject({ status: 'skipped', problem: null, invoice_id: null });
      for (const what of ['skip', 'retry'])
        expectProblem(
          await tell(running, account, `${id}/occurrences/2026-01-31/${what}`),
          409,
          'occurrence_not_failed',
        );
      for (const date of ['2026-02-28', '2026-01-32', 'x', '%00'])
        expectProblem(
          await tell(running, account, `${id}/occurrences/${date}/retry`),
          404,
          'not_found',
        );
    });
  });

  it('go on though the key that made the schedule was revoked', async () => {
    running.clock.set('2026-01-30T20:00:00.000Z');
    account = await createAccount(running);
    const { id } = await createSchedule(running, account);
    await request(running.url)
      .post(`/dashboard/keys/${account.keyId}/revoke`)
      .set(account.session)
      .expect(204);
    running.clock.set('2026-01-31T00:00:00.000Z');
    wakeSchedules(running);
    await eventually(async () => {
      const list = await request(running.url)
        .get(`/dashboard/schedules/${id}/occurrences`)
        .set(account.session)
        .expect(200);
      return list.body.data.length === 1;
    });
  });

  it('are told page by page, newest first', async () => {
    const { id } = await createSchedule(running, account, { start_date: '2025-11-30' });
    await madeBy(running, account, { id, made: 2 });
    running.clock.set('2026-01-31T00:00:00.000Z');
    await madeBy(running, account, { id, made: 3 });
    const page = (query: Record<string, string>) =>
      request(running.url).get(`/v1/schedules/${id}/occurrences`).query(query).set(account.bearer);
    const first = await page({ limit: '2' });
    expect(first.body.has_more).toBe(true);
    const rest = await page({ limit: '2', cursor: first.body.next_cursor as string });
    const dates = [...first.body.data, ...rest.body.data].map(({ date }: { date: string }) => date);
    expect(dates).toEqual(['2026-01-30', '2025-12-30', '2025-11-30']);
    expect(rest.body).toMatchObject({ has_more: false, next_cursor: null });
  });
});

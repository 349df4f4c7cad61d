import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, invoiceBody, type TestAccount } from '../support/factories.js';
import { allNumbers } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import {
  createSchedule,
  madeBy,
  postSchedule,
  readSchedule,
  scheduleBody,
  tell,
} from '../support/schedules.js';
import { rowsOf, storedState } from '../support/tables.js';

describe('a schedule', () => {
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

  const doors = {
    '/v1/schedules': () => account.bearer,
    '/dashboard/schedules': () => account.session,
  };
  type Door = keyof typeof doors;
  const eachDoor = it.each(Object.keys(doors) as Door[]);
  const get = (path: string, door: Door = '/v1/schedules', query = {}) =>
    request(running.url)
      .get(door + path)
      .query(query)
      .set(doors[door]());
  const upcoming = async (id: string, limit = 12) => {
    const answer = await get(`/${id}/upcoming`, '/v1/schedules', { limit: String(limit) });
    return (answer.body.data as { date: string }[]).map(({ date }) => date);
  };

  eachDoor('is made, read, listed and deleted through %s', async (door) => {
    const body = scheduleBody({ end_date: '2026-12-31', interval: 2 });
    const made = await request(running.url).post(door).set(doors[door]()).send(body);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.stringMatching(/^sch_\w{22}$/),
      object: 'schedule',
      name: 'Hosting',
      status: 'active',
      recipient_name: 'Acme Corp',
      frequency: 'month',
      interval: 2,
      start_date: '2026-01-31',
      end_date: '2026-12-31',
      occurrences: null,
      send_email: false,
      time_zone: 'UTC',
      next_date: '2026-01-31',
      made: 0,
      failed: 0,
      created_at: running.clock.nowText(),
      invoice: invoiceBody(),
    });
    const id = made.body.id as string;
    expect(made.headers.location).toBe(`${door}/${id}`);
    expect((await get(`/${id}`, door)).body).toEqual(made.body);
    const { invoice: _, ...summary } = made.body as { invoice: unknown };
    const list = { data: [summary], has_more: false, next_cursor: null };
    expect((await get('', door)).body).toEqual(list);
    await request(running.url).delete(`${door}/${id}`).set(doors[door]()).expect(204);
    expectProblem(await get(`/${id}`, door), 404, 'not_found');
    expect(await allNumbers(running.url, account)).toEqual([]);
  });

  it('from 31 January on has the last day of each shorter month, and the 31st again', async () => {
    const { id } = await createSchedule(running, account);
    expect(await upcoming(id, 4)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
    const { body } = await get(`/${id}/upcoming`);
    expect(body.data).toHaveLength(12);
    expect(body.data[1]).toEqual({ date: '2026-02-28', period_end: '2026-03-30' });
  });

  it.each([
    ['day', 10, ['2026-01-31', '2026-02-10', '2026-02-20']],
    ['week', 2, ['2026-01-31', '2026-02-14', '2026-02-28']],
    ['quarter', 1, ['2026-01-31', '2026-04-30', '2026-07-31']],
    ['year', 1, ['2026-01-31', '2027-01-31', '2028-01-31']],
  ])('comes by the %s', async (frequency, interval, dates) => {
    const { id } = await createSchedule(running, account, { frequency, interval, occurrences: 3 });
    expect(await upcoming(id)).toEqual(dates);
  });

  it('tells every fault at once, those of the invoice by their place in it, and stores nothing', async () => {
    const before = await storedState(running);
    const answer = await postSchedule(running, account, {
      name: '',
      nmae: 'x',
      frequency: 'monthly',
      interval: 0,
      start_date: '2026-02-31',
      end_date: '2026-01-01',
      occurrences: 3,
      invoice: invoiceBody({
        invoice_number: 'X-1',
        date: '2026-01-01',
        due_date: '2026-02-01',
        curency: 'EUR',
        notes: 'for {{mounth}}',
        line_items: [{ description: 'X', quantity: 'two', unit_price: 1 }],
      }),
    });
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort()).toEqual([
      '/frequency not_a_choice',
      '/interval out_of_range',
      '/invoice/curency unknown_field',
      '/invoice/date set_by_schedule',
      '/invoice/due_date set_by_schedule',
      '/invoice/invoice_number set_by_schedule',
      '/invoice/line_items/0/quantity not_a_number',
      '/invoice/notes unknown_placeholder',
      '/name required',
      '/nmae unknown_field',
      '/occurrences end_date_or_occurrences',
      '/start_date no_such_day',
    ]);
    expect(await storedState(running)).toEqual(before);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an end before its start', { end_date: '2026-01-30' }, '/end_date end_before_start'],
    ['no invoice', { invoice: undefined }, '/invoice required'],
    ['a list for an invoice', { invoice: [] }, '/invoice wrong_type'],
    ['null for an invoice', { invoice: null }, '/invoice wrong_type'],
    [
      'an invoice without a recipient',
      { invoice: { line_items: [] } },
      '/invoice/recipient required',
    ],
    [
      'a wrong total',
      { invoice: invoiceBody({ expected_total: '1.00' }) },
      '/invoice/expected_total total_mismatch',
    ],
    ['too long a past', { start_date: '2025-01-19' }, '/start_date too_many_due'],
    ['no periods', { occurrences: 0 }, '/occurrences out_of_range'],
    ['an hourly rhythm', { frequency: 'hour' }, '/frequency not_a_choice'],
    [
      'a mail to nobody',
      { send_email: true, invoice: invoiceBody({ recipient: { name: 'A' } }) },
      '/invoice/recipient/email required',
    ],
  ])('is refused with %s', async (_, changes, fault) => {
    const answer = await postSchedule(running, account, scheduleBody(changes));
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toContain(fault);
  });

  it.each([['text'], [7], [null], [[]]])('is refused where the body is %p', async (body) => {
    const answer = await request(running.url)
      .post('/v1/schedules')
      .set({ ...account.bearer, 'content-type': 'application/json' })
      .send(JSON.stringify(body));
    expectProblem(answer, 422, 'validation_failed');
  });

  it('is not made where each invoice is to be mailed and nothing can be', async () => {
    expectProblem(
      await postSchedule(running, account, scheduleBody({ send_email: true })),
      409,
      'mail_off',
    );
    expect(await rowsOf(running, 'schedules')).not.toContainEqual(
      expect.objectContaining({ account_id: account.id }),
    );
  });

  it('lives in the time zone that the organization had when it was made', async () => {
    const zone = (time_zone: string) =>
      request(running.url)
        .put('/dashboard/organization')
        .set(account.session)
        .send({ name: 'Example Ltd', time_zone })
        .expect(200);
    await zone('Asia/Tokyo');
    const { id } = await createSchedule(running, account);
    await zone('America/New_York');
    expect(await readSchedule(running, account, id)).toMatchObject({ time_zone: 'Asia/Tokyo' });
    const stored = (await rowsOf(running, 'schedules')).find((row) => row.id === id);
    expect(stored?.due_at).toBe('2026-01-30T15:00:00.000Z');
  });

  eachDoor('shows at %s what it would do before it is made', async (door) => {
    const before = await storedState(running);
    const invoice = invoiceBody({ notes: 'For {{month}}', series: 'RENT', language: 'de' });
    const answer = await request(running.url)
      .post(`${door}/preview`)
      .set(doors[door]())
      .send(scheduleBody({ invoice, start_date: '2025-12-31' }));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      time_zone: 'UTC',
      due_now: 1,
      invoice: { date: '2025-12-31', notes: 'For Dezember 2025', total: '1500.00', series: 'RENT' },
    });
    expect(answer.body.upcoming).toHaveLength(12);
    expect(answer.body.upcoming[1]).toEqual({ date: '2026-01-31', period_end: '2026-02-27' });
    expect(await storedState(running)).toEqual(before);
  });

  it('is made once per Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'same' };
    const first = await postSchedule(running, account, scheduleBody(), headers);
    const [again, other] = [
      await postSchedule(running, account, scheduleBody(), headers),
      await postSchedule(running, account, scheduleBody({ name: 'Other' }), headers),
    ];
    expect(again.status).toBe(201);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
    expectProblem(other, 422, 'idempotency_key_reused');
    expect((await get('')).body.data).toHaveLength(1);
    // Months later the start would be too long ago for a new one.
    running.clock.set('2028-01-19T10:00:00.000Z');
    expect((await postSchedule(running, account, scheduleBody(), headers)).status).toBe(201);
  });

  it('is listed by pages and by status, newest first', async () => {
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three']) {
      running.clock.advanceMs(1);
      ids.push((await createSchedule(running, account, { name })).id);
    }
    await tell(running, account, `${ids[1]!}/pause`);
    const idsOf = ({ body }: Response) => (body.data as { id: string }[]).map(({ id }) => id);
    const page = await get('', '/v1/schedules', { limit: '2' });
    expect(idsOf(page)).toEqual([ids[2], ids[1]]);
    const rest = await get('', '/v1/schedules', { limit: '2', cursor: page.body.next_cursor });
    expect(rest.body).toMatchObject({ data: [{ id: ids[0] }], has_more: false });
    const paused = await get('', '/v1/schedules', { status: 'paused' });
    expect(idsOf(paused)).toEqual([ids[1]]);
    for (const query of [{ limit: '0' }, { status: 'x' }, { cursor: 'x' }, { x: '1' }])
      expectProblem(await get('', '/v1/schedules', query), 422, 'validation_failed');
  });

  it('is paused and resumed, and what was missed meanwhile is skipped', async () => {
    const { id } = await createSchedule(running, account, { occurrences: 3 });
    const paused = await tell(running, account, `${id}/pause`);
    expect(paused.body).toMatchObject({ status: 'paused', next_date: null });
    expect((await tell(running, account, `${id}/pause`)).body).toEqual(paused.body);
    running.clock.set('2026-04-02T00:00:00.000Z');
    expect(await upcoming(id)).toEqual(['2026-04-30', '2026-05-31', '2026-06-30']);
    const resumed = await tell(running, account, `${id}/resume`);
    expect(resumed.body).toMatchObject({ status: 'active', next_date: '2026-04-30', made: 0 });
    expect((await tell(running, account, `${id}/resume`)).body).toEqual(resumed.body);
    expect(await upcoming(id)).toEqual(['2026-04-30', '2026-05-31', '2026-06-30']);
  });

  it('ends with its pause where no period is left', async () => {
    const { id } = await createSchedule(running, account, { end_date: '2026-03-31' });
    await tell(running, account, `${id}/pause`);
    running.clock.set('2026-04-01T00:00:00.000Z');
    const { body } = await tell(running, account, `${id}/resume`);
    expect(body).toMatchObject({ status: 'ended', next_date: null, made: 0 });
  });

  it('that has ended never begins again', async () => {
    const { id } = await createSchedule(running, account);
    const ended = await tell(running, account, `${id}/end`);
    expect(ended.body).toMatchObject({ status: 'ended', next_date: null });
    expect((await tell(running, account, `${id}/end`)).body).toEqual(ended.body);
    expect(await upcoming(id)).toEqual([]);
    for (const what of ['pause', 'resume'])
      expectProblem(await tell(running, account, `${id}/${what}`), 409, 'schedule_ended');
    const put = request(running.url).put(`/v1/schedules/${id}`).set(account.bearer);
    expectProblem(await put.send(scheduleBody()), 409, 'schedule_ended');
  });

  eachDoor('is changed through %s from its next period on', async (door) => {
    const { id } = await createSchedule(running, account);
    const put = (changes: Record<string, unknown>) =>
      request(running.url).put(`${door}/${id}`).set(doors[door]()).send(scheduleBody(changes));
    const quarterly = await put({ frequency: 'quarter', name: 'Rent' });
    expect(quarterly.body).toMatchObject({ name: 'Rent', next_date: '2026-01-31' });
    expect(await upcoming(id, 2)).toEqual(['2026-01-31', '2026-04-30']);
    const later = await put({ start_date: '2026-06-15', occurrences: 2 });
    expect(later.body).toMatchObject({ next_date: '2026-06-15', occurrences: 2 });
    expect(await upcoming(id)).toEqual(['2026-06-15', '2026-07-15']);
    const wrong = await put({ invoice: invoiceBody({ line_items: [] }) });
    expect(faultsOf(wrong)).toEqual(['/invoice/line_items too_few']);
    expect(faultsOf(await put({ start_date: '2024-01-01' }))).toEqual(['/start_date too_many_due']);
    expect(await readSchedule(running, account, id)).toEqual(later.body);
  });

  it('is changed however long ago it began, and not to an end that leaves no period', async () => {
    const { id } = await createSchedule(running, account, { start_date: '2025-03-01' });
    await madeBy(running, account, { id, made: 11 });
    running.clock.set('2028-01-19T10:00:00.000Z');
    await madeBy(running, account, { id, made: 35 });
    const put = (changes: Record<string, unknown>) =>
      request(running.url)
        .put(`/v1/schedules/${id}`)
        .set(account.bearer)
        .send(scheduleBody({ start_date: '2025-03-01', ...changes }));
    expect((await put({ name: 'Rent' })).body).toMatchObject({ next_date: '2028-02-01', made: 35 });
    expect(faultsOf(await put({ end_date: '2028-01-31' }))).toEqual(['/end_date no_date_left']);
    expect(faultsOf(await put({ occurrences: 35 }))).toEqual(['/occurrences no_date_left']);
    expect((await put({ occurrences: 36 })).body).toMatchObject({ status: 'active' });
  });

  it('leaves a line in the audit log for each change that was one', async () => {
    const { id } = await createSchedule(running, account);
    for (const what of ['pause', 'pause', 'resume', 'resume', 'end', 'end'])
      await tell(running, account, `${id}/${what}`);
    await request(running.url).delete(`/v1/schedules/${id}`).set(account.bearer).expect(204);
    const lines = (await rowsOf(running, 'audit_log')).filter((row) => row.target_id === id);
    expect(lines.map(({ kind }) => kind).sort()).toEqual([
      ...['schedule_added', 'schedule_ended', 'schedule_paused', 'schedule_removed'],
      'schedule_resumed',
    ]);
    for (const { details } of lines)
      expect(JSON.parse(details as string)).toEqual({ name: 'Hosting' });
  });
});

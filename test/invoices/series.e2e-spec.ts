import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { consecutive, getPdf, parallel } from '../support/invoices.js';
import { expectProblem } from '../support/problem.js';

interface Place {
  readonly sequence: number;
  readonly number: string;
  readonly pdf_sha256: string | null;
}
interface PeriodReport {
  readonly period: string;
  readonly chain_head: string;
  readonly gaps: unknown[];
}

describe('the report on a number series', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  const get = (account: TestAccount, path: string) =>
    request(running.url).get(`/v1/series${path}`).set(account.bearer);
  const reportOf = async (account: TestAccount, path = '/default/report') =>
    (await get(account, path).expect(200)).body as { complete: boolean; periods: PeriodReport[] };
  const onlyPeriod = async (account: TestAccount) => (await reportOf(account)).periods[0];
  const invoices = (account: TestAccount, count: number, changes = {}) =>
    parallel(count, () => createInvoice(running.url, account, changes));
  const tamper = (sql: string, parameters: string[]) =>
    running.app.get(Database).transaction((session) => session.execute(sql, parameters));

  it('proves that fifty invoices at once left no gap and no duplicate', async () => {
    const account = await createAccount(running);
    await invoices(account, 50);
    const report = await reportOf(account);
    expect(report).toMatchObject({ object: 'series_report', series: 'default', complete: true });
    expect(report.periods).toEqual([
      {
        period: '',
        first_number: 'INV-0001',
        last_number: 'INV-0050',
        issued: 50,
        void: 0,
        next_sequence: 51,
        gaps: [],
        duplicates: [],
        stepped_over: [],
        pdfs_pending: 0,
        chain_head: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('is sealed by a chain that anybody calculates again from the numbers and the PDFs', async () => {
    const account = await createAccount(running);
    const made = await invoices(account, 5);
    const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
    const head = (await onlyPeriod(account))?.chain_head;
    const { body } = await get(account, '/default/numbers?limit=1000').expect(200);
    const places = body.data as (Place & { invoice_id: string })[];
    expect(places.map(({ number }) => number)).toEqual(consecutive(made.length));
    let link = sha256('finvo-series-1\ndefault\n');
    for (const { sequence, number, invoice_id: id } of places) {
      const pdf = (await getPdf(running.url, account, id)).body;
      link = sha256(`${link}\n${sequence}\n${number}\n${sha256(pdf)}`);
    }
    expect(link).toBe(head);
  });

  it('names the place of an invoice that was taken out of the database, under another seal', async () => {
    const account = await createAccount(running);
    await invoices(account, 4);
    const before = await onlyPeriod(account);
    const changed = await tamper('DELETE FROM invoices WHERE account_id = ? AND number = ?', [
      account.id,
      'INV-0002',
    ]);
    expect(changed).toBe(1);
    const report = await reportOf(account);
    expect(report.complete).toBe(false);
    expect(report.periods[0]?.gaps).toEqual([{ from_sequence: 2, to_sequence: 2 }]);
    expect(report.periods[0]?.chain_head).not.toBe(before?.chain_head);
  });

  it('has another seal where a number or a PDF was changed', async () => {
    const account = await createAccount(running);
    await invoices(account, 3);
    const heads = [(await onlyPeriod(account))?.chain_head];
    await tamper("UPDATE invoices SET number = 'INV-9' WHERE account_id = ? AND number = ?", [
      account.id,
      'INV-0002',
    ]);
    heads.push((await onlyPeriod(account))?.chain_head);
    await tamper('UPDATE documents SET sha256 = ? WHERE account_id = ?', [
      'f'.repeat(64),
      account.id,
    ]);
    heads.push((await onlyPeriod(account))?.chain_head);
    expect(new Set(heads).size).toBe(3);
  });

  it('the database refuses a place that is taken already', async () => {
    const account = await createAccount(running);
    await invoices(account, 2);
    await expect(
      tamper('UPDATE invoices SET series_sequence = 1 WHERE account_id = ? AND number = ?', [
        account.id,
        'INV-0002',
      ]),
    ).rejects.toThrow();
  });

  it('explains a place whose number was an invoice’s own number already', async () => {
    const account = await createAccount(running);
    await createInvoice(running.url, account, { invoice_number: 'INV-0002' });
    await invoices(account, 3);
    const { complete, periods } = await reportOf(account);
    expect(complete).toBe(true);
    expect(periods[0]).toMatchObject({
      issued: 3,
      last_number: 'INV-0004',
      stepped_over: [{ sequence: 2, number: 'INV-0002' }],
    });
    const { body } = await get(account, '/default/numbers?after=1&limit=2').expect(200);
    expect(body).toMatchObject({
      data: [
        { sequence: 2, number: 'INV-0002', status: 'stepped_over', invoice_id: null },
        { sequence: 3, number: 'INV-0003', status: 'issued' },
      ],
      has_more: true,
      next_after: 3,
    });
  });

  it('reports each year for itself, and a series with a slash in its name', async () => {
    const account = await createAccount(running);
    await request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', number_format: '{YYYY}-{001}' })
      .expect(200);
    await createInvoice(running.url, account, { date: '2025-12-31' });
    await invoices(account, 2, { date: '2026-01-01' });
    await createInvoice(running.url, account, { series: 'A/1' });
    const { periods } = await reportOf(account);
    expect(periods.map(({ period }) => period)).toEqual(['2025', '2026']);
    const one = await reportOf(account, '/default/report?period=2026');
    expect(one.periods).toMatchObject([{ period: '2026', issued: 2, last_number: '2026-002' }]);
    expect((await reportOf(account, '/A%2F1/report')).periods).toMatchObject([{ issued: 1 }]);
    const { body } = await get(account, '').expect(200);
    expect(body.data).toEqual([
      { series: 'A/1', period: '', next_sequence: 2 },
      { series: 'default', period: '2025', next_sequence: 2 },
      { series: 'default', period: '2026', next_sequence: 3 },
    ]);
  });

  it('is a PDF as well, with the same seal', async () => {
    const account = await createAccount(running);
    await invoices(account, 2);
    const head = (await onlyPeriod(account))?.chain_head ?? '';
    const answer = await get(account, '/default/report')
      .set('accept', 'application/pdf')
      .responseType('blob')
      .expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const text = (await textOf(answer.body as Buffer)).replaceAll(/\s+/g, '');
    expect(text).toContain('Nogapsandnoduplicates');
    expect(text).toContain(head);
  });

  it('is found through the dashboard’s door, and not by another account', async () => {
    const [account, other] = await parallel(2, () => createAccount(running));
    if (account === undefined || other === undefined) throw new Error('There are two accounts.');
    await invoices(account, 1);
    await request(running.url)
      .get('/dashboard/series/default/report')
      .set(account.session)
      .expect(200);
    expectProblem(await get(other, '/default/report'), 404, 'not_found');
    expectProblem(await get(other, '/default/numbers'), 404, 'not_found');
    expectProblem(await get(account, '/nothing/report'), 404, 'not_found');
    expectProblem(await get(account, '/default/report?period=1999'), 404, 'not_found');
  });
});

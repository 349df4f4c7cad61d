import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { changeInvoice, copyInvoice } from '../support/changes.js';
import { download, recordsOf } from '../support/downloads.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { expectProblem, faultsOf } from '../support/problem.js';

type Query = Record<string, string>;

describe('the CSV of invoices', () => {
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

  const csv = (query: Query = {}) => download(running.url, account, 'invoice-export/csv', query);
  const invoice = (changes: Record<string, unknown> = {}) => {
    running.clock.advanceMs(1_000);
    return createInvoice(running.url, account, changes);
  };
  /** The rows as objects by the names of the header. */
  async function rows(query: Query = {}): Promise<Record<string, string>[]> {
    const [names = [], ...records] = recordsOf((await csv(query)).bytes);
    return records.map((record) =>
      Object.fromEntries(names.map((name, at) => [name, record[at] ?? ''])),
    );
  }
  const numbers = async (query: Query = {}) =>
    (await rows(query)).map((row) => row['invoice_number']);

  it('has a row for each invoice, newest first, as the API answers it', async () => {
    await invoice();
    const stored = await invoice({
      date: '2026-01-02',
      due_date: '2026-02-01',
      currency: 'EUR',
      recipient: {
        name: 'Müller "& Söhne", 株式会社',
        email: 'rechnung@example.com',
        tax_id: 'DE123456789',
        address: { country: 'DE' },
      },
      line_items: [{ description: 'x', quantity: 2, unit_price: '100', tax_rate: 19 }],
      discounts: [{ amount: '10' }],
      charges: [{ amount: '4.5' }],
      reference: 'PO, 1',
    });
    const [first, second, ...others] = await rows();
    expect(first).toEqual({
      invoice_number: 'INV-0002',
      type: 'invoice',
      status: 'issued',
      date: '2026-01-02',
      due_date: '2026-02-01',
      currency: 'EUR',
      recipient_name: 'Müller "& Söhne", 株式会社',
      recipient_email: 'rechnung@example.com',
      recipient_country: 'DE',
      recipient_tax_id: 'DE123456789',
      subtotal: '200.00',
      discount_total: '10.00',
      charge_total: '4.50',
      tax_total: stored['tax_total'],
      total: stored['total'],
      withholding_total: '0.00',
      rounding_amount: '0.00',
      amount_due: stored['total'],
      reference: 'PO, 1',
      source: 'api',
      id: stored.id,
      created_at: stored['created_at'],
    });
    expect(second).toMatchObject({ invoice_number: 'INV-0001', due_date: '', total: '1500.00' });
    expect(others).toEqual([]);
  });

  it('is UTF-8 with a byte order mark, lines end in CR LF, and it is a file with a name', async () => {
    await invoice();
    const { type, disposition, bytes } = await csv();
    expect(type).toBe('text/csv; charset=utf-8');
    expect(disposition).toBe('attachment; filename="invoices-2026-01-19.csv"');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(
      bytes
        .toString()
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true);
  });

  it('is named by its dates, and by today in the organization’s time zone', async () => {
    const name = async (query: Query) => (await csv(query)).disposition;
    const range = { from: '2026-01-01', to: '2026-01-31' };
    expect(await name(range)).toContain('"invoices-2026-01-01-2026-01-31.csv"');
    running.clock.set('2026-01-19T23:30:00.000Z');
    account = await createAccount(running);
    await request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', time_zone: 'Pacific/Auckland' })
      .expect(200);
    expect(await name({ from: '2025-12-01' })).toContain('"invoices-2025-12-01-2026-01-20.csv"');
  });

  it('has the header row alone for an account without invoices', async () => {
    const { bytes } = await csv();
    expect(recordsOf(bytes)).toHaveLength(1);
    expect(recordsOf(bytes)[0]?.slice(0, 3)).toEqual(['invoice_number', 'type', 'status']);
  });

  it('takes the filters of the list', async () => {
    await invoice({ invoice_number: 'A', currency: 'EUR', date: '2026-01-01' });
    await invoice({ invoice_number: 'B', date: '2026-01-31', recipient: { name: 'Other' } });
    const { id } = await invoice({ invoice_number: 'C', date: '2026-02-01' });
    await changeInvoice(running, id, { status: 'void' });
    expect(await numbers({ currency: 'EUR' })).toEqual(['A']);
    expect(await numbers({ from: '2026-01-15', to: '2026-01-31' })).toEqual(['B']);
    expect(await numbers({ status: 'void' })).toEqual(['C']);
    expect(await numbers({ recipient: 'OTHER' })).toEqual(['B']);
    expect(await numbers({ number: 'A' })).toEqual(['A']);
    expect(await numbers({ q: 'acme' })).toEqual(['C', 'A']);
  });

  it('refuses what the list refuses, and its paging, which makes no sense here', async () => {
    const query = { currency: 'eur', from: 'x', limit: '5', cursor: 'y' };
    const answer = await request(running.url)
      .get('/dashboard/invoice-export/csv')
      .set(account.session)
      .query(query);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort()).toEqual([
      '/currency unknown_currency',
      '/cursor unknown_field',
      '/from wrong_format',
      '/limit unknown_field',
    ]);
    expect(answer.headers['content-disposition']).toBeUndefined();
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '＝1+1', '=HYPERLINK("http://x.example";"y")'])(
    'never lets a spreadsheet run %j as a formula',
    async (text) => {
      await invoice({
        invoice_number: text.trim(),
        reference: text,
        recipient: { name: text, tax_id: text },
      });
      const [row] = await rows();
      expect(row?.['invoice_number']).toBe(`'${text.trim()}`);
      for (const column of ['reference', 'recipient_name', 'recipient_tax_id']) {
        expect(row?.[column]).toBe(`'${text}`);
      }
    },
  );

  it('guards a mail address as well', async () => {
    await invoice({ recipient: { name: 'x', email: '=cmd@example.com' } });
    expect((await rows())[0]?.['recipient_email']).toBe("'=cmd@example.com");
  });

  it('keeps negative amounts figures', async () => {
    await invoice({ line_items: [{ description: 'x', quantity: -1, unit_price: '12.34' }] });
    expect((await rows())[0]).toMatchObject({ subtotal: '-12.34', total: '-12.34' });
  });

  it('is complete over many pages, each invoice once', async () => {
    const { id } = await invoice();
    await copyInvoice(running, id, 650);
    const all = await rows();
    expect(all).toHaveLength(651);
    expect(new Set(all.map((row) => row['id'])).size).toBe(651);
    expect(all.map((row) => row['id'])).toEqual(
      all
        .map((row) => row['id'])
        .sort()
        .reverse(),
    );
  });

  it('never has an invoice of another account', async () => {
    const other = await createAccount(running);
    await createInvoice(running.url, other, { invoice_number: 'SECRET-1' });
    await invoice();
    expect(await numbers()).toEqual(['INV-0001']);
    expect(await numbers({ number: 'SECRET-1' })).toEqual([]);
  });

  it('answers HEAD with the header fields alone', async () => {
    await invoice();
    const answer = await request(running.url)
      .head('/dashboard/invoice-export/csv')
      .set(account.session)
      .expect(200);
    expect(answer.headers['content-disposition']).toContain('.csv');
    expect(answer.text).toBeUndefined();
  });
});

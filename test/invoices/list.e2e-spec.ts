import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { expectProblem, faultsOf } from '../support/problem.js';

type Query = Record<string, string>;

describe('the list of invoices', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  const list = ({ bearer }: TestAccount, query: Query = {}) =>
    request(running.url).get('/v1/invoices').set(bearer).query(query);

  async function numbers(account: TestAccount, query: Query = {}): Promise<string[]> {
    const answer = await list(account, query).expect(200);
    return (answer.body.data as { invoice_number: string }[]).map((each) => each.invoice_number);
  }

  /** An account with one invoice for each of the changes, made a second apart. */
  async function accountWith(...invoices: Record<string, unknown>[]): Promise<TestAccount> {
    const account = await createAccount(running);
    for (const changes of invoices) {
      running.clock.advanceMs(1_000);
      await createInvoice(running.url, account, changes);
    }
    return account;
  }

  const named = (name: string, number: string) => ({ recipient: { name }, invoice_number: number });

  it('is empty, with no next page, for a new account', async () => {
    const answer = await list(await accountWith()).expect(200);
    expect(answer.body).toEqual({ data: [], has_more: false, next_cursor: null });
  });

  it('holds what each invoice answers but for its lines and the list of its credit notes', async () => {
    const account = await accountWith();
    const taxed = { line_items: [{ description: 'x', quantity: 1, unit_price: 10, tax_rate: 19 }] };
    const invoice = await createInvoice(running.url, account, taxed);
    const { line_items: _lines, credit_notes: _notes, ...head } = invoice;
    const answer = await list(account).expect(200);
    expect(answer.body.data).toEqual([head]);
  });

  it('is newest first, twenty to a page', async () => {
    const account = await accountWith(...Array.from({ length: 23 }, () => ({})));
    const first = await list(account).expect(200);
    expect(first.body.data).toHaveLength(20);
    expect(first.body.data[0].invoice_number).toBe('INV-0023');
    expect(first.body.has_more).toBe(true);
    const cursor = first.body.next_cursor as string;
    const second = await list(account, { cursor }).expect(200);
    expect(second.body).toMatchObject({ has_more: false, next_cursor: null });
    expect(await numbers(account, { cursor })).toEqual(['INV-0003', 'INV-0002', 'INV-0001']);
  });

  it('shows each invoice once to a reader who pages while new ones come in', async () => {
    const account = await accountWith(...Array.from({ length: 12 }, () => ({})));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Query = { limit: '3', ...(cursor !== null && { cursor }) };
      const page = await list(account, query).expect(200);
      seen.push(...(page.body.data as { invoice_number: string }[]).map((i) => i.invoice_number));
      cursor = page.body.next_cursor as string | null;
      running.clock.advanceMs(1_000);
      await createInvoice(running.url, account);
    } while (cursor !== null);
    expect(seen).toEqual(
      Array.from({ length: 12 }, (_, at) => `INV-${String(12 - at).padStart(4, '0')}`),
    );
  });

  it('shows invoices of the same millisecond once each, too', async () => {
    const account = await createAccount(running);
    for (let count = 0; count < 7; count += 1) await createInvoice(running.url, account);
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 4; page += 1) {
      const answer = await list(account, { limit: '2', ...(cursor && { cursor }) }).expect(200);
      seen.push(...(answer.body.data as { id: string }[]).map(({ id }) => id));
      cursor = (answer.body.next_cursor as string | null) ?? '';
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('can be narrowed by currency, date, number and status', async () => {
    const account = await accountWith(
      { invoice_number: 'A', currency: 'EUR', date: '2026-01-01' },
      { invoice_number: 'B', currency: 'USD', date: '2026-01-31' },
      { invoice_number: 'C', currency: 'EUR', date: '2026-02-01' },
      { invoice_number: 'a', currency: 'JPY', date: '2025-12-31' },
    );
    expect(await numbers(account, { currency: 'EUR' })).toEqual(['C', 'A']);
    expect(await numbers(account, { from: '2026-01-01', to: '2026-01-31' })).toEqual(['B', 'A']);
    expect(await numbers(account, { from: '2026-02-01' })).toEqual(['C']);
    expect(await numbers(account, { to: '2025-12-31' })).toEqual(['a']);
    expect(await numbers(account, { number: 'A' })).toEqual(['A']);
    expect(await numbers(account, { number: 'A%' })).toEqual([]);
    expect(await numbers(account, { status: 'issued' })).toHaveLength(4);
    expect(await numbers(account, { status: 'void' })).toEqual([]);
    expect(await numbers(account, { currency: 'EUR', from: '2026-01-15', q: 'acme' })).toEqual([
      'C',
    ]);
  });

  it('finds parts of recipient, mail address, number and reference in any case', async () => {
    const account = await accountWith(
      { ...named('ÄPFEL & Öl GmbH', 'R-1'), reference: 'PO-77' },
      {
        recipient: { name: 'İstanbul Ticaret', email: 'Muhasebe@Ornek.example' },
        invoice_number: 'R-2',
      },
      named('ΟΔΟΣ Ακαδημίας', 'R-3'),
    );
    expect(await numbers(account, { recipient: 'äpfel' })).toEqual(['R-1']);
    expect(await numbers(account, { recipient: 'ÖL gmbh' })).toEqual(['R-1']);
    expect(await numbers(account, { recipient: 'muhasebe@ORNEK' })).toEqual(['R-2']);
    expect(await numbers(account, { recipient: 'istanbul' })).toEqual(['R-2']);
    expect(await numbers(account, { q: 'İSTANBUL' })).toEqual(['R-2']);
    expect(await numbers(account, { recipient: 'οδος' })).toEqual(['R-3']);
    expect(await numbers(account, { recipient: 'ΔΟΣ' })).toEqual(['R-3']);
    expect(await numbers(account, { q: 'po-77' })).toEqual(['R-1']);
    expect(await numbers(account, { q: 'r-' })).toEqual(['R-3', 'R-2', 'R-1']);
    expect(await numbers(account, { recipient: 'PO-77' })).toEqual([]);
  });

  it('takes % _ ! and backslash as the characters they are', async () => {
    const account = await accountWith(
      named('100% Wool', 'W-1'),
      named('under_score', 'W-2'),
      named('Yahoo! Inc', 'W-3'),
      named('C:\\Temp', 'W-4'),
      named('O\'Hara "quoted"', 'W-5'),
    );
    expect(await numbers(account, { recipient: '0%' })).toEqual(['W-1']);
    expect(await numbers(account, { recipient: '%' })).toEqual(['W-1']);
    expect(await numbers(account, { recipient: '_' })).toEqual(['W-2']);
    expect(await numbers(account, { recipient: '!' })).toEqual(['W-3']);
    expect(await numbers(account, { recipient: '\\' })).toEqual(['W-4']);
    expect(await numbers(account, { q: '\'hara "q' })).toEqual(['W-5']);
    expect(await numbers(account, { q: "' OR 1=1 --" })).toEqual([]);
  });

  it('keeps names and references of any length and script searchable', async () => {
    const name = 'İ'.repeat(200);
    const changes = {
      recipient: { name, email: `${'a'.repeat(60)}@example.com` },
      reference: name,
    };
    const account = await accountWith({ ...changes, invoice_number: 'İ'.repeat(40) });
    expect(await numbers(account, { recipient: name })).toHaveLength(1);
  });

  it('never shows an invoice of another account, whatever is asked for', async () => {
    const owner = await accountWith({ invoice_number: 'SECRET-1' });
    const other = await accountWith({ invoice_number: 'MINE-1' }, { invoice_number: 'MINE-2' });
    const queries: Query[] = [{}, { number: 'SECRET-1' }, { q: 'secret' }, { recipient: 'acme' }];
    for (const query of queries) {
      expect(await numbers(other, query)).not.toContain('SECRET-1');
    }
    const page = await list(other, { limit: '1' }).expect(200);
    const cursor = page.body.next_cursor as string;
    expect(await numbers(owner, { cursor })).not.toContain('MINE-1');
  });

  it.each<[Query, string]>([
    [{ limit: '0' }, '/limit out_of_range'],
    [{ limit: '101' }, '/limit out_of_range'],
    [{ limit: '1.5' }, '/limit out_of_range'],
    [{ limit: '-1' }, '/limit out_of_range'],
    [{ limit: 'ten' }, '/limit out_of_range'],
    [{ cursor: 'x' }, '/cursor wrong_cursor'],
    [{ cursor: Buffer.from("inv_' OR 1=1").toString('base64url') }, '/cursor wrong_cursor'],
    [
      { cursor: Buffer.from(`acc_${'0'.repeat(22)}`).toString('base64url') },
      '/cursor wrong_cursor',
    ],
    [{ cursor: 'a'.repeat(1_000) }, '/cursor too_long'],
    [{ from: '2026-02-30' }, '/from no_such_day'],
    [{ to: 'yesterday' }, '/to wrong_format'],
    [{ currency: 'eur' }, '/currency unknown_currency'],
    [{ status: 'paid' }, '/status not_a_choice'],
    [{ recipient: 'a'.repeat(201) }, '/recipient too_long'],
    [{ q: 'a\u0000' }, '/q control_character'],
    [{ sort: 'name;drop' }, '/sort unknown_field'],
    [{ account_id: 'acc_1' }, '/account_id unknown_field'],
    [{ include: 'lines' }, '/include unknown_field'],
    [{ 'filter[id][$gt]': '' }, '/filter[id][$gt] unknown_field'],
  ])('refuses the query %j', async (query, fault) => {
    const answer = await list(await accountOnce(), query);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual([fault]);
  });

  it('says every fault of a query at once, with a hint at the parameter that was meant', async () => {
    const answer = await list(await accountOnce(), { limt: '5', from: 'x', curency: 'EUR' });
    expect(faultsOf(answer).sort()).toEqual([
      '/curency unknown_field',
      '/from wrong_format',
      '/limt unknown_field',
    ]);
    const hints = (answer.body.errors as { hint?: string }[]).map(({ hint }) => hint);
    expect(hints).toEqual(
      expect.arrayContaining(['Did you mean "limit"?', 'Did you mean "currency"?']),
    );
  });

  it('refuses a parameter that is there twice, and takes 1 and 100 as limits', async () => {
    const account = await accountOnce();
    const twice = await request(running.url)
      .get('/v1/invoices?limit=5&limit=6')
      .set(account.bearer);
    expectProblem(twice, 422, 'validation_failed');
    await list(account, { limit: '1' }).expect(200);
    await list(account, { limit: '100' }).expect(200);
  });

  let refused: TestAccount | undefined;
  async function accountOnce(): Promise<TestAccount> {
    return (refused ??= await createAccount(running));
  }
});

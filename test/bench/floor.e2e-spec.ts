import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, type TestAccount } from '../support/factories.js';
import { everyTable, rowsOf } from '../support/tables.js';

interface Floor {
  readonly url: string;
  close(): Promise<void>;
}

const counts = [1, 5, 60];

/** From where it lies, as the benchmark is no part of what the tests compile. */
function bench<Module>(file: string): Promise<Module> {
  return import(pathToFileURL(resolve('bench', file)).href) as Promise<Module>;
}

/** Ids and instants differ between any two invoices, and the clock of the tests stands still. */
function masked(value: unknown): unknown {
  const text = JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  )
    .replaceAll(/\b(inv|acc|key)_[0-9A-Za-z]{22}/g, '$1_…')
    .replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g, 'day');
  return JSON.parse(text);
}

/** Amounts are numbers or text, as each side binds them. */
function plainRows(rows: readonly Record<string, unknown>[]): unknown {
  return masked(
    rows.map((row) => Object.entries(row).map(([name, value]) => [name, plain(value)])),
  );
}

function plain(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

describe('the floor of the benchmark does the same work as Finvo', () => {
  let finvo: RunningApp;
  let floor: Floor;
  let ours: TestAccount;
  let theirs: TestAccount;
  let invoiceRequest: (lines: number, salt: number) => object;

  beforeAll(async () => {
    finvo = await startApp();
    ({ invoiceRequest } = await bench<{ invoiceRequest: typeof invoiceRequest }>('invoice.js'));
    const server = await bench<{ startFloor(url: string): Promise<Floor> }>('floor/server.js');
    floor = await server.startFloor(finvo.database.url);
    ours = await createAccount(finvo);
    theirs = await createAccount(finvo);
    // The first use of a key is written down at once, and only by Finvo.
    await request(finvo.url).get('/v1/account').set(ours.bearer).expect(200);
  });

  afterAll(async () => {
    await floor.close();
    await finvo.close();
  });

  const create = (url: string, account: TestAccount, lines: number) =>
    request(url).post('/v1/invoices').set(account.bearer).send(invoiceRequest(lines, 7));

  it('leaves as many rows in every table, of the first invoice of an account and of the next', async () => {
    const grown = async (work: () => Promise<unknown>) => {
      const before = await rowCounts();
      await work();
      const after = await rowCounts();
      return after.map(([table, count], at) => [table, count - (before[at]?.[1] ?? 0)]);
    };
    for (const series of [1, 0]) {
      const our = await grown(() => create(finvo.url, ours, 5).expect(201));
      const their = await grown(() => create(floor.url, theirs, 5).expect(201));
      expect(their).toEqual(our);
      expect(Object.fromEntries(our)).toMatchObject({
        invoices: 1,
        invoice_lines: 5,
        invoice_taxes: 1,
        number_series: series,
      });
    }
  });

  it('answers every created invoice with the same fields and figures', async () => {
    for (const lines of counts) {
      const our = await create(finvo.url, ours, lines).expect(201);
      const their = await create(floor.url, theirs, lines).expect(201);
      expect(masked(their.body)).toEqual(masked(our.body));
      expect(their.text.length).toBe(our.text.length);
    }
  });

  it('stores the same in every column', async () => {
    const invoices = (await rowsOf(finvo, 'invoices')).sort((a, b) =>
      String(a.number) < String(b.number) ? -1 : 1,
    );
    const of = ({ id }: TestAccount) => invoices.filter(({ account_id }) => account_id === id);
    expect(of(ours).length).toBeGreaterThan(0);
    expect(plainRows(of(theirs))).toEqual(plainRows(of(ours)));
    for (const table of ['invoice_lines', 'invoice_taxes'] as const) {
      const rows = await rowsOf(finvo, table);
      const below = (account: TestAccount) =>
        of(account).map(({ id }) =>
          plainRows(
            rows
              .filter(({ invoice_id }) => invoice_id === id)
              .sort((a, b) => Number(a.position) - Number(b.position)),
          ),
        );
      expect(below(theirs)).toEqual(below(ours));
    }
    for (const table of ['number_series', 'month_totals'] as const) {
      // The clock of the tests stands in another month than the floor's.
      const rows = (await rowsOf(finvo, table)).map(({ month: _, ...row }) => row);
      const of = ({ id }: TestAccount) => rows.filter(({ account_id }) => account_id === id);
      expect(of(ours)).toHaveLength(1);
      expect(plainRows(of(theirs))).toEqual(plainRows(of(ours)));
    }
  });

  it('reads an invoice, a page and the account as Finvo does', async () => {
    const [our] = await ids(ours);
    const [their] = await ids(theirs);
    const read = async (url: string, account: TestAccount, path: string) =>
      masked((await request(url).get(path).set(account.bearer).expect(200)).body);
    expect(await read(floor.url, theirs, `/v1/invoices/${their}`)).toEqual(
      await read(finvo.url, ours, `/v1/invoices/${our}`),
    );
    // One reader, so that both sides answer the same.
    for (const path of ['/v1/invoices?limit=2', '/v1/invoices?limit=20', '/v1/account']) {
      const answer = await request(floor.url).get(path).set(ours.bearer).expect(200);
      expect(answer.body).toEqual(
        (await request(finvo.url).get(path).set(ours.bearer).expect(200)).body,
      );
    }
  });

  it('refuses a key that was revoked', async () => {
    await request(finvo.url).post('/v1/api-key/revoke').set(theirs.bearer).expect(204);
    await request(floor.url).get('/v1/invoices').set(theirs.bearer).expect(401);
  });

  async function ids(account: TestAccount): Promise<string[]> {
    const rows = await rowsOf(finvo, 'invoices');
    return rows
      .filter(({ account_id }) => account_id === account.id)
      .map(({ id }) => String(id))
      .sort();
  }

  /** Without the counts of requests, which Finvo writes down once a minute. */
  async function rowCounts(): Promise<[string, number][]> {
    const { read } = finvo.app.get(Database);
    const counted: [string, number][] = [];
    for (const table of (await everyTable(finvo)).sort()) {
      if (table === 'api_key_usage') continue;
      const sql = `SELECT COUNT(*) AS total FROM ${table}`;
      const [row] = await read.select<{ total: number | string }>(sql);
      counted.push([table, Number(row?.total)]);
    }
    return counted;
  }
});

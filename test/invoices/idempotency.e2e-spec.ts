import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { insertRows } from '../../src/common/database/insert-rows.js';
import { hourMs } from '../../src/common/time/durations.js';
import { IdempotencyExpiry } from '../../src/invoices/idempotency-expiry.js';
import { type RunningApp, startApp } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import {
  allNumbers,
  consecutive,
  getPdf,
  parallel,
  post,
  postForPdf,
} from '../support/invoices.js';
import { expectProblem } from '../support/problem.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { openTestDatabase } from '../support/sql.js';
import { storedRows } from '../support/stored.js';

describe('an Idempotency-Key', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const key = (value: string) => ({ 'idempotency-key': value });
  const idOf = (answer: { headers: Record<string, string> }) => answer.headers['finvo-invoice-id'];

  it('makes one invoice and one PDF of 50 equal requests at once', async () => {
    const answers = await parallel(50, () =>
      postForPdf(running.url, account, invoiceBody(), key('order-1')),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1);
    const replays = answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true');
    expect(replays).toHaveLength(49);
    expect(await storedRows(running, account)).toMatchObject({
      invoices: 1,
      numbersUsed: 1,
      documents: 1,
    });
  });

  it('makes one invoice through both paths and in both representations', async () => {
    const answers = await parallel(20, (index) =>
      index % 2
        ? post(running.url, account, invoiceBody(), key('both'))
        : postForPdf(running.url, account, invoiceBody(), key('both')),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(await storedRows(running, account)).toMatchObject({ invoices: 1, numbersUsed: 1 });
  });

  it('replays the invoice as it is, in the representation asked for', async () => {
    const first = await post(running.url, account, invoiceBody(), key('a'));
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    const pdf = await postForPdf(running.url, account, invoiceBody(), key('a'));
    expect(pdf.headers['idempotent-replayed']).toBe('true');
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const again = await post(running.url, account, invoiceBody(), key('a'));
    const { pdf: stored, ...rest } = again.body as { pdf: { sha256: string } };
    expect({ ...rest, pdf: first.body.pdf }).toEqual(first.body);
    expect(pdf.headers['etag']).toBe(`"${stored.sha256}"`);
    expect((await getPdf(running.url, account, first.body.id)).body.equals(pdf.body)).toBe(true);
  });

  it('is for one request only: another body is refused, the same in another order is not', async () => {
    const sent = { ...invoiceBody(), notes: 'x', terms: 'y' };
    const first = await post(running.url, account, sent, key('a'));
    const other = await post(running.url, account, { ...sent, notes: 'z' }, key('a'));
    expectProblem(other, 422, 'idempotency_key_reused');
    const invalid = await post(running.url, account, { line_items: 1 }, key('a'));
    expectProblem(invalid, 422, 'idempotency_key_reused');
    const turned = Object.fromEntries(Object.entries(sent).reverse());
    expect((await post(running.url, account, turned, key('a'))).body.id).toBe(first.body.id);
    expect(await allNumbers(running.url, account)).toEqual(['INV-0001']);
  });

  it('gives exactly one of two different requests at once an invoice', async () => {
    const answers = await parallel(10, (index) =>
      post(running.url, account, invoiceBody({ notes: `Body ${index % 2}` }), key('race')),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(5);
    expect(new Set(made.map(idOf)).size).toBe(1);
    for (const answer of answers) {
      if (answer.status !== 201) expectProblem(answer, 422, 'idempotency_key_reused');
    }
  });

  it('is not used up by a request that was refused', async () => {
    await createInvoice(running.url, account, { invoice_number: 'TAKEN' });
    const taken = invoiceBody({ invoice_number: 'TAKEN' });
    expectProblem(await post(running.url, account, taken, key('a')), 409, 'invoice_number_taken');
    const wrong = await post(running.url, account, invoiceBody({ line_items: [] }), key('a'));
    expectProblem(wrong, 422, 'validation_failed');
    expectProblem(await post(running.url, account, '{', key('a')), 400, 'malformed_json');
    const fine = await post(running.url, account, invoiceBody(), key('a'));
    expect([fine.status, fine.headers['idempotent-replayed']]).toEqual([201, undefined]);
  });

  it('of one account means nothing in another, and is shared by all keys of its own', async () => {
    const first = await post(running.url, account, invoiceBody(), key('a'));
    const foreign = await createAccount(running);
    const other = await post(running.url, foreign, invoiceBody(), key('a'));
    expect(other.headers).not.toHaveProperty('idempotent-replayed');
    expect(other.body.id).not.toBe(first.body.id);
  });

  it('does not open an account to a caller without a key of it', async () => {
    await post(running.url, account, invoiceBody(), key('a'));
    const stranger = { bearer: { authorization: 'Bearer none' } };
    expect((await post(running.url, stranger, invoiceBody(), key('a'))).status).toBe(401);
    await request(running.url).post('/v1/api-key/revoke').set(account.bearer).expect(204);
    const revoked = await post(running.url, account, invoiceBody(), key('a'));
    expectProblem(revoked, 401, 'api_key_revoked');
  });

  it('makes one invoice of a request whose client gave up while the database was locked, and tried again', async () => {
    await createInvoice(running.url, account);
    const other = await openTestDatabase(running.database);
    let unlock: () => void = () => undefined;
    const isUnlocked = new Promise<void>((resolve) => (unlock = resolve));
    let locked: () => void = () => undefined;
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const lock = other.transaction(async (session) => {
      const sql = 'UPDATE number_series SET next = next WHERE account_id = ?';
      await session.execute(sql, [account.id]);
      locked();
      await isUnlocked;
    });
    try {
      await isLocked;
      const impatient = new AbortController();
      const givenUp = fetch(`${running.url}/v1/invoices`, {
        method: 'POST',
        headers: { ...account.bearer, ...key('locked'), 'content-type': 'application/json' },
        body: JSON.stringify(invoiceBody()),
        signal: impatient.signal,
      }).catch((error: unknown) => error);
      await request(running.url).get('/v1/account').set(account.bearer).expect(200);
      impatient.abort();
      expect(await givenUp).toMatchObject({ name: 'AbortError' });
      const again = parallel(3, () => post(running.url, account, invoiceBody(), key('locked')));
      await request(running.url).get('/v1/account').set(account.bearer).expect(200);
      unlock();
      const answers = await again;
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(new Set(answers.map(idOf)).size).toBe(1);
      expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(2));
    } finally {
      unlock();
      await lock;
      await other.close();
    }
  });

  it.each([
    ['nothing', ''],
    ['256 characters', 'k'.repeat(256)],
    ['10,000 characters', 'k'.repeat(10_000)],
    ['a tab', 'a\tb'],
    ['a letter beyond ASCII', '\u00e9'],
  ])('is refused when it is %s', async (_, value) => {
    expectProblem(
      await post(running.url, account, invoiceBody(), key(value)),
      400,
      'idempotency_key_invalid',
    );
    expect(await storedRows(running, account)).toMatchObject({ invoices: 0 });
  });

  it('is told apart by case, and takes 255 characters', async () => {
    for (const value of ['k'.repeat(255), 'Key', 'key', 'key 1', "'; DROP TABLE invoices; --"]) {
      const answer = await post(running.url, account, invoiceBody(), key(value));
      expect([answer.status, answer.headers['idempotent-replayed']]).toEqual([201, undefined]);
    }
  });

  it('is refused when it is there twice', async () => {
    const body = JSON.stringify(invoiceBody());
    const { status, text } = await new Promise<{ status?: number; text: string }>(
      (resolve, reject) => {
        const sent = httpRequest(
          `${running.url}/v1/invoices`,
          {
            method: 'POST',
            headers: {
              ...account.bearer,
              'content-type': 'application/json',
              'idempotency-key': ['a', 'b'],
            },
          },
          (answer) => {
            let received = '';
            answer.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
            answer.on('end', () => {
              resolve({ status: answer.statusCode, text: received });
            });
          },
        );
        sent.on('error', reject).end(body);
      },
    );
    expect([status, JSON.parse(text)]).toMatchObject([400, { code: 'idempotency_key_invalid' }]);
  });

  it('is kept for a day at least, and forgotten after two', async () => {
    const expiry = running.app.get(IdempotencyExpiry, { strict: false });
    const first = await post(running.url, account, invoiceBody(), key('old'));
    running.clock.advanceMs(25 * hourMs);
    await expiry.expire();
    const replayed = await post(running.url, account, invoiceBody(), key('old'));
    expect(replayed.body.id).toBe(first.body.id);
    running.clock.advanceMs(24 * hourMs);
    await expiry.expire();
    expect((await storedRows(running, account)).idempotencyKeys).toBe(0);
    const anew = await post(running.url, account, invoiceBody(), key('old'));
    expect([anew.status, anew.headers['idempotent-replayed']]).toEqual([201, undefined]);
  });

  it('is forgotten with all that are as old, however many, and no younger one with it', async () => {
    const expiry = running.app.get(IdempotencyExpiry, { strict: false });
    const now = running.clock.now().getTime();
    const rows = Array.from({ length: 1_203 }, (_, at) => ({
      account_id: account.id,
      idempotency_key: `key-${at}`,
      request_hash: 'x',
      invoice_id: `inv_${at}`,
      // The last three are young; the others come in threes of one instant.
      created_at: new Date(
        at < 1_200 ? now - 49 * hourMs + Math.floor(at / 3) : now - hourMs,
      ).toISOString(),
    }));
    await running.app
      .get(Database, { strict: false })
      .transaction((session) => insertRows(session, 'idempotency_keys', rows));
    await expiry.expire();
    expect((await storedRows(running, account)).idempotencyKeys).toBe(3);
  });

  describe('in two processes on one database', () => {
    let server: ServerProcess;
    beforeAll(async () => {
      server = await startServerProcess(running.database);
    });
    afterAll(() => server.stop());

    it('makes one invoice and one PDF of requests to both at once', async () => {
      const answers = await parallel(30, (index) =>
        postForPdf([running, server][index % 2]?.url ?? '', account, invoiceBody(), key('two')),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(new Set(answers.map(idOf)).size).toBe(1);
      expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1);
      expect(await storedRows(running, account)).toMatchObject({
        invoices: 1,
        numbersUsed: 1,
        documents: 1,
      });
    });
  });
});

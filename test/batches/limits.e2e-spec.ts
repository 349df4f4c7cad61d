import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApp, startApp } from '../support/app.js';
import { doneBatch, postBatch } from '../support/batches.js';
import { createAccount, invoiceBody, type TestAccount } from '../support/factories.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { rawHead, rawRequest } from '../support/raw-http.js';
import { rowsOf } from '../support/tables.js';

const mebibyte = 1_048_576;

describe('the limits of a batch', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp({ RATE_LIMIT_PER_MINUTE: '6000' });
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const head = (length: number, ...fields: string[]) =>
    rawHead(
      'POST /v1/invoices/batch HTTP/1.1',
      'Content-Type: application/json',
      `Content-Length: ${length}`,
      ...fields,
    );
  const authorization = () => `Authorization: ${account.bearer.authorization}`;
  /** A body of exactly so many bytes with one row that is far too long. */
  const sized = (bytes: number) => {
    const around = '{"invoices":[{"notes":""}]}';
    return around.replace('""', `"${'x'.repeat(bytes - around.length)}"`);
  };

  it.each<[string, unknown, string[]]>([
    ['nothing', '', [' wrong_type']],
    ['a list', [], [' wrong_type']],
    ['no list', {}, ['/invoices required']],
    ['null for the list', { invoices: null }, ['/invoices wrong_type']],
    ['an object for the list', { invoices: { 0: {} } }, ['/invoices wrong_type']],
    ['no row', { invoices: [] }, ['/invoices too_few']],
    ['1,001 rows', { invoices: Array(1001).fill({}) }, ['/invoices too_many']],
    ['a million rows', { invoices: Array(1_000_000).fill(1) }, ['/invoices too_many']],
    ['a field that is none', { invoices: [{}], dry_run: true }, ['/dry_run unknown_field']],
  ])('refuse %s at once, and nothing is stored', async (_, body, faults) => {
    const before = (await rowsOf(running, 'batches')).length;
    const answer = await postBatch(running, account, body);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual(faults);
    expect(await rowsOf(running, 'batches')).toHaveLength(before);
  });

  it('refuse an Idempotency-Key that cannot be stored', async () => {
    const invoices = [invoiceBody()];
    const answer = await postBatch(
      running,
      account,
      { invoices },
      { 'idempotency-key': 'ä'.normalize() },
    );
    expectProblem(answer, 400, 'idempotency_key_invalid');
  });

  it('take a body of 10 MiB, and refuse one byte more before it comes', async () => {
    const largest = await postBatch(running, account, sized(10 * mebibyte));
    expect(largest.status).toBe(202);
    expect(await doneBatch(running, account, largest.body.id as string)).toMatchObject({
      failed: 1,
    });
    const refused = await rawRequest(running.url, head(10 * mebibyte + 1, authorization()));
    expect([refused.status, refused.json.code]).toEqual([413, 'body_too_large']);
  });

  it.each([
    ['without a key', '', 'credentials_missing'],
    ['with a session', 'Cookie: finvo_session=x', 'credentials_missing'],
    ['with what is no key', 'Authorization: Bearer x', 'api_key_malformed'],
  ])('refuse a large body %s before it comes', async (_, field, code) => {
    for (const length of [1_000, 9_000_000]) {
      const answer = await rawRequest(running.url, head(length, ...(field === '' ? [] : [field])));
      expect([answer.status, answer.json.code]).toEqual([401, code]);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="finvo"/);
    }
  });

  it('count a batch as one request', async () => {
    const one = await postBatch(running, account, { invoices: [invoiceBody(), invoiceBody()] });
    const two = await postBatch(running, account, { invoices: [invoiceBody(), invoiceBody()] });
    const left = (answer: typeof one) => Number(/r=(\d+)/.exec(answer.headers.ratelimit!)![1]);
    expect(left(one) - left(two)).toBe(1);
  });
});

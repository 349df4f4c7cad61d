import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { type RunningApp, startApp } from '../support/app.js';
import { changeInvoice, copyInvoice } from '../support/changes.js';
import { expectProblem } from '../support/problem.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';

describe('a download that fails half-way', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
    const { id } = await createInvoice(running.url, account);
    await copyInvoice(running, id, 220);
    // The oldest invoice comes last, and what is stored of it cannot be read.
    await changeInvoice(running, id, { recipient: 'no JSON' });
  });
  afterAll(() => running.close());

  it.each(['invoice-export/csv', 'invoice-export/zip', 'account/export'])(
    'ends as a broken connection, never as a whole file: %s',
    async (path) => {
      const asked = request(running.url)
        .get(`/dashboard/${path}`)
        .set(account.session)
        .responseType('blob');
      await expect(asked.then(({ status }) => status)).rejects.toThrow(/aborted|hang up|reset/);
    },
  );

  it('is a problem like any other when it fails before its first byte', async () => {
    const other = await createAccount(running);
    const { id } = await createInvoice(running.url, other);
    await changeInvoice(running, id, { recipient: 'no JSON' });
    const answer = await request(running.url)
      .get('/dashboard/invoice-export/zip')
      .set(other.session);
    expectProblem(answer, 500, 'internal_error');
    expect(answer.headers['content-disposition']).toBeUndefined();
  });

  it('leaves the server as it was', async () => {
    await request(running.url).get('/health/ready').expect(200);
    await running.app.get(Database, { strict: false }).ping();
  });
});

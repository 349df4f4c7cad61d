import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { AccountDeletionRepository } from '../src/accounts/account-deletion.repository.js';
import { type RunningApp, startApp, startAppOn } from './support/app.js';
import { upload } from './support/attachments.js';
import { TestAuthenticator } from './support/authenticator.js';
import { doneBatch, postBatch } from './support/batches.js';
import { createEntry } from './support/catalog.js';
import { eventually } from './support/eventually.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  password,
  sameOrigin,
  type TestAccount,
} from './support/factories.js';
import { columnsOf, postImport } from './support/imports.js';
import { getPdf, parallel, post, postForPdf } from './support/invoices.js';
import { createSchedule, madeBy } from './support/schedules.js';
import { addPasskey, turnOn } from './support/second-factor.js';
import { startMailServer } from './support/mail-server.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { databaseDump, rowsOf, tables } from './support/tables.js';
import { addWebhook } from './support/webhook-receiver.js';

describe('deleting an account', () => {
  let running: RunningApp;
  beforeAll(async () => {
    const gone = await startMailServer();
    await gone.close();
    // A mail server that is away keeps mails waiting in the outbox.
    running = await startApp({ SMTP_URL: gone.url });
  });
  afterAll(() => running.close());

  const deleteAccount = (account: TestAccount, body: object = {}) =>
    request(running.url)
      .post('/dashboard/account/delete')
      .set(account.session)
      .send({ organization_name: 'Example Ltd', password, ...body });

  /** Puts something of the account into every table. */
  async function liveALife(account: TestAccount): Promise<void> {
    const { url } = running;
    await post(url, account, invoiceBody(), { 'idempotency-key': account.id });
    const { id } = await createInvoice(url, account, {
      line_items: [{ description: 'X', quantity: 1, unit_price: 1, tax_rate: 19 }],
    });
    await getPdf(url, account, id);
    const attachments = [(await upload(running, account)).id];
    await createInvoice(url, account, { attachments });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await request(url)
      .put('/dashboard/organization/logo')
      .set(account.session)
      .attach('logo', png, 'logo.png')
      .expect(204);
    await turnOn(running, account);
    await addPasskey(running, account, new TestAuthenticator('http://127.0.0.1'));
    // Leaves a challenge that nobody has answered yet.
    await request(url).post('/dashboard/passkeys/options').set(account.session).expect(200);
    // Has the requests that were counted so far written down.
    await request(url).get('/dashboard/keys/usage').set(account.session).expect(200);
    const { body: batch } = await postBatch(running, account, { invoices: [invoiceBody(), {}] });
    await doneBatch(running, account, batch.id as string);
    const { id: scheduleId } = await createSchedule(running, account, { start_date: '2026-01-01' });
    await madeBy(running, account, { id: scheduleId, made: 1 });
    const imported = await postImport(running, account, {
      file: 'Customer,Item,Price\nAcme,Consulting,150\n',
      plan: columnsOf('recipient_name', 'description', 'unit_price'),
    });
    await doneBatch(running, account, imported.body.id as string);
    await request(url).post(`/v1/invoices/${id}/emails`).set(account.bearer).expect(202);
    await request(url)
      .put('/dashboard/mail-settings')
      .set(account.session)
      .send({ copy_to: 'copies@example.com' })
      .expect(200);
    await request(url).post(`/v1/invoices/${id}/share-links`).set(account.bearer).expect(201);
    await createEntry(running, account, 'customers');
    await createEntry(running, account, 'items');
    await addWebhook(url, account, { url: 'https://receiver.invalid/hook' });
    const preset = { name: 'VAT 19', tax_name: 'VAT', rate: 19 };
    await request(url).post('/v1/tax-presets').set(account.bearer).send(preset).expect(201);
    // Its number is stepped over by the next invoice of that series.
    await createInvoice(url, account, { invoice_number: 'OWN-0001' });
    await createInvoice(url, account, { series: 'OWN' });
    await request(url)
      .put('/dashboard/email')
      .set(account.session)
      .send({ email: `new-${account.email}` })
      .expect(200);
    await request(url)
      .post('/dashboard/password-reset')
      .set(sameOrigin)
      .send({ email: account.email })
      .expect(202);
    await eventually(async () => {
      const resets = await rowsOf(running, 'password_resets');
      return resets.some((row) => row.account_id === account.id);
    });
  }

  const counts = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => [table, (await rowsOf(running, table)).length] as const),
      ),
    );

  it('has no fault of the server for what runs while an account goes', async () => {
    for (let round = 0; round < 8; round += 1) {
      const account = await createAccount(running);
      const { id } = await createInvoice(running.url, account);
      const get = (path: string, door: Record<string, string> = account.bearer) =>
        request(running.url).get(path).set(door);
      let gone = false;
      const requests: (() => PromiseLike<{ status: number }>)[] = [
        () =>
          post(running.url, account, invoiceBody(), { 'idempotency-key': `${performance.now()}` }),
        () => post(running.url, account),
        () => postForPdf(running.url, account),
        () => get(`/v1/invoices/${id}`),
        () => get('/v1/account'),
        () => get('/dashboard/organization', account.session),
        () =>
          request(running.url)
            .post('/dashboard/keys')
            .set(account.session)
            .send({ name: 'One more' }),
      ];
      const statuses = new Set<number>();
      const loops = requests.map(async (send) => {
        while (!gone) {
          const { status } = await send();
          statuses.add(status);
        }
      });
      await deleteAccount(account).expect(204);
      gone = true;
      await Promise.all(loops);
      expect(Math.max(...statuses)).toBeLessThan(500);
    }
  });

  it('leaves no row of it in any table, and nothing of others goes', async () => {
    const other = await createAccount(running);
    await liveALife(other);
    const before = await counts();
    const account = await createAccount(running);
    await liveALife(account);
    const during = await counts();
    // Counters of attempts to log in belong to nobody, and are off in this test.
    for (const table of tables.filter((name) => name !== 'attempts'))
      expect([table, during[table]! > before[table]!]).toEqual([table, true]);

    const answer = await deleteAccount(account).expect(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-finvo_session=; .*1970/);
    expect(await counts()).toEqual(before);
    const dump = await databaseDump(running);
    expect(dump).not.toContain(account.id);
    expect(dump).not.toContain(account.email);
    await request(running.url).get('/v1/api-key').set(other.bearer).expect(200);
  });

  it('ends its sessions and keys, and its mail address is free again', async () => {
    const account = await createAccount(running);
    await deleteAccount(account, { organization_name: '  Example Ltd ' }).expect(204);
    const session = await request(running.url).get('/dashboard/session').set(account.session);
    expectProblem(session, 401, 'not_signed_in');
    const key = await request(running.url).get('/v1/api-key').set(account.bearer);
    expectProblem(key, 401, 'api_key_unknown');
    await request(running.url)
      .post('/dashboard/signup')
      .set(sameOrigin)
      .send({ email: account.email, password, organization_name: 'Again Ltd' })
      .expect(201);
  });

  it.each<[string, object, string, string[]]>([
    [
      'another name',
      { organization_name: 'example ltd' },
      'name_does_not_match',
      ['/organization_name name_does_not_match'],
    ],
    [
      'a wrong password',
      { password: 'not my password at all' },
      'wrong_password',
      ['/password wrong_password'],
    ],
    [
      'no name',
      { organization_name: undefined },
      'validation_failed',
      ['/organization_name required'],
    ],
    ['a number as password', { password: 0 }, 'validation_failed', ['/password wrong_type']],
  ])('is refused with %s, and everything stays', async (_, body, code, faults) => {
    const account = await createAccount(running);
    const answer = await deleteAccount(account, body);
    expectProblem(answer, 422, code);
    expect(faultsOf(answer)).toEqual(faults);
    await request(running.url).get('/dashboard/session').set(account.session).expect(200);
    await request(running.url).get('/v1/api-key').set(account.bearer).expect(200);
  });

  it('goes on where more invoices than one part holds are there, beside others that write', async () => {
    const [account, other] = [await createAccount(running), await createAccount(running)];
    await parallel(250, () => createInvoice(running.url, account));
    const [answer] = await Promise.all([
      deleteAccount(account),
      parallel(20, () => createInvoice(running.url, other)),
    ]);
    expect(answer.status).toBe(204);
    expect(await databaseDump(running)).not.toContain(account.id);
  });

  it('is refused to nobody twice: two requests at once both find it gone', async () => {
    const account = await createAccount(running);
    await parallel(20, () => createInvoice(running.url, account));
    const answers = await parallel(2, () => deleteAccount(account));
    for (const { status } of answers) expect([204, 401]).toContain(status);
    expect(await databaseDump(running)).not.toContain(account.id);
  });

  it('closes every door first, and is finished by the next start', async () => {
    const account = await createAccount(running);
    await createInvoice(running.url, account);
    await running.app.get(AccountDeletionRepository).begin(account.id);
    const session = await request(running.url).get('/dashboard/session').set(account.session);
    expectProblem(session, 401, 'not_signed_in');
    const key = await request(running.url).get('/v1/account').set(account.bearer);
    expectProblem(key, 403, 'account_suspended');
    const next = await startAppOn(running.database);
    try {
      await eventually(async () => !(await databaseDump(running)).includes(account.id));
    } finally {
      await next.close();
    }
  });
});

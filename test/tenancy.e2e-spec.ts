import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { MailWorker } from '../src/mail/mail-worker.js';
import { type RunningApp, startApp } from './support/app.js';
import { files, upload } from './support/attachments.js';
import { TestAuthenticator } from './support/authenticator.js';
import { filesOf } from './support/downloads.js';
import { eventually } from './support/eventually.js';
import { doneBatch, postBatch } from './support/batches.js';
import { createEntry } from './support/catalog.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from './support/factories.js';
import { readApiForm } from './support/json-routes.js';
import { createSchedule, scheduleBody } from './support/schedules.js';
import { addPasskey } from './support/second-factor.js';
import { rowsOf, storedState } from './support/tables.js';
import { addWebhook } from './support/webhook-receiver.js';

interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
}

/** Stands in what only the owner has stored. */
const ownWords = 'Zanzibar-Octopus';

/** Valid bodies, so that nothing but the foreign id can be wrong. */
const bodies: Record<string, object> = {
  '/dashboard/keys/{id}': { name: 'Taken over' },
  '/dashboard/keys/{id}/rotate': { overlap: '0' },
  '/v1/tax-presets/{id}': { name: 'Taken over', tax_name: 'VAT', rate: 19 },
  '/dashboard/tax-presets/{id}': { name: 'Taken over', tax_name: 'VAT', rate: 19 },
  '/v1/invoices/{id}': invoiceBody(),
  '/dashboard/invoices/{id}': invoiceBody(),
  '/v1/schedules/{id}': scheduleBody(),
  '/dashboard/schedules/{id}': scheduleBody(),
  '/dashboard/webhooks/{id}': { url: 'https://stranger.example/hook' },
  '/v1/customers/{id}': { name: 'Taken over' },
  '/dashboard/customers/{id}': { name: 'Taken over' },
  '/v1/items/{id}': { description: 'Taken over' },
  '/dashboard/items/{id}': { description: 'Taken over' },
};

describe('what belongs to another account', () => {
  let running: RunningApp;
  let stranger: TestAccount;
  let owner: TestAccount;
  let routes: Route[];
  let owned: Record<string, string>;
  let ownedLinkId: string;
  let ownedEmailId: string;
  let ownedDeliveryId: string;

  beforeAll(async () => {
    running = await startApp({ SMTP_URL: 'smtp://127.0.0.1:9' });
    stranger = await createAccount(running);
    owner = await createAccount(running, { organizationName: 'Owner Ltd' });
    const invoice = await createInvoice(running.url, owner, {
      invoice_number: 'SECRET-1',
      recipient: { name: ownWords, email: 'secret@owner.example' },
      reference: ownWords,
    });
    await createInvoice(running.url, owner, { invoice_number: 'SECRET-2' });
    await request(running.url).get(`/v1/invoices/${invoice.id}/pdf`).set(owner.bearer).expect(200);
    const link = await request(running.url)
      .post(`/v1/invoices/${invoice.id}/share-links`)
      .set(owner.bearer)
      .expect(201);
    ownedLinkId = link.body.id as string;
    const email = await request(running.url)
      .post(`/v1/invoices/${invoice.id}/emails`)
      .set(owner.bearer)
      .expect(202);
    ownedEmailId = email.body.id as string;
    const batch = await postBatch(running, owner, {
      invoices: [
        { invoice_number: 'SECRET-3', recipient: { name: ownWords }, line_items: [] },
        invoiceBody({ invoice_number: 'SECRET-4', reference: ownWords }),
      ],
    });
    const batchId = batch.body.id as string;
    await doneBatch(running, owner, batchId);
    const invoiceOfSchedule = invoiceBody({ recipient: { name: ownWords } });
    const schedule = await createSchedule(running, owner, {
      name: ownWords,
      invoice: invoiceOfSchedule,
    });
    const sessions = await request(running.url)
      .get('/dashboard/sessions')
      .set(owner.session)
      .expect(200);
    const webhook = await addWebhook(running.url, owner, { url: 'https://owner.example/hook' });
    const ping = await request(running.url)
      .post(`/dashboard/webhooks/${webhook.id}/test`)
      .set(owner.session)
      .expect(202);
    ownedDeliveryId = ping.body.id as string;
    const preset = await request(running.url)
      .post('/v1/tax-presets')
      .set(owner.bearer)
      .send({ name: ownWords, tax_name: 'VAT', rate: 19 })
      .expect(201);
    const customer = await createEntry(running, owner, 'customers', {
      name: ownWords,
      external_id: 'SECRET-5',
    });
    const item = await createEntry(running, owner, 'items', { description: ownWords });
    await createEntry(running, owner, 'customers');
    await createEntry(running, owner, 'items');
    owned = {
      'tax-presets': preset.body.id as string,
      keys: owner.keyId,
      batches: batchId,
      invoices: invoice.id,
      passkeys: await addPasskey(running, owner, new TestAuthenticator('http://127.0.0.1')),
      webhooks: webhook.id,
      schedules: schedule.id,
      sessions: sessions.body.data[0].id as string,
      customers: customer.id,
      items: item.id,
      attachments: (await upload(running, owner, files.csv)).id,
    };
    // The first attempts of all mails are over before anything is compared; the next wait for the clock.
    running.app.get(MailWorker).wake();
    await eventually(async () => {
      const mails = await rowsOf(running, 'outbox');
      return mails.every((mail) => mail.failure !== null && mail.leased_until === null);
    });
    const { body } = await request(running.url).get('/openapi.json').expect(200);
    routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ path, method }) as Route),
    );
  });
  afterAll(() => running.close());

  const send = (method: Route['method'], path: string) => request(running.url)[method](path);
  const doorOf = (account: TestAccount, path: string) =>
    path.startsWith('/dashboard') ? account.session : account.bearer;
  const ask = ({ method, path }: Route, id: string, headers: Record<string, string> = {}) =>
    send(
      method,
      path
        .replace('{id}', id)
        .replace('{linkId}', ownedLinkId)
        .replace('{emailId}', ownedEmailId)
        .replace('{deliveryId}', ownedDeliveryId)
        .replace('{date}', '2026-01-31'),
    )
      .set(doorOf(stranger, path))
      .set(headers)
      .send(bodies[path]);
  const ownedBy = ({ path }: Route) => {
    const kind = path.split('/').find((part) => part in owned);
    if (kind === undefined) throw new Error(`This test does not know what ${path} is about.`);
    return owned[kind]!;
  };
  /** An id of the same form that nobody has. */
  const nobodys = (id: string) => id.slice(0, -6) + '000000';
  const comparable = ({ status, headers, text }: Response) => ({
    status,
    headers: { ...headers, date: '', 'x-request-id': '' },
    text: text.replace(/req_\w+/, 'req_'),
  });

  it('is as absent as what never was, on every route with an id, through both doors', async () => {
    const withId = routes.filter(({ path }) => path.includes('{id}'));
    expect(withId.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining([
        'get /v1/invoices/{id}',
        'get /v1/invoices/{id}/pdf',
        'get /dashboard/invoices/{id}',
        'put /v1/invoices/{id}',
        'delete /dashboard/invoices/{id}',
        'get /v1/invoices/{id}/request',
        'post /v1/invoices/{id}/issue',
        'get /dashboard/invoices/{id}/pdf',
        'post /v1/invoices/{id}/emails',
        'get /v1/invoices/{id}/emails',
        'post /dashboard/invoices/{id}/emails',
        'get /dashboard/invoices/{id}/emails',
        'post /v1/invoices/{id}/emails/preview',
        'post /v1/invoices/{id}/emails/{emailId}/resend',
        'post /dashboard/invoices/{id}/emails/{emailId}/resend',
        'post /v1/invoices/{id}/share-links',
        'get /v1/invoices/{id}/share-links',
        'post /v1/invoices/{id}/share-links/{linkId}/revoke',
        'get /v1/customers/{id}',
        'patch /v1/customers/{id}',
        'delete /dashboard/customers/{id}',
        'get /dashboard/items/{id}',
        'delete /v1/items/{id}',
        'get /v1/attachments/{id}',
        'get /dashboard/attachments/{id}/content',
        'delete /v1/attachments/{id}',
        'get /v1/batches/{id}',
        'put /v1/tax-presets/{id}',
        'delete /dashboard/tax-presets/{id}',
        'get /v1/batches/{id}/rows',
        'get /dashboard/batches/{id}',
        'get /dashboard/batches/{id}/rows',
        'get /v1/schedules/{id}',
        'put /v1/schedules/{id}',
        'delete /dashboard/schedules/{id}',
        'post /v1/schedules/{id}/pause',
        'get /dashboard/schedules/{id}/upcoming',
        'get /v1/schedules/{id}/occurrences',
        'post /v1/schedules/{id}/occurrences/{date}/retry',
        'post /dashboard/sessions/{id}/end',
        'patch /dashboard/keys/{id}',
        'post /dashboard/keys/{id}/revoke',
        'post /dashboard/keys/{id}/rotate',
        'delete /dashboard/passkeys/{id}',
        'post /dashboard/webhooks/{id}/rotate-secret',
        'get /dashboard/webhooks/{id}/deliveries',
        'post /dashboard/webhooks/{id}/deliveries/{deliveryId}/resend',
      ]),
    );
    const before = await storedState(running);
    for (const route of withId) {
      const id = ownedBy(route);
      const foreign = await ask(route, id);
      const absent = await ask(route, nobodys(id));
      expect([route, foreign.status, foreign.body.code]).toEqual([route, 404, 'not_found']);
      expect(comparable(foreign)).toEqual(comparable(absent));
      expect(foreign.text).not.toContain(id);
    }
    expect(await storedState(running)).toEqual(before);
  });

  it.each([
    ['an id of another kind', (id: string) => id.replace(/^[a-z]+/, 'acc')],
    ['an id in other letters', (id: string) => id.toUpperCase()],
    ['an id with a space behind it', (id: string) => `${id}%20`],
    ['an id with a wildcard', (id: string) => `${id.slice(0, -1)}%25`],
    ['an id with SQL', (id: string) => `${id}'%20OR%20'1'='1`],
    ['a number', () => '0'],
    ['a word', () => 'true'],
    ['an object', () => '[object Object]'],
    ['200 characters', () => 'x'.repeat(200)],
    ['a NUL', (id: string) => `${id}%00`],
    ['a line feed', (id: string) => `${id}%0a`],
  ])('is not found by %s', async (_, change) => {
    for (const route of routes.filter(({ path }) => path.includes('{id}'))) {
      const answer = await ask(route, change(ownedBy(route)));
      expect([route, answer.status, answer.body.code]).toEqual([route, 404, 'not_found']);
    }
  });

  it('is in no answer of a route without an id, whatever is asked of its filters, cursors and exports', async () => {
    const { reads } = await readApiForm(running.url);
    const asked = reads.filter(({ path }) => !path.includes('{id}'));
    expect(asked.flatMap(({ query }) => query).length).toBeGreaterThan(30);
    const marks = [
      ...Object.values(owned),
      owner.id,
      owner.email,
      ownWords,
      'SECRET-1',
      'SECRET-5',
    ];
    const cursors: string[] = [];
    for (const path of ['/v1/invoices', '/dashboard/audit-log', '/v1/customers', '/v1/items']) {
      const page = await send('get', path).set(doorOf(owner, path)).query({ limit: '1' });
      cursors.push(page.body.next_cursor as string);
    }
    expect(cursors).toEqual(Array(4).fill(expect.any(String)));
    for (const { path, query } of asked) {
      const values = query.flatMap((name) =>
        [...marks, ...cursors].map((value) => ({ [name]: value })),
      );
      for (const filter of [{}, ...values]) {
        const answer = await ask({ method: 'get', path }, '').query(filter).responseType('blob');
        expect([path, answer.status < 500]).toEqual([path, true]);
        const shown = readable(answer.body as Buffer);
        // What was asked for may be named in a refusal; nothing else may.
        const told = marks.filter(
          (mark) => shown.includes(mark) && !Object.values(filter).includes(mark),
        );
        expect([path, filter, told]).toEqual([path, filter, []]);
      }
    }
  });

  it('is not reached by naming its account in a header', async () => {
    const claims = {
      'x-account-id': owner.id,
      'x-account': owner.id,
      'x-tenant': owner.id,
      'x-tenant-id': owner.id,
      'x-organization-id': owner.id,
      'x-user-id': owner.id,
      'x-http-method-override': 'DELETE',
      'x-original-url': `/v1/invoices/${owned.invoices!}`,
      'x-rewrite-url': `/v1/invoices/${owned.invoices!}`,
      'x-forwarded-user': owner.email,
    };
    for (const path of ['/v1/account', '/dashboard/session', '/dashboard/organization']) {
      const answer = await ask({ method: 'get', path }, '', claims).expect(200);
      expect(answer.text).not.toContain('Owner Ltd');
    }
    for (const path of ['/v1/invoices', '/dashboard/invoices', '/dashboard/keys']) {
      const answer = await ask({ method: 'get', path }, '', claims).expect(200);
      expect(answer.text).not.toContain(owned.invoices);
      expect(answer.text).not.toContain(owned.keys);
    }
    for (const path of ['/v1/invoices/{id}', '/dashboard/invoices/{id}']) {
      expect((await ask({ method: 'get', path }, owned.invoices!, claims)).status).toBe(404);
    }
  });

  it('is not reached by naming its account in the query', async () => {
    for (const name of ['account_id', 'accountId', 'account', 'tenant', 'include', 'recipient']) {
      for (const door of ['/v1/invoices', '/dashboard/invoices']) {
        const answer = await ask({ method: 'get', path: door }, '').query({ [name]: owner.id });
        expect([200, 422]).toContain(answer.status);
        expect(answer.text).not.toContain(owned.invoices);
        expect(answer.text).not.toContain('SECRET-1');
      }
    }
    const { body } = await ask({ method: 'get', path: '/v1/account' }, '')
      .query({ account_id: owner.id })
      .expect(200);
    expect(body.id).toBe(stranger.id);
  });

  it('is not reached by naming it in a body', async () => {
    const answer = await request(running.url)
      .post('/v1/invoices')
      .set(stranger.bearer)
      .send({
        account_id: owner.id,
        logo_id: 'logo_0',
        recipient: { name: 'X', customer_id: owner.id },
        line_items: [{ description: 'X', quantity: 1, unit_price: 1, invoice_id: owned.invoices }],
      });
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('Owner Ltd');
  });

  it('is still there for its owner', async () => {
    const answer = await request(running.url)
      .get(`/v1/invoices/${owned.invoices!}`)
      .set(owner.bearer)
      .expect(200);
    expect(answer.body.invoice_number).toBe('SECRET-1');
    await request(running.url).get('/v1/api-key').set(owner.bearer).expect(200);
  });
});

describe('two accounts', () => {
  it('have invoice numbers, series and idempotency keys of their own', async () => {
    const running = await startApp();
    try {
      const [one, other] = [await createAccount(running), await createAccount(running)];
      const issue = (account: TestAccount) =>
        request(running.url)
          .post('/v1/invoices')
          .set(account.bearer)
          .set('idempotency-key', 'same')
          .send({
            recipient: { name: 'X' },
            line_items: [{ description: 'X', quantity: 1, unit_price: 1 }],
          })
          .expect(201);
      const [first, second] = [await issue(one), await issue(other)];
      expect(first.body.invoice_number).toBe('INV-0001');
      expect(second.body.invoice_number).toBe('INV-0001');
      expect(second.headers['idempotent-replayed']).toBeUndefined();
      expect(second.body.id).not.toBe(first.body.id);
    } finally {
      await running.close();
    }
  });
});

/** What can be read in an answer, in the files of a ZIP too. */
function readable(body: Buffer): string {
  const isZip = body.subarray(0, 2).toString() === 'PK';
  const files = isZip ? Object.entries(filesOf(body)).flat() : [body];
  return files.map((file) => file.toString('latin1')).join('\n');
}

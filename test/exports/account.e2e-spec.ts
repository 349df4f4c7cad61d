import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { doneBatch, postBatch } from '../support/batches.js';
import { createEntry, type StoredEntry } from '../support/catalog.js';
import { copyInvoice } from '../support/changes.js';
import { download, filesOf } from '../support/downloads.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { columnsOf, postImport } from '../support/imports.js';
import { getPdf, parallel } from '../support/invoices.js';
import { addWebhook } from '../support/webhook-receiver.js';

describe('the export of an account', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const files = async () => filesOf((await download(running.url, account, 'account/export')).bytes);
  const json = (file: Buffer | undefined) => JSON.parse(file?.toString() ?? '') as unknown;
  const body = async (path: string) =>
    (
      await request(running.url)
        .get(path)
        .set(path.startsWith('/v1') ? account.bearer : account.session)
        .expect(200)
    ).body as unknown;

  it('is a ZIP with a name, and says who the account is', async () => {
    const { type, disposition, bytes } = await download(running.url, account, 'account/export');
    expect(type).toBe('application/zip');
    expect(disposition).toBe('attachment; filename="finvo-export-2026-01-19.zip"');
    expect(json(filesOf(bytes)['account.json'])).toEqual(await body('/dashboard/session'));
  });

  it('has the keys obscured, and nothing in it opens the account', async () => {
    const found = await files();
    const { data } = (await body('/dashboard/keys')) as { data: unknown };
    expect(json(found['keys.json'])).toEqual(data);
    const secret = account.key.slice('finvo_sk_'.length);
    for (const [name, bytes] of Object.entries(found)) {
      expect([name, bytes.includes(secret)]).toEqual([name, false]);
      expect([name, /password|hash|token/i.test(bytes.toString())]).toEqual([name, false]);
    }
  });

  it('has every invoice as the API answers it, with its PDF byte for byte', async () => {
    const taxed = { line_items: [{ description: 'x', quantity: 1, unit_price: 10, tax_rate: 19 }] };
    const first = await createInvoice(running.url, account, taxed);
    running.clock.advanceMs(1_000);
    const second = await createInvoice(running.url, account, { metadata: { order: '7' } });
    const found = await files();
    expect(Object.keys(found).sort()).toEqual([
      'account.json',
      'batches.json',
      'customers.json',
      'imports.json',
      'invoices.json',
      'invoices/INV-0001.pdf',
      'invoices/INV-0002.pdf',
      'items.json',
      'keys.json',
      'mail-settings.json',
      'schedules.json',
      'tax-presets.json',
      'webhooks.json',
    ]);
    const asked = [];
    for (const { id } of [second, first]) asked.push(await body(`/v1/invoices/${id}`));
    expect(json(found['invoices.json'])).toEqual(asked);
    const { body: pdf } = await getPdf(running.url, account, first.id);
    expect(found['invoices/INV-0001.pdf']?.equals(pdf)).toBe(true);
  });

  it.each(['customers', 'items'] as const)(
    'has all %s as the API answers them, over many pages, archived ones as well',
    async (kind) => {
      const other = await createAccount(running);
      await createEntry(running, other, kind);
      const stored = await parallel(201, () => createEntry(running, account, kind));
      const [{ id }] = stored as [StoredEntry];
      await request(running.url)
        .patch(`/v1/${kind}/${id}`)
        .set(account.bearer)
        .send({ archived: true })
        .expect(200);
      const exported = json((await files())[`${kind}.json`]) as StoredEntry[];
      const ids = (entries: readonly StoredEntry[]) => entries.map((entry) => entry.id).sort();
      expect(ids(exported)).toEqual(ids(stored));
      expect(exported.find((entry) => entry.id === id)).toEqual(await body(`/v1/${kind}/${id}`));
    },
  );

  it('has batches with what became of each row, imports, and webhooks without their secrets', async () => {
    const { secret } = await addWebhook(running.url, account, { url: 'https://shop.example/hook' });
    const ids: string[] = [];
    for (let count = 0; count < 21; count += 1) {
      const answer = await postBatch(running, account, { invoices: [{}] });
      ids.unshift(answer.body.id as string);
    }
    const plan = columnsOf('recipient_name', 'description', 'quantity', 'unit_price');
    const file = 'Customer,What,Quantity,Price\nAcme Corp,Work,2,150.00\n';
    const imported = await postImport(running, account, { file, plan });
    expect(imported.body).toMatchObject({ total: 1 });
    ids.unshift(imported.body.id as string);
    for (const id of ids) await doneBatch(running, account, id);
    const found = await files();
    const exported = json(found['batches.json']) as { id: string; rows: unknown[] }[];
    expect(exported.map(({ id }) => id)).toEqual(ids);
    const [first] = ids;
    const { data: rows } = (await body(`/v1/batches/${first!}/rows`)) as { data: unknown[] };
    const batch = (await body(`/v1/batches/${first!}`)) as object;
    expect(exported[0]).toEqual({ ...batch, rows });
    expect(json(found['imports.json'])).toEqual([
      {
        ...{ batch_id: first, decimal_mark: null, date_order: null, prices_include_tax: false },
        columns: plan.columns,
        created_at: running.clock.nowText(),
      },
    ]);
    const { data: webhooks } = (await body('/dashboard/webhooks')) as { data: unknown[] };
    expect(json(found['webhooks.json'])).toEqual(webhooks);
    expect(found['webhooks.json']?.toString()).not.toContain(secret.slice('whsec_'.length));
  });

  it('has the logo as it is printed', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>';
    await request(running.url)
      .put('/dashboard/organization/logo')
      .set(account.session)
      .attach('logo', Buffer.from(svg), 'logo.svg')
      .expect(204);
    const logo = await request(running.url)
      .get('/dashboard/organization/logo')
      .set(account.session)
      .responseType('blob')
      .expect(200);
    expect((await files())['logo.png']?.equals(logo.body as Buffer)).toBe(true);
  });

  it('of an empty account is whole as well', async () => {
    const found = await files();
    const lists = [
      'batches.json',
      'customers.json',
      'imports.json',
      'invoices.json',
      'items.json',
      'schedules.json',
      'tax-presets.json',
      'webhooks.json',
    ];
    const others = ['account.json', 'keys.json', 'mail-settings.json'];
    expect(Object.keys(found).sort()).toEqual([...others, ...lists].sort());
    for (const name of lists) expect([name, json(found[name])]).toEqual([name, []]);
  });

  it('has every invoice over many pages, and none of another account', async () => {
    const other = await createAccount(running);
    await createInvoice(running.url, other, { invoice_number: 'SECRET-1' });
    const { id } = await createInvoice(running.url, account);
    await copyInvoice(running, id, 60);
    const found = await files();
    const invoices = json(found['invoices.json']) as { id: string; invoice_number: string }[];
    expect(new Set(invoices.map((invoice) => invoice.id)).size).toBe(61);
    expect(Object.keys(found).filter((name) => name.startsWith('invoices/'))).toHaveLength(61);
    expect(JSON.stringify(invoices)).not.toContain('SECRET-1');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { doneBatch, postBatch, rowsOfBatch } from '../support/batches.js';
import { allEntries, createEntry } from '../support/catalog.js';
import { createAccount, invoiceBody, type TestAccount } from '../support/factories.js';
import { getPdf, parallel, post } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { storedState } from '../support/tables.js';

let running: RunningApp;
let account: TestAccount;

beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());
beforeEach(async () => {
  account = await createAccount(running);
});

const address = { line1: '1 Street', city: 'Berlin', country: 'DE' };
interface Printed {
  readonly recipient: { readonly name: string };
  readonly line_items: readonly { readonly unit_price: string }[];
}

const lines = [{ description: 'Work', quantity: 1, unit_price: 10 }];
const create = (kind: 'customers' | 'items', changes: Record<string, unknown> = {}) =>
  createEntry(running, account, kind, changes);
const customers = () => allEntries(running, account, 'customers');
const items = () => allEntries(running, account, 'items');
const issue = async (body: object) => {
  const answer = await post(running.url, account, { line_items: lines, ...body });
  expect([answer.status, faultsOf(answer)]).toEqual([201, []]);
  return answer.body as Record<string, unknown> & { id: string; customer_id: string | null };
};
const preview = (body: object) =>
  request(running.url).post('/v1/invoices/preview').set(account.bearer).send(body);
const refused = async (body: object) => {
  const before = await storedState(running);
  const answer = await post(running.url, account, { line_items: lines, ...body });
  expectProblem(answer, 422, 'validation_failed');
  expect(await storedState(running)).toEqual(before);
  return faultsOf(answer);
};

describe('an invoice for a stored customer', () => {
  it('prints what is stored; what the request says counts more, for this invoice only', async () => {
    const stored = await create('customers', { email: 'a@acme.com', tax_id: 'DE1', address });
    const plain = await issue({ customer: stored.id });
    const recipient = { name: 'Acme Corp', email: 'a@acme.com', tax_id: 'DE1', address };
    expect(plain).toMatchObject({ customer_id: stored.id, recipient });
    const said = { email: 'other@acme.com', tax_id: null, address: { city: 'Paris' } };
    const other = await issue({ customer: stored.id, recipient: said });
    expect(other.recipient).toEqual({
      name: 'Acme Corp',
      email: 'other@acme.com',
      address: { city: 'Paris' },
    });
    expect(await customers()).toEqual([stored]);
  });

  it('has the customer’s language, currency and terms unless the request says otherwise', async () => {
    const { id } = await create('customers', {
      language: 'fr',
      currency: 'JPY',
      payment_terms_days: 10,
    });
    expect(await issue({ customer: id, date: '2026-01-01' })).toMatchObject({
      language: 'fr',
      currency: 'JPY',
      due_date: '2026-01-11',
      total: '10',
    });
    const own = { language: 'de', currency: 'EUR', payment_terms_days: 0, date: '2026-01-01' };
    expect(await issue({ customer: id, ...own })).toMatchObject({
      language: 'de',
      currency: 'EUR',
      due_date: '2026-01-01',
    });
    const faults = await refused({ customer: id, discounts: [{ amount: '0.5' }] });
    expect(faults).toEqual(['/discounts/0/amount too_many_decimals']);
  });

  it('says of every other invoice that it has no customer', async () => {
    expect(await issue(invoiceBody())).toMatchObject({ customer_id: null });
    expect((await preview(invoiceBody()).expect(200)).body).toMatchObject({ customer_id: null });
  });

  it('is refused when there is no such customer, or two of them', async () => {
    const stranger = await createAccount(running);
    const { id } = await createEntry(running, stranger, 'customers');
    expect(await refused({ customer: id })).toEqual(['/customer customer_not_found']);
    expect(await refused({ customer: 'crm-1' })).toEqual(['/customer customer_not_found']);
    expect(await refused({ customer: id, recipient: { name: 'A' } })).toEqual([
      '/customer customer_not_found',
    ]);
    const own = await create('customers');
    const both = { customer: own.id, recipient: { external_id: 'crm-1' } };
    expect(await refused(both)).toEqual(['/recipient/external_id customer_or_external_id']);
    expect(await refused({})).toEqual(['/recipient required']);
    expect(await refused({ recipient: {} })).toEqual(['/recipient/name required']);
    expect(await refused({ recipient: { external_id: 'new' } })).toEqual([
      '/recipient/name required',
    ]);
  });
});

describe('a recipient with an external id', () => {
  const recipient = { external_id: 'crm-1', name: 'Acme Corp', email: 'a@acme.com', address };

  it('is stored as a customer with the invoice, and found by it from then on', async () => {
    const { customer_id: id, recipient: printed } = await issue({ recipient });
    expect(await customers()).toEqual([expect.objectContaining({ id, ...recipient })]);
    const { external_id: _, ...said } = recipient;
    expect(printed).toEqual(said);
    const next = await issue({ recipient: { external_id: 'crm-1' } });
    expect(next).toMatchObject({ customer_id: id, recipient: said });
    expect(await issue({ customer: id })).toMatchObject({ customer_id: id, recipient: said });
  });

  it('brings the customer up to date: what it does not say stays, and null empties', async () => {
    const { customer_id: id } = await issue({ recipient });
    await request(running.url)
      .patch(`/v1/customers/${id!}`)
      .set(account.bearer)
      .send({ notes: 'Ours', archived: true })
      .expect(200);
    const change = { external_id: 'crm-1', name: 'Acme Inc', phone: '1', email: null };
    const { recipient: printed } = await issue({ recipient: change });
    expect(printed).toEqual({ name: 'Acme Inc', phone: '1', address });
    const [stored] = await customers();
    expect(stored).toMatchObject({ id, ...change, address, notes: 'Ours', archived: true });
  });

  it('never changes an invoice that is there, nor does any change or removal of the customer', async () => {
    const invoice = await issue({ recipient });
    const { body: pdf } = await getPdf(running.url, account, invoice.id);
    const read = async () => {
      const { body } = await request(running.url)
        .get(`/v1/invoices/${invoice.id}`)
        .set(account.bearer)
        .expect(200);
      return body as object;
    };
    const before = await read();
    await issue({ recipient: { external_id: 'crm-1', name: 'Another', address: null } });
    expect(await read()).toEqual(before);
    const path = `/v1/customers/${invoice.customer_id!}`;
    await request(running.url).patch(path).set(account.bearer).send({ name: 'Third' }).expect(200);
    await request(running.url).delete(path).set(account.bearer).expect(204);
    expect(await read()).toEqual(before);
    expect((await getPdf(running.url, account, invoice.id)).body.equals(pdf)).toBe(true);
  });

  it('stores nothing where the invoice is refused, or only looked at', async () => {
    await issue({ invoice_number: 'MINE', recipient: { name: 'A' } });
    const before = await storedState(running);
    const new_ = { recipient, line_items: [{ ...lines[0], external_id: 'sku-1' }] };
    const taken = await post(running.url, account, { ...new_, invoice_number: 'MINE' });
    expectProblem(taken, 409, 'invoice_number_taken');
    const wrong = await post(running.url, account, { ...new_, expected_total: '1' });
    expectProblem(wrong, 422, 'validation_failed');
    const { body } = await preview(new_).expect(200);
    expect(body).toMatchObject({ customer_id: null, recipient: { name: 'Acme Corp' } });
    expect(await storedState(running)).toEqual(before);
  });

  it('is one customer, however many invoices name it at once', async () => {
    const made = await parallel(12, (at) =>
      issue({
        recipient: { ...recipient, name: `Acme ${at}` },
        line_items: [{ ...lines[0], external_id: 'sku-1' }],
      }),
    );
    const [stored, ...others] = await customers();
    expect(others).toEqual([]);
    expect(new Set(made.map(({ customer_id: id }) => id))).toEqual(new Set([stored!.id]));
    expect(made.map(({ recipient: printed }) => printed)).toContainEqual(
      expect.objectContaining({ name: stored!.name }),
    );
    expect(await items()).toHaveLength(1);
  });

  it('is not stored again when the request is repeated under its Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'once' };
    const body = { recipient, line_items: lines };
    const first = await post(running.url, account, body, headers);
    expect(first.status).toBe(201);
    const path = `/v1/customers/${String(first.body.customer_id)}`;
    await request(running.url).patch(path).set(account.bearer).send({ name: 'Later' }).expect(200);
    const again = await post(running.url, account, body, headers);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(await customers()).toEqual([expect.objectContaining({ name: 'Later' })]);
    await request(running.url).delete(path).set(account.bearer).expect(204);
    expect((await post(running.url, account, body, headers)).body).toEqual(first.body);
    expect(await customers()).toEqual([]);
  });

  it('works in the rows of a batch, for one customer and for many', async () => {
    const row = (external_id: string) => ({
      recipient: { ...recipient, external_id },
      line_items: [{ ...lines[0], external_id: 'sku-1' }],
    });
    const invoices = [...Array(12).fill(row('crm-1')), row('crm-2'), { customer: 'cus_x' }];
    const { body } = await postBatch(running, account, { invoices });
    const batchId = body.id as string;
    expect(await doneBatch(running, account, batchId)).toMatchObject({ issued: 13, failed: 1 });
    const stored = await customers();
    expect(stored.map(({ external_id: id }) => id).sort()).toEqual(['crm-1', 'crm-2']);
    expect(await items()).toHaveLength(1);
    const rows = await rowsOfBatch(running, account, batchId);
    const first = await request(running.url)
      .get('/v1/invoices')
      .set(account.bearer)
      .query({ customer: stored.find(({ external_id: id }) => id === 'crm-1')!.id });
    expect((first.body.data as { id: string }[]).map(({ id }) => id)).toEqual(
      rows
        .slice(0, 12)
        .map(({ invoice_id: id }) => id)
        .reverse(),
    );
  });

  it('works in the rows of a batch as it does with one request after the other', async () => {
    await issue({ invoice_number: 'TAKEN', recipient: { name: 'A' }, line_items: lines });
    const known = { recipient: { external_id: 'crm-1' } };
    const again = { ...known, line_items: [{ external_id: 'sku-1', quantity: 1 }] };
    const { body } = await postBatch(running, account, {
      invoices: [
        { recipient, line_items: [{ ...lines[0], external_id: 'sku-1', unit_price: '10' }] },
        again,
        {
          recipient: { external_id: 'crm-1', name: 'Acme Inc' },
          line_items: [{ external_id: 'sku-1', quantity: 1, unit_price: '20' }],
        },
        again,
        null,
        {
          invoice_number: 'TAKEN',
          recipient: { external_id: 'crm-2', name: 'Nobody' },
          line_items: lines,
        },
        { recipient: { external_id: 'crm-2' }, line_items: lines },
        { ...known, line_items: lines },
      ],
    });
    await doneBatch(running, account, body.id as string);
    const rows = await rowsOfBatch(running, account, body.id as string);
    const printed: unknown[] = [];
    for (const { invoice_id: id, problem } of rows) {
      if (id === null) {
        printed.push(problem?.errors[0]!.pointer);
        continue;
      }
      const answer = await request(running.url).get(`/v1/invoices/${id}`).set(account.bearer);
      const { recipient: of, line_items: items } = answer.body as Printed;
      printed.push([of.name, items[0]!.unit_price]);
    }
    expect(printed).toEqual([
      ['Acme Corp', '10.00'],
      ['Acme Corp', '10.00'],
      ['Acme Inc', '20.00'],
      ['Acme Inc', '20.00'],
      '',
      '/invoice_number',
      '/recipient/name',
      ['Acme Inc', '10.00'],
    ]);
    expect((await customers()).map(({ name }) => name)).toEqual(['Acme Inc']);
  });
});

describe('a line of a stored item', () => {
  const taxes = [{ name: 'VAT', rate: '19', category: 'S' }];
  const stored = { unit: 'hours', unit_price: '150', details: 'On site', taxes };

  it('prints what is stored; what the line says counts more, for this invoice only', async () => {
    const item = await create('items', stored);
    const { line_items: made } = await issue({
      recipient: { name: 'A' },
      line_items: [
        { item: item.id, quantity: 2 },
        { item: item.id, quantity: 1, unit_price: 100, details: null, tax_rate: 7 },
      ],
    });
    expect(made).toEqual([
      expect.objectContaining({
        description: 'Consulting services',
        ...stored,
        unit_price: '150.00',
        amount: '300.00',
      }),
      expect.objectContaining({
        description: 'Consulting services',
        unit: 'hours',
        unit_price: '100.00',
        details: null,
        taxes: [expect.objectContaining({ rate: '7' })],
      }),
    ]);
    expect(await items()).toEqual([item]);
  });

  it('is stored, or brought up to date, by its external id', async () => {
    const line = { external_id: 'sku-1', description: 'Work', unit_price: '10.5', tax_rate: 19 };
    const said = { recipient: { name: 'A' } };
    await issue({ ...said, line_items: [{ ...line, quantity: 1 }] });
    expect(await items()).toEqual([
      expect.objectContaining({ ...line, tax_rate: '19', currency: 'USD' }),
    ]);
    const next = { external_id: 'sku-1', quantity: 3, unit: 'h' };
    const { line_items: made } = await issue({ ...said, line_items: [next] });
    expect(made).toEqual([expect.objectContaining({ unit_price: '10.50', unit: 'h' })]);
    expect(await items()).toEqual([expect.objectContaining({ unit: 'h', unit_price: '10.5' })]);
    await issue({ ...said, currency: 'EUR', line_items: [{ ...next, unit_price: 12 }] });
    expect(await items()).toEqual([
      expect.objectContaining({ unit_price: '12', currency: 'EUR', description: 'Work' }),
    ]);
  });

  it('says which item it was made of, also when that is new or gone, and is null for every other line', async () => {
    const item = await create('items', stored);
    const fresh = { ...lines[0], external_id: 'sku-1' };
    const body = {
      recipient: { name: 'A' },
      line_items: [{ item: item.id, quantity: 1 }, lines[0], fresh, fresh],
    };
    const itemIds = (answer: Record<string, unknown>) =>
      (answer.line_items as { item_id: unknown }[]).map(({ item_id: id }) => id);
    expect(itemIds((await preview(body)).body as Record<string, unknown>)).toEqual([
      item.id,
      null,
      null,
      null,
    ]);
    const made = await issue(body);
    const added = (await items()).find((one) => one.external_id === 'sku-1')!;
    expect(itemIds(made)).toEqual([item.id, null, added.id, added.id]);
    for (const { id } of [item, added])
      await request(running.url).delete(`/v1/items/${id}`).set(account.bearer).expect(204);
    const read = await request(running.url).get(`/v1/invoices/${made.id}`).set(account.bearer);
    expect(read.body).toEqual(made);
  });

  it('of a price in another currency needs one of its own', async () => {
    const { id } = await create('items', { ...stored, currency: 'EUR', external_id: 'sku-1' });
    const said = { recipient: { name: 'A' }, currency: 'USD' };
    const faults = await refused({
      ...said,
      line_items: [
        { item: id, quantity: 1 },
        { external_id: 'sku-1', quantity: 1 },
        { item: id, quantity: 1, unit_price: 5 },
      ],
    });
    expect(faults).toEqual([
      '/line_items/0/item item_currency',
      '/line_items/1/external_id item_currency',
    ]);
    await issue({ ...said, currency: 'EUR', line_items: [{ item: id, quantity: 1 }] });
  });

  it('is refused when there is no such item, or two of them, or something is missing', async () => {
    const stranger = await createAccount(running);
    const { id: foreign } = await createEntry(running, stranger, 'items', { external_id: 's' });
    const { id } = await create('items');
    const faults = await refused({
      recipient: { name: 'A' },
      line_items: [
        { item: foreign, quantity: 1 },
        { item: id, external_id: 's', quantity: 1 },
        { item: id, quantity: 1 },
        { external_id: 's', quantity: 1 },
        { quantity: 1 },
        { item: 7, external_id: ['s'], quantity: 1 },
        7,
      ],
    });
    expect(faults.sort()).toEqual([
      '/line_items/0/item item_not_found',
      '/line_items/1/external_id item_or_external_id',
      '/line_items/2/unit_price required',
      '/line_items/3/description required',
      '/line_items/3/unit_price required',
      '/line_items/4/description required',
      '/line_items/4/unit_price required',
      '/line_items/5/description required',
      '/line_items/5/external_id wrong_type',
      '/line_items/5/item wrong_type',
      '/line_items/5/unit_price required',
      '/line_items/6 wrong_type',
    ]);
  });
});

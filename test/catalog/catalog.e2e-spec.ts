import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { allEntries, createEntry, smallest } from '../support/catalog.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { parallel } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';

let running: RunningApp;
let account: TestAccount;

beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());
beforeEach(async () => {
  account = await createAccount(running);
});

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';
const send = (method: Method, path: string) => {
  const server = request(running.url);
  return server[method](path).set(path.startsWith('/v1') ? account.bearer : account.session);
};

const customer = {
  external_id: 'crm-4711',
  name: 'Acme Corp',
  email: 'billing@acme.com',
  phone: '+1 555 0100',
  website: 'https://acme.example',
  tax_id: 'DE123456789',
  registration_number: 'HRB 1',
  address: { line1: '1 Street', city: 'Berlin', postal_code: '10115', country: 'DE' },
  language: 'de',
  currency: 'EUR',
  payment_terms_days: 30,
  notes: 'Pays late.',
  metadata: { crm: 'x' },
};
const item = {
  external_id: 'sku-1',
  description: 'Consulting services',
  details: 'On site',
  unit: 'hours',
  unit_price: '150',
  currency: 'EUR',
  taxes: [{ name: 'VAT', rate: '19', category: 'S' }],
  metadata: { sku: '1' },
};

describe.each([
  ['customers', customer, { name: 'Beta Ltd' }, { email: null }] as const,
  ['items', item, { description: 'Training' }, { unit: null }] as const,
])('%s', (kind, whole, change, emptied) => {
  const create = (changes: Record<string, unknown> = {}) =>
    createEntry(running, account, kind, changes);
  const ids = async (query: Record<string, string> = {}) => {
    const { body } = await send('get', `/v1/${kind}`).query(query).expect(200);
    return (body.data as { id: string }[]).map(({ id }) => id);
  };

  it.each(['/v1', '/dashboard'])('are stored as they were said, through %s', async (door) => {
    const { body } = await send('post', `${door}/${kind}`).send(whole).expect(201);
    expect(body).toMatchObject({ ...whole, object: kind.slice(0, -1), archived: false });
    expect(body.id).toMatch(kind === 'customers' ? /^cus_/ : /^itm_/);
    expect((await send('get', `${door}/${kind}/${body.id}`).expect(200)).body).toEqual(body);
    expect((await send('get', `${door}/${kind}`).expect(200)).body).toEqual({
      data: [body],
      has_more: false,
      next_cursor: null,
    });
  });

  it('need no more than a name or description', async () => {
    const { id: _, object: __, created_at: ___, updated_at: ____, ...rest } = await create();
    const { metadata, archived, ...fields } = rest as Record<string, unknown>;
    expect([metadata, archived]).toEqual([{}, false]);
    const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
    expect(told).toEqual(smallest[kind]);
  });

  it('change in what is said; what is not said stays, and null empties', async () => {
    const { id, created_at: createdAt } = await create(whole);
    running.clock.advanceMs(1_000);
    const body = { ...change, ...emptied };
    const changed = await send('patch', `/v1/${kind}/${id}`).send(body).expect(200);
    const [before, now] = [createdAt, running.clock.now().toISOString()];
    expect(changed.body).toMatchObject({ ...whole, ...body, created_at: before, updated_at: now });
    expect((await send('get', `/v1/${kind}/${id}`)).body).toEqual(changed.body);
    const found = await ids({ q: Object.values(change)[0]! });
    expect(found).toEqual([id]);
  });

  it('are removed for good, and are not found again', async () => {
    const { id } = await create();
    await send('delete', `/v1/${kind}/${id}`).expect(204);
    expectProblem(await send('get', `/v1/${kind}/${id}`), 404, 'not_found');
    expectProblem(await send('patch', `/v1/${kind}/${id}`).send({}), 404, 'not_found');
    expectProblem(await send('delete', `/v1/${kind}/${id}`), 404, 'not_found');
    expect(await ids({ archived: 'all' })).toEqual([]);
  });

  it('that are archived are not listed unless somebody asks for them', async () => {
    const [{ id }, { id: other }] = [await create({ external_id: 'a' }), await create()];
    await send('patch', `/v1/${kind}/${id}`).send({ archived: true }).expect(200);
    expect(await ids()).toEqual([other]);
    expect(await ids({ archived: 'true' })).toEqual([id]);
    expect(await ids({ archived: 'all' })).toEqual([other, id]);
    expect(await ids({ external_id: 'a' })).toEqual([id]);
    await send('patch', `/v1/${kind}/${id}`).send({ archived: false }).expect(200);
    expect(await ids()).toEqual([other, id]);
  });

  it('are listed newest first, page by page, and found by parts of what they say', async () => {
    const names = ['ÄPFEL GmbH', '100% Wool', 'Third', 'Fourth', 'Fifth'];
    const field = Object.keys(smallest[kind])[0]!;
    const made: string[] = [];
    for (const name of names) {
      running.clock.advanceMs(1_000);
      made.unshift((await create({ [field]: name, external_id: `X-${made.length}` })).id);
    }
    const first = await send('get', `/v1/${kind}`).query({ limit: '3' }).expect(200);
    const cursor = first.body.next_cursor as string;
    const second = await send('get', `/v1/${kind}`).query({ limit: '3', cursor }).expect(200);
    const seen = [...first.body.data, ...second.body.data].map(({ id }: { id: string }) => id);
    expect(seen).toEqual(made);
    expect([first.body.has_more, second.body.has_more]).toEqual([true, false]);
    expect(await ids({ q: 'äpfel' })).toEqual([made.at(-1)]);
    expect(await ids({ q: '%' })).toEqual([made.at(-2)]);
    expect(await ids({ q: 'x-4' })).toEqual([made[0]]);
    expect(await ids({ q: 'nothing' })).toEqual([]);
  });

  it('have an external id once in an account, to the letter', async () => {
    const { id } = await create({ external_id: 'crm-1' });
    const taken = await send('post', `/v1/${kind}`).send({
      ...smallest[kind],
      external_id: 'crm-1',
    });
    expectProblem(taken, 409, 'external_id_taken');
    const { id: other } = await create({ external_id: 'CRM-1' });
    const change = send('patch', `/v1/${kind}/${other}`).send({ external_id: 'crm-1' });
    expectProblem(await change, 409, 'external_id_taken');
    await send('patch', `/v1/${kind}/${id}`).send({ external_id: null }).expect(200);
    await send('patch', `/v1/${kind}/${other}`).send({ external_id: 'crm-1' }).expect(200);
    const stranger = await createAccount(running);
    await createEntry(running, stranger, kind, { external_id: 'crm-1' });
  });

  it('are replaced as a whole under an external id, whether they are there or not', async () => {
    const path = `/v1/${kind}/by-external-id/a%2Fb%20c`;
    const { external_id: _, ...said } = whole;
    const first = await send('put', path).send(said).expect(201);
    expect(first.body).toMatchObject({ ...said, external_id: 'a/b c' });
    const second = await send('put', path).send(change).expect(200);
    expect(second.body).toMatchObject({ ...change, id: first.body.id, metadata: {} });
    expect(second.body).toMatchObject(
      kind === 'customers' ? { email: null, address: null } : { unit_price: null, taxes: null },
    );
    expect(await allEntries(running, account, kind)).toEqual([second.body]);
  });

  it('are one, however many put one external id at once', async () => {
    const answers = await parallel(8, () =>
      send('put', `/dashboard/${kind}/by-external-id/same`).send(smallest[kind]),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(await allEntries(running, account, kind)).toHaveLength(1);
  });

  it('are refused with every fault, and nothing is stored', async () => {
    const wrong = { ...whole, external_id: ' x', metadata: { a: 1 }, currency: 'XXXX', colour: 1 };
    for (const [method, path] of [
      ['post', `/v1/${kind}`],
      ['patch', `/v1/${kind}/cus_0000000000000000000000a`],
    ] as const) {
      const answer = await send(method, path).send(wrong);
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer).sort()).toEqual([
        '/colour unknown_field',
        '/currency unknown_currency',
        '/external_id wrong_format',
        '/metadata/a wrong_metadata',
      ]);
    }
    const unprinted = await send('post', `/v1/${kind}`).send({
      ...smallest[kind],
      [Object.keys(change)[0]!]: 'a\u{E000}',
    });
    expect(faultsOf(unprinted)).toEqual([`/${Object.keys(change)[0]!} character_not_printable`]);
    const put = await send('put', `/v1/${kind}/by-external-id/%C3%A4`).send(smallest[kind]);
    expect(faultsOf(put)).toEqual(['/external_id wrong_format']);
    expect(await allEntries(running, account, kind)).toEqual([]);
  });
});

describe('an item', () => {
  it('says its taxes in one way: the later one takes the place of the earlier one', async () => {
    const { id } = await createEntry(running, account, 'items', { tax_rate: 19 });
    const taxes = [{ name: 'GST', rate: '5' }];
    const second = await send('patch', `/v1/items/${id}`).send({ taxes }).expect(200);
    expect(second.body).toMatchObject({ tax_rate: null, taxes });
    const third = await send('patch', `/v1/items/${id}`).send({ tax_rate: '7.0' }).expect(200);
    expect(third.body).toMatchObject({ tax_rate: '7', taxes: null });
    const both = await send('patch', `/v1/items/${id}`).send({ tax_rate: 7, taxes });
    expect(faultsOf(both)).toEqual(['/tax_rate tax_rate_or_taxes']);
  });

  it('may be free of charge', async () => {
    const { unit_price: price } = await createEntry(running, account, 'items', { unit_price: 0 });
    expect(price).toBe('0');
  });
});

describe('the invoices of a customer', () => {
  it('are listed by its id, also when it is gone', async () => {
    const { id } = await createEntry(running, account, 'customers');
    const of = async (customerId: string) =>
      (await send('get', '/v1/invoices').query({ customer: customerId }).expect(200)).body.data as {
        id: string;
      }[];
    await createInvoice(running.url, account);
    const invoice = await createInvoice(running.url, account, {
      customer: id,
      recipient: undefined,
    });
    expect((await of(id)).map((each) => each.id)).toEqual([invoice.id]);
    await send('delete', `/v1/customers/${id}`).expect(204);
    expect((await of(id)).map((each) => each.id)).toEqual([invoice.id]);
    expect(await of('cus_0000000000000000000000')).toEqual([]);
    const wrong = await send('get', '/v1/invoices').query({ customer: 'crm-4711' });
    expect(faultsOf(wrong)).toEqual(['/customer wrong_format']);
  });
});

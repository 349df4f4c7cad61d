import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, createInvoice, type TestAccount } from './support/factories.js';
import { type ApiForm, type JsonRoute, readApiForm } from './support/json-routes.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { storedState } from './support/tables.js';

/** What belongs to the server; a route may have a field of such a name, and only then takes it. */
const servers = [
  'id',
  'account_id',
  'accountId',
  'user_id',
  'userId',
  'created_at',
  'created_by',
  'status',
  'role',
  'isAdmin',
  'source',
  'number',
  'total',
  'key_hash',
  'password_hash',
  'revoked_at',
  'last_used_at',
  'replaced_by',
];
const longText = `${'a'.repeat(50_000)}!`;
/** So many fields of 50,000 letters fit into one body. */
const fieldsAtOnce = 15;
/** Refused by its length, or because it is none of a list. */
const refusedUnread = /^(too_long|not_a_choice|unknown_currency|wrong_metadata|out_of_range)$/;

describe('every field of every request of the OpenAPI document', () => {
  let running: RunningApp;
  let account: TestAccount;
  let invoiceId: string;
  let form: ApiForm;
  let before: string[];

  beforeAll(async () => {
    running = await startApp({ SMTP_URL: 'smtp://127.0.0.1:9' });
    account = await createAccount(running);
    ({ id: invoiceId } = await createInvoice(running.url, account));
    await request(running.url).get(`/v1/invoices/${invoiceId}/pdf`).set(account.bearer).expect(200);
    form = await readApiForm(running.url);
    before = await storedState(running);
  });
  afterAll(() => running.close());
  afterEach(async () => {
    expect(await storedState(running)).toEqual(before);
  });

  const pathOf = (path: string) =>
    path.replaceAll(/\{\w+\}/g, path.includes('/keys/') ? account.keyId : invoiceId);
  const doorOf = (path: string) =>
    path.startsWith('/dashboard') ? account.session : account.bearer;
  const ask = (method: JsonRoute['method'] | 'get', path: string, query = '') => {
    const server = request(running.url);
    return server[method](pathOf(path) + query).set(doorOf(path));
  };
  const send = ({ method, path }: JsonRoute, body: unknown) =>
    ask(method, path).send(body as object);
  const read = (path: string, query: string) => ask('get', path, `?${query}`);
  /** The rows of a batch are read later, by the very code that reads POST /v1/invoices. */
  const textsOf = ({ path, schema }: JsonRoute) =>
    form
      .textsOf(schema)
      .filter((pointer) => !path.endsWith('/batch') || !pointer.startsWith('/invoices/0/'));
  const withTexts = () => form.json.filter((route) => textsOf(route).length > 0);
  const everyText = (route: JsonRoute, value: unknown): Map<string, unknown> =>
    new Map(textsOf(route).map((pointer) => [pointer, value]));

  /** What a refusal says of the field at a pointer; of a list it may speak as a whole. */
  function faultsIn(answer: Response, path: string): (pointer: string) => string | undefined {
    expect([path, answer.status]).toEqual([path, 422]);
    expectProblem(answer, 422, 'validation_failed');
    const codes = new Map(faultsOf(answer).map((fault) => fault.split(' ') as [string, string]));
    return (pointer) => codes.get(pointer) ?? codes.get(pointer.replace(/\/0$/, ''));
  }

  it('is one that the server knows: whose, when and in which state is never for the client to say', async () => {
    expect(form.json.length).toBeGreaterThan(15);
    for (const route of form.json) {
      const known = Object.keys(form.bodyOf(route.schema, everyText(route, 'x')) as object);
      const foreign = servers.filter((name) => !known.includes(name));
      const given = Object.fromEntries(foreign.map((name) => [name, 'acc_0000000000000000000000']));
      const body = form.bodyOf(route.schema) as object;
      const faultOf = faultsIn(await send(route, { ...body, ...given }), route.path);
      for (const name of foreign)
        expect([route.path, name, faultOf(`/${name}`)]).toEqual([
          route.path,
          name,
          'unknown_field',
        ]);
    }
  });

  it.each<[string, unknown]>([
    ['0', 0],
    ['a number', 4711],
    ['true', true],
    ['a list', []],
    ['an object', {}],
    ['an operator', { $ne: '' }],
    ['a list of texts', ['x']],
  ])('that is a text is refused when it is %s, before any look-up', async (_, value) => {
    for (const route of withTexts()) {
      const answer = await send(route, form.bodyOf(route.schema, everyText(route, value)));
      const faultOf = faultsIn(answer, route.path);
      for (const pointer of textsOf(route))
        expect([route.path, pointer, faultOf(pointer)]).not.toEqual([
          route.path,
          pointer,
          undefined,
        ]);
    }
  });

  it('that is a text is measured, or looked up as a whole, before any pattern is tried on it', async () => {
    for (const route of form.json) {
      const texts = textsOf(route);
      for (let at = 0; at < texts.length; at += fieldsAtOnce) {
        const some = texts.slice(at, at + fieldsAtOnce);
        const given = new Map(some.map((pointer) => [pointer, longText]));
        const faultOf = faultsIn(await send(route, form.bodyOf(route.schema, given)), route.path);
        for (const pointer of some)
          expect([route.path, pointer, faultOf(pointer)]).toEqual([
            route.path,
            pointer,
            expect.stringMatching(refusedUnread),
          ]);
      }
    }
  });

  it('of a query is measured as well', async () => {
    for (const { path, query } of form.reads) {
      for (const name of query) {
        const answer = await read(path, `${name}=${longText.slice(-12_000)}`);
        expect([path, faultsIn(answer, path)(`/${name}`)]).toEqual([
          path,
          expect.stringMatching(refusedUnread),
        ]);
      }
    }
  });

  it('of a query reaches no prototype', async () => {
    // An account's export is told in its audit log.
    for (const { path } of form.reads.filter((each) => !each.path.endsWith('/account/export'))) {
      for (const query of [
        '__proto__[isAdmin]=1',
        '__proto__=1&constructor=1',
        'constructor[prototype][isAdmin]=1',
      ]) {
        const answer = await read(path, query);
        expect([path, answer.status < 500]).toEqual([path, true]);
      }
    }
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});

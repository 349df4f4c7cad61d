import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { getPdf, parallel, post, postForPdf } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { storedRows } from '../support/stored.js';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';

const line = { description: 'Consulting services', quantity: 10, unit_price: 150 };
const withLine = (changes: Record<string, unknown>) =>
  invoiceBody({ line_items: [{ ...line, ...changes }] });
const megabyte = 1_040_000;

/** `{"a":{"a":…}}` or `[[…]]` as text, as deep as asked for. */
const nested = (open: string, close: string, depth: number) =>
  open.repeat(depth) + '1' + close.repeat(depth);

/** Lines that are wrong in as many places as possible. */
function wrongLines(lines: number, kind: 'unknown' | 'taxes', each: number): object[] {
  const taxes = { taxes: Array.from({ length: each }, () => ({})) };
  const unknown = Object.fromEntries(Array.from({ length: each }, (_, at) => [`unit_${at}`, 1]));
  return Array.from({ length: lines }, () => (kind === 'taxes' ? taxes : unknown));
}

describe('a hostile or careless client', () => {
  let running: RunningApp;
  let account: TestAccount;
  let issued = 0;

  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  afterEach(async () => {
    const stored = await storedRows(running, account);
    expect(stored).toMatchObject({ invoices: issued, numbersUsed: issued, idempotencyKeys: 0 });
  });

  const send = (body: unknown, headers: Record<string, string> = {}) =>
    post(running.url, account, body, headers);

  async function issue(changes: Record<string, unknown> = {}) {
    issued += 1;
    return createInvoice(running.url, account, changes);
  }

  /** Any 4xx problem in a moment; never an error of ours. */
  function expectRefused(answer: Response): void {
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  }

  it.each([
    '{',
    '{"recipient":}',
    "{'recipient':1}",
    '{"a":NaN}',
    '{"a":Infinity}',
    '{"a":01}',
    '{"a":1,}',
    '\u0000',
    '{"a":"\n"}',
    'undefined',
    '<xml/>',
  ])('is told that %j is no JSON', async (body) => {
    expectProblem(await send(body), 400, 'malformed_json');
  });

  it.each([
    '{"__proto__":{"isAdmin":true}}',
    '{"\\u005f_proto__":{"isAdmin":true}}',
    '{"metadata":{"__proto__":{"x":1}}}',
    '{"recipient":{"constructor":{"prototype":{"x":1}}}}',
  ])('cannot reach the prototype of objects: %s', async (body) => {
    expectProblem(await send(body), 400, 'malformed_json');
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('is refused for bodies in other types, charsets and encodings', async () => {
    const body = Buffer.from(JSON.stringify(invoiceBody()));
    const cases: [Record<string, string>, Buffer, number][] = [
      [{ 'content-type': 'text/plain' }, body, 415],
      [{ 'content-type': 'application/x-www-form-urlencoded' }, body, 415],
      [{ 'content-type': 'application/json; charset=utf-7' }, body, 415],
      [{ 'content-type': 'application/json; charset=utf-16' }, body, 415],
      [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }, body, 415],
      [{ 'content-type': 'application/json' }, Buffer.from(body.toString(), 'utf16le'), 400],
      [{ 'content-type': 'application/json' }, Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
    ];
    for (const [headers, bytes, status] of cases) {
      const answer = await fetch(`${running.url}/v1/invoices`, {
        method: 'POST',
        headers: { ...account.bearer, ...headers },
        body: bytes,
      });
      expect({ headers, status: answer.status }).toEqual({ headers, status });
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  });

  it.each(['PUT', 'PATCH', 'DELETE'])(
    'is told which methods there are instead of %s',
    async (method) => {
      const answer = await fetch(`${running.url}/v1/invoices`, { method, headers: account.bearer });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
    },
  );

  it.each([
    ['one word of a megabyte', invoiceBody({ notes: 'a'.repeat(megabyte) }), '/notes too_long'],
    [
      'a mail address',
      invoiceBody({ recipient: { name: 'A', email: `${'a'.repeat(50_000)}!` } }),
      '/recipient/email too_long',
    ],
    ['an IBAN', invoiceBody({ payment: { iban: 'D'.repeat(500_000) } }), '/payment/iban too_long'],
    [
      'a number',
      withLine({ quantity: '9'.repeat(megabyte) }),
      '/line_items/0/quantity too_many_digits',
    ],
    [
      'zeros',
      withLine({ quantity: `0.${'0'.repeat(megabyte)}` }),
      '/line_items/0/quantity too_many_decimals',
    ],
    ['accents', invoiceBody({ notes: 'e\u0301'.repeat(300_000) }), '/notes too_long'],
    [
      'an emoji sequence',
      invoiceBody({ notes: '\u{1f469}\u200d'.repeat(140_000) }),
      '/notes too_long',
    ],
    [
      'an invoice number',
      invoiceBody({ invoice_number: '1'.repeat(megabyte) }),
      '/invoice_number too_long',
    ],
  ])('cannot slow anything down with %s of a megabyte', async (_, body, fault) => {
    const startedMs = performance.now();
    const answer = await send(body);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual([fault]);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });

  it.each([
    ['lists in lists', `{"line_items":${nested('[', ']', 400_000)}}`],
    ['objects in objects', `{"notes":${nested('{"a":', '}', 150_000)}}`],
    ['objects in metadata', `{"metadata":${nested('{"a":', '}', 150_000)}}`],
    ['lists in an unknown field', `{"x":${nested('[', ']', 400_000)}}`],
    ['lists and nothing else', nested('[', ']', 400_000)],
    [
      'a hundred thousand unknown fields',
      `{${Array.from({ length: 90_000 }, (_, at) => `"a${at}":1`).join()}}`,
    ],
    ['a hundred thousand empty lines', `{"line_items":[${'{},'.repeat(300_000)}{}]}`],
    ['half a million nulls', `{"line_items":[${'null,'.repeat(200_000)}1]}`],
    [
      'many taxes on a line',
      JSON.stringify(withLine({ taxes: Array.from({ length: 100_000 }, () => ({})) })),
    ],
    ['unknown fields in lines', JSON.stringify({ line_items: wrongLines(590, 'unknown', 99) })],
    ['wrong taxes on lines', JSON.stringify({ line_items: wrongLines(1_900, 'taxes', 30) })],
    [
      'many names in metadata',
      `{"metadata":{${Array.from({ length: 80_000 }, (_, at) => `"a${at}":1`).join()}}}`,
    ],
  ])('is refused at once for a megabyte of %s', async (_, body) => {
    const startedMs = performance.now();
    const withKey = { 'idempotency-key': 'deep' };
    for (const headers of [undefined, withKey]) expectRefused(await send(body, headers));
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });

  it('is refused above a megabyte, whatever it is', async () => {
    expectProblem(await send(' '.repeat(1_048_577)), 413, 'body_too_large');
  });

  it('gets no control character into any text', async () => {
    for (const text of [
      'NUL\u0000',
      'bell\u0007',
      'escape\u001b[31m',
      'delete\u007f',
      'next\u0085',
      'half\ud800',
      '\ufffe',
    ]) {
      const answer = await send(
        invoiceBody({
          invoice_number: text,
          recipient: { name: text, address: { line1: text, city: text } },
          line_items: [{ ...line, description: text, details: text, unit: text }],
          notes: text,
          terms: text,
          reference: text,
        }),
      );
      expectProblem(answer, 422, 'validation_failed');
      expect(
        faultsOf(answer)
          .map((fault) => fault.split(' ')[0])
          .sort(),
      ).toEqual([
        '/invoice_number',
        '/line_items/0/description',
        '/line_items/0/details',
        '/line_items/0/unit',
        '/notes',
        '/recipient/address/city',
        '/recipient/address/line1',
        '/recipient/name',
        '/reference',
        '/terms',
      ]);
    }
  });

  it.each(['INV\r\nSet-Cookie: a=b', 'INV\n1', 'INV\t1', 'INV\u202e1'])(
    'cannot put %j into an invoice number, and so into a header',
    async (number) => {
      const answer = await send(invoiceBody({ invoice_number: number }));
      expect(faultsOf(answer)).toEqual(['/invoice_number control_character']);
    },
  );

  it('takes the last of two equal names, as JSON.parse does', async () => {
    issued += 1;
    const answer = await send(
      '{"recipient":{"name":"A"},"recipient":{"name":"B"},"line_items":[{"description":"x","quantity":1,"unit_price":1}]}',
    );
    expect(answer.body.recipient).toEqual({ name: 'B' });
  });

  it('keeps every number exact, as text or as what JSON makes of it', async () => {
    const exact = await issue({
      line_items: [
        { description: 'Text', quantity: '1', unit_price: '1.005' },
        { description: 'Float', quantity: 3, unit_price: 0.1 },
        { description: 'Minus zero', quantity: -0, unit_price: 5 },
        { description: 'Largest', quantity: '90071992547.40991', unit_price: '100' },
      ],
    });
    expect(
      (exact['line_items'] as { net_amount: string }[]).map((each) => each.net_amount),
    ).toEqual(['1.01', '0.30', '0.00', '9007199254740.99']);
    const float = await send(withLine({ unit_price: 0.1 + 0.2 }));
    expect(faultsOf(float)).toEqual(['/line_items/0/unit_price precision_lost']);
    const large = JSON.stringify(withLine({})).replace('150', '9007199254740993');
    expect(faultsOf(await send(large))).toEqual(['/line_items/0/unit_price too_many_digits']);
  });

  it('sees every attempt at injection printed as the text it is', async () => {
    const attempts = [
      '<img src=http://169.254.169.254/latest>',
      '<iframe src=file:///etc/passwd></iframe>',
      '{{7*7}} ${7*7} #{7*7}',
      '#read("/etc/passwd") #panic("x") $ x^2 $ *bold* _em_ @ref',
      '\\input{/etc/passwd} \\u{41}',
      '"); } #import "/x.typ"',
      '<script>alert(1)</script>',
    ];
    const { id } = await issue({
      recipient: { name: attempts[3] },
      line_items: attempts.map((description) => ({ ...line, description, details: description })),
      notes: attempts.join('\n'),
    });
    const pdf = await getPdf(running.url, account, id);
    const printed = (await textOf(pdf.body)).replaceAll(/\s+/g, '');
    for (const attempt of attempts) {
      const times = printed.split(attempt.replaceAll(/\s+/g, '')).length - 1;
      expect({ attempt, times }).toEqual({ attempt, times: attempt === attempts[3] ? 4 : 3 });
    }
    expect(printed).not.toMatch(/root:x:0/);
  });

  it('gets right-to-left text, emoji and one word without a space into a PDF', async () => {
    const text = `\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u{1f600} ${'W'.repeat(4_900)}`;
    issued += 1;
    const answer = await postForPdf(running.url, account, invoiceBody({ notes: text }));
    expect(answer.status).toBe(201);
  });

  it('finds nothing else that fails on our side, whatever JSON it sends', async () => {
    const names = fc.constantFrom(
      'recipient',
      'line_items',
      'name',
      'description',
      'quantity',
      'unit_price',
      'taxes',
      'rate',
      'discount',
      'percent',
      'amount',
      'discounts',
      'charges',
      'date',
      'currency',
      'payment',
      'metadata',
      'address',
      'toString',
      'length',
    );
    const json = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        tie('leaf'),
        tie('list'),
        tie('object'),
      ),
      leaf: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.bigInt().map(String),
        fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
      ),
      list: fc.array(tie('any'), { maxLength: 4 }),
      object: fc.dictionary(fc.oneof(names, fc.string()), tie('any'), { maxKeys: 6 }),
    }));
    const almost = fc
      .record({
        changed: fc.dictionary(names, json.any, { maxKeys: 3 }),
        line: fc.dictionary(names, json.any, { maxKeys: 3 }),
      })
      .map(({ changed, line: changes }) => ({ ...withLine(changes), ...changed }));
    const bodies = fc.sample(fc.oneof(json.any, json.object, almost), {
      numRuns: 400,
      seed: 20260119,
    });
    for (let at = 0; at < bodies.length; at += 20) {
      await parallel(20, async (index) => {
        const body: unknown = bodies[at + index];
        const answer = await request(running.url)
          .post('/v1/invoices')
          .set(account.bearer)
          .type('json')
          .send(JSON.stringify(body));
        if (answer.status === 201) issued += 1;
        else if (answer.status >= 500)
          throw new Error(`${answer.status} for ${JSON.stringify(body)}`);
        else expectRefused(answer);
      });
    }
  });
});

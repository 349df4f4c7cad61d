import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningApp, startApp } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { post } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { storedRows } from '../support/stored.js';

const line = { description: 'Consulting services', quantity: 10, unit_price: 150 };
const withLine = (changes: Record<string, unknown>) =>
  invoiceBody({ line_items: [{ ...line, ...changes }] });

describe('a request with faults', () => {
  let running: RunningApp;
  let account: TestAccount;
  let issuedBefore = 0;

  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  beforeEach(async () => {
    issuedBefore = (await storedRows(running, account)).invoices;
  });

  /** The guarantee of every test here: nothing is stored, and the next number is the next one. */
  afterEach(async () => {
    const stored = await storedRows(running, account);
    expect(stored).toMatchObject({ invoices: issuedBefore, idempotencyKeys: 0 });
    const next = await createInvoice(running.url, account);
    expect(next.invoice_number).toBe(`INV-${String(stored.numbersUsed + 1).padStart(4, '0')}`);
  });

  const send = (body: unknown) => post(running.url, account, body);

  /** Pointers and codes of the faults of a body that is refused. */
  async function refused(body: unknown): Promise<string[]> {
    const answer = await send(body);
    expectProblem(answer, 422, 'validation_failed');
    return faultsOf(answer);
  }

  it('is told every fault at once, each with its pointer, code and way out', async () => {
    const answer = await send({
      invoice_nunber: 'INV-001',
      currency: 'usd',
      date: '2026-02-30',
      recipient: { nane: 'Acme Corp', email: 'billing(at)acme.com', address: { country: 'UK' } },
      line_items: [
        { description: '', quantity: 'ten', unitPrice: 150 },
        { description: 'Ok', quantity: 1, unit_price: '1,00', discount: { percent: 101 } },
      ],
      discounts: [{ reason: 'Nothing to reduce' }],
      payment: { iban: 'DE00370400440532013000' },
    });
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort()).toEqual([
      '/currency unknown_currency',
      '/date no_such_day',
      '/discounts/0 percent_or_amount',
      '/invoice_nunber unknown_field',
      '/line_items/0/description required',
      '/line_items/0/quantity not_a_number',
      '/line_items/0/unitPrice unknown_field',
      '/line_items/0/unit_price required',
      '/line_items/1/discount/percent out_of_range',
      '/line_items/1/unit_price not_a_number',
      '/payment/iban wrong_iban',
      '/recipient/address/country unknown_country',
      '/recipient/email wrong_format',
      '/recipient/name required',
      '/recipient/nane unknown_field',
    ]);
    const errors = answer.body.errors as { pointer: string; message: string; hint?: string }[];
    const hints = new Map(errors.map((fault) => [fault.pointer, fault.hint]));
    expect(hints.get('/invoice_nunber')).toBe('Did you mean "invoice_number"?');
    expect(hints.get('/line_items/0/unitPrice')).toBe('Did you mean "unit_price"?');
    expect(hints.get('/recipient/nane')).toBe('Did you mean "name"?');
    expect(hints.get('/currency')).toBe('Did you mean "USD"?');
    expect(hints.get('/recipient/address/country')).toBe('Did you mean "GB"?');
    expect(errors.every(({ message }) => message.length > 0)).toBe(true);
  });

  it.each([
    ['price', 'unit_price'],
    ['unitprice', 'unit_price'],
    ['qty', undefined],
    ['quantitiy', 'quantity'],
    ['taxRate', 'tax_rate'],
    ['tax', 'tax_rate'],
    ['colour', undefined],
  ])('meets the unknown field "%s" of a line with the hint %s', async (name, meant) => {
    const answer = await send(withLine({ [name]: 1 }));
    expectProblem(answer, 422, 'validation_failed');
    expect(answer.body.errors).toEqual([
      {
        pointer: `/line_items/0/${name}`,
        code: 'unknown_field',
        message: `There is no field "${name}" here.`,
        ...(meant !== undefined && { hint: `Did you mean "${meant}"?` }),
      },
    ]);
  });

  it.each([
    'status',
    'number',
    'id',
    'account_id',
    'created_at',
    'total',
    'subtotal',
    'tax_total',
    'pdf',
    'source',
  ])('cannot set what is the server’s: %s', async (name) => {
    expect(await refused(invoiceBody({ [name]: '1' }))).toEqual([`/${name} unknown_field`]);
  });

  it.each(['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'constructor', 'then'])(
    'is refused for the field "%s", which every object of JavaScript has',
    async (name) => {
      expect(await refused(invoiceBody({ [name]: 'x' }))).toEqual([`/${name} unknown_field`]);
      expect(await refused(withLine({ [name]: 'x' }))).toEqual([
        `/line_items/0/${name} unknown_field`,
      ]);
    },
  );

  const wrongTypes: [name: string, wrong: unknown[]][] = [
    ['invoice_number', [1, true, {}, ['INV-1'], '']],
    ['series', [1, false, {}, [], '-x', 'a b']],
    ['date', [20260119, true, {}, [], '', '19.01.2026']],
    ['due_date', [0, true, {}, []]],
    ['payment_terms_days', ['14', 1.5, -1, 3651, true, {}, []]],
    ['currency', [978, true, {}, [], '', 'EURO', 'XXX']],
    ['language', [1, true, {}, [], '', 'tlh', 'none']],
    ['second_language', [1, true, {}, [], '', 'tlh']],
    ['recipient', [1, true, 'Acme', [], null, [{ name: 'Acme' }]]],
    ['organization', [1, true, 'Example', []]],
    ['line_items', [1, true, 'text', {}, null, { 0: line }]],
    ['discounts', [1, true, 'text', {}]],
    ['charges', [1, true, 'text', {}]],
    ['prices_include_tax', [1, 'true', {}, []]],
    ['notes', [1, true, {}, []]],
    ['terms', [1, true, {}, []]],
    ['reference', [1, true, {}, []]],
    ['payment', [1, true, 'DE89', []]],
    ['expected_total', [true, {}, [], '', '1e3', 'NaN']],
    ['metadata', [1, true, 'text', [], { name: 1 }, { name: { deep: 'x' } }, { name: null }]],
  ];
  it.each(wrongTypes)('is told that %s has the wrong type or form', async (name, wrong) => {
    for (const value of wrong) {
      const faults = await refused(invoiceBody({ [name]: value }));
      expect({ value, faults }).toEqual({
        value,
        faults: [expect.stringMatching(new RegExp(`^/${name}(/name)? `))],
      });
    }
  });

  it.each([
    'description',
    'quantity',
    'unit_price',
    'unit',
    'discount',
    'tax_rate',
    'taxes',
    'details',
  ])('is told that %s of a line has the wrong type', async (name) => {
    for (const value of [true, { a: 1 }, name === 'taxes' ? 'x' : [1]]) {
      const faults = await refused(withLine({ [name]: value }));
      expect(faults[0]).toMatch(new RegExp(`^/line_items/0/${name}`));
    }
  });

  it.each([
    ['a line', { line_items: [1] }, '/line_items/0 wrong_type'],
    ['no line', { line_items: [null] }, '/line_items/0 wrong_type'],
    ['a list as a line', { line_items: [[line]] }, '/line_items/0 wrong_type'],
    ['a list in a list', { line_items: [[[line]]] }, '/line_items/0 wrong_type'],
    ['a list as a discount', { discounts: [[{ percent: 5 }]] }, '/discounts/0 wrong_type'],
    ['a list as a charge', { charges: [[{ amount: 5 }]] }, '/charges/0 wrong_type'],
    [
      'a list as a tax',
      { line_items: [{ ...line, taxes: [[{ name: 'VAT', rate: 19 }]] }] },
      '/line_items/0/taxes/0 wrong_type',
    ],
    [
      'a list as a discount of a line',
      withLine({ discount: [{ percent: 5 }] }),
      '/line_items/0/discount wrong_type',
    ],
    [
      'a list as an address',
      { recipient: { name: 'Acme', address: [{ city: 'Rome' }] } },
      '/recipient/address wrong_type',
    ],
  ])(
    'is told that something else stands where an object is expected: %s',
    async (_, changes, fault) => {
      expect(await refused(invoiceBody(changes))).toEqual([fault]);
    },
  );

  it.each(['null', '1', '"text"', '[]', 'true', '[{"recipient":{"name":"Acme"}}]'])(
    'is refused as a whole when the body is %s',
    async (body) => {
      expect(await refused(body)).toEqual([' wrong_type']);
    },
  );

  it('is told what is missing from an empty object and from an empty body', async () => {
    expect(await refused({})).toEqual(['/line_items required', '/recipient required']);
    expect(await refused('')).toEqual([' wrong_type']);
  });

  const numbers: [string, string][] = [
    ['1e400', 'not_a_number'],
    ['-1e400', 'not_a_number'],
    ['1e21', 'too_many_digits'],
    ['1e-7', 'too_many_decimals'],
    ['1234567890123', 'too_many_digits'],
    ['1234567890123456789012345678901234567890', 'too_many_digits'],
    ['"1234567890123456789012345678901234567890"', 'too_many_digits'],
    ['"0.1234567"', 'too_many_decimals'],
    ['123456789012.3456', 'precision_lost'],
    ['"NaN"', 'not_a_number'],
    ['"Infinity"', 'not_a_number'],
    ['"1,00"', 'not_a_number'],
    ['"1 000"', 'not_a_number'],
    ['"+1"', 'not_a_number'],
    ['"0x10"', 'not_a_number'],
    ['"١٢"', 'not_a_number'],
    ['" 1"', 'not_a_number'],
    ['".5"', 'not_a_number'],
    ['"1e3"', 'not_a_number'],
    ['""', 'not_a_number'],
  ];
  it.each(numbers)('is told that %s is no quantity and no price: %s', async (number, code) => {
    for (const name of ['quantity', 'unit_price']) {
      const body = JSON.stringify(withLine({ [name]: 'HERE' })).replace('"HERE"', number);
      expect(await refused(body)).toEqual([`/line_items/0/${name} ${code}`]);
    }
  });

  it('is told that null is no quantity, and no price where there is no item that has one', async () => {
    expect(await refused(withLine({ quantity: null, unit_price: null }))).toEqual([
      '/line_items/0/quantity not_a_number',
      '/line_items/0/unit_price required',
    ]);
  });

  it('is told which amounts no database keeps exactly', async () => {
    const huge = { quantity: 1e9, unit_price: 1e9 };
    expect(await refused(withLine(huge))).toEqual(['/line_items/0 amount_too_large']);
    const half = { ...line, quantity: 1, unit_price: '60000000000.00' };
    const lines = Array.from({ length: 1000 }, () => ({ ...half, unit_price: '99999999999.99' }));
    expect(await refused(invoiceBody({ line_items: lines }))).toEqual([' amount_too_large']);
  });

  it('is told that there are no lines, or more than a thousand', async () => {
    expect(await refused(invoiceBody({ line_items: [] }))).toEqual(['/line_items too_few']);
    const lines = Array.from({ length: 1001 }, () => line);
    expect(await refused(invoiceBody({ line_items: lines }))).toEqual(['/line_items too_many']);
  });

  it.each([
    '0000-00-00',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '9999-12-31',
    '1899-12-31',
  ])('is told that the day %s does not exist', async (day) => {
    expect(await refused(invoiceBody({ date: day }))).toEqual(['/date no_such_day']);
    expect(await refused(invoiceBody({ due_date: day }))).toEqual(['/due_date no_such_day']);
  });

  it.each([
    [{ date: '2026-01-19', due_date: '2026-01-18' }, '/due_date due_before_date'],
    [{ due_date: '2026-01-18' }, '/due_date due_before_date'],
    [{ date: '2999-12-31', payment_terms_days: 1 }, '/payment_terms_days no_such_day'],
    [{ due_date: '2026-02-01', payment_terms_days: 14 }, '/payment_terms_days due_date_or_terms'],
    [{ invoice_number: 'A-1', series: 'A' }, '/series number_or_series'],
    [{ invoice_number: ' A-1' }, '/invoice_number wrong_format'],
    [{ discounts: [{ percent: 5, amount: 5 }] }, '/discounts/0 percent_or_amount'],
    [{ charges: [{ amount: '1.005' }] }, '/charges/0/amount too_many_decimals'],
    [{ currency: 'JPY', charges: [{ amount: '1.5' }] }, '/charges/0/amount too_many_decimals'],
    [{ expected_total: '1.001' }, '/expected_total too_many_decimals'],
    [{ charges: [{ amount: -1 }] }, '/charges/0/amount out_of_range'],
    [withLine({ tax_rate: -1 }), '/line_items/0/tax_rate out_of_range'],
    [
      withLine({ tax_rate: 5, taxes: [{ name: 'VAT', rate: 5 }] }),
      '/line_items/0/tax_rate tax_rate_or_taxes',
    ],
    [
      withLine({
        taxes: [
          { name: 'VAT', rate: 5 },
          { name: 'VAT', rate: '5.0' },
        ],
      }),
      '/line_items/0 tax_repeated',
    ],
    [{ charges: [{ percent: 5, tax_rate: 7 }] }, '/charges/0 percent_base_missing'],
  ])('is told what does not go together: %j', async (changes, fault) => {
    expect(await refused(invoiceBody(changes))).toEqual([fault]);
  });

  it('is told about a number that is taken, and a taken one stays with its invoice', async () => {
    const { id } = await createInvoice(running.url, account, { invoice_number: 'TAKEN-1' });
    issuedBefore += 1;
    const answer = await send(invoiceBody({ invoice_number: 'TAKEN-1' }));
    expectProblem(answer, 409, 'invoice_number_taken');
    expect(faultsOf(answer)).toEqual(['/invoice_number invoice_number_taken']);
    expect(answer.headers).not.toHaveProperty('finvo-invoice-id');
    const same = await createInvoice(running.url, account, { invoice_number: 'taken-1' });
    issuedBefore += 1;
    expect(same.id).not.toBe(id);
  });

  it('is told which character no font can print, before a number is used', async () => {
    const answer = await send(
      invoiceBody({
        notes: 'Fine',
        recipient: { name: 'Acme \u{12000}' },
        line_items: [{ ...line, description: '\ue000' }],
      }),
    );
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort()).toEqual([
      '/line_items/0/description character_not_printable',
      '/recipient/name character_not_printable',
    ]);
    expect(JSON.stringify(answer.body.errors)).toContain('U+12000');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { doneBatch, rowsOfBatch } from '../support/batches.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { columnsOf, postImport } from '../support/imports.js';
import { allNumbers, consecutive, parallel } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { storedState } from '../support/tables.js';

const csv = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;
const four = columnsOf('recipient_name', 'description', 'quantity', 'unit_price');
const header = 'Customer,Item,Quantity,Price';
const three = csv(header, 'Acme,A,1,10.00', 'Globex,B,2,2.50', 'Initech,C,3,1.25');

describe('an import of a CSV file', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const read = (file: string | Buffer, plan?: unknown) =>
    postImport(running, account, { step: '/reading', file, plan });
  const preview = (file: string | Buffer, plan: object = four) =>
    postImport(running, account, { step: '/preview', file, plan });
  const run = (file: string | Buffer, plan: object = four) =>
    postImport(running, account, { file, plan });
  const invoice = async (id: string) =>
    (await request(running.url).get(`/v1/invoices/${id}`).set(account.bearer).expect(200))
      .body as object;

  it('takes the sample as it is: read, previewed, issued as a batch in the order of the file', async () => {
    const sample = await request(running.url)
      .get('/dashboard/imports/sample')
      .set(account.session)
      .expect(200);
    expect(sample.headers['content-disposition']).toMatch(/finvo-import-sample\.csv/);
    const reading = (await read(sample.text)).body;
    expect(reading).toMatchObject({ encoding: 'utf-8', delimiter: 'semicolon', rows: 3 });
    const columns = (reading.columns as { column: number; field: string | null }[]).map(
      ({ column, field }) => ({ column, field }),
    );
    expect(columns.every(({ field }) => field !== null)).toBe(true);
    const seen = await preview(sample.text, { columns });
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({
      ...{ ready: 2, faulty: 0, imported: 0, faults: [], last_import: null },
      totals: [{ currency: 'USD', invoices: 2, total: '1611.34' }],
      invoices: [
        { rows: [2, 3], standing: 'ready', recipient_name: 'Acme Corp', date: '2026-01-19' },
        { rows: [4], standing: 'ready', recipient_name: 'Globex Ltd', total: '176.40' },
      ],
    });
    const accepted = await run(sample.text, { columns });
    expect(accepted.status).toBe(202);
    const id = accepted.body.id as string;
    await doneBatch(running, account, id);
    const rows = await rowsOfBatch(running, account, id);
    expect(rows.map((row) => row.invoice_number)).toEqual(consecutive(2));
    expect(await invoice(rows[0]!.invoice_id!)).toMatchObject({
      source: 'dashboard',
      recipient: { name: 'Acme Corp', address: { postal_code: '62701', country: 'US' } },
      line_items: [{ quantity: '7.5', unit: 'hours' }, { description: 'Travel, second class' }],
    });
  });

  it('stores nothing before the last step, and nothing at all while a row has a fault', async () => {
    const faulty = csv(header, 'Acme,A,1,10.00', 'Globex,B,two,1.00', ',C,1,1.00');
    const before = await storedState(running);
    await read(faulty);
    const seen = await preview(faulty);
    expect(seen.body).toMatchObject({ ready: 1, faulty: 2, faults_total: 2 });
    expect(seen.body.faults).toMatchObject([
      { row: 3, column: 'Quantity', code: 'not_a_number', hint: expect.any(String) },
      { row: 4, column: 'Customer', code: 'required' },
    ]);
    const refused = await run(faulty);
    expectProblem(refused, 422, 'validation_failed');
    expect(faultsOf(refused)).toEqual(['/file rows_with_faults']);
    expect(await storedState(running)).toEqual(before);
  });

  it('takes only the good rows where the person says so; the others come back as they stood', async () => {
    account = await createAccount(running);
    const faulty = csv(header, 'Acme,A,1,10.00', '"Globex, Inc.",B,two,1.00', 'Initech,C,1,1.00');
    const rest = await postImport(running, account, {
      ...{ step: '/faulty-rows', file: faulty, plan: four },
    });
    expect(rest.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(rest.text.replace('\uFEFF', '')).toBe(csv(header, '"Globex, Inc.",B,two,1.00'));
    const accepted = await run(faulty, { ...four, skip_faulty: true });
    expect(accepted.body).toMatchObject({ total: 2 });
    await doneBatch(running, account, accepted.body.id as string);
    // The whole file comes again when its fault is mended: only what is missing is imported.
    const mended = faulty.replace('two', '2');
    const seen = await preview(mended);
    expect(seen.body).toMatchObject({ ready: 1, faulty: 0, imported: 2 });
    const second = await run(mended);
    await doneBatch(running, account, second.body.id as string);
    expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(3));
  });

  it('notices a file that was imported before, also saved in another way, and repeats it only when asked', async () => {
    account = await createAccount(running);
    const answers = await parallel(3, () => run(three));
    const taken = answers.filter(({ status }) => status === 202);
    for (const refused of answers.filter(({ status }) => status !== 202))
      expectProblem(refused, 409, 'already_imported');
    const id = taken[0]!.body.id as string;
    expect(taken.map(({ body }) => body.id as string)).toEqual(taken.map(() => id));
    await doneBatch(running, account, id);
    expectProblem(await run(three), 409, 'already_imported');
    const other = Buffer.from(`\uFEFF${three.replaceAll(',', ';')}`, 'utf16le');
    expectProblem(await run(other), 409, 'already_imported');
    const seen = (await preview(three)).body;
    expect(seen).toMatchObject({ ready: 0, imported: 3, last_import: id });
    expect(seen.invoices[0].imported_at).toBe(running.clock.nowText());
    const again = { ...four, repeat_after: seen.last_import as string };
    expect((await preview(three, again)).body).toMatchObject({ ready: 3, imported: 0 });
    const repeated = await run(three, again);
    expect(repeated.body).toMatchObject({ total: 3 });
    expect(repeated.body.id).not.toBe(id);
    // The answer was lost, and the button is pressed once more.
    expectProblem(await run(three, again), 409, 'already_imported');
    await doneBatch(running, account, repeated.body.id as string);
    expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(6));
  });

  it('remembers the mapping for the next file with the same header, of this account only', async () => {
    account = await createAccount(running);
    const strange = csv('x1,x2,x3', 'Acme,A,"1,5"');
    const plan = {
      ...columnsOf('recipient_name', 'description', 'unit_price'),
      ...{ decimal_mark: 'comma', prices_include_tax: true },
    };
    expect((await read(strange)).body).toMatchObject({ remembered: false, decimal_mark: null });
    const { body } = await run(strange, plan);
    const next = (await read(csv('x1,x2,x3', 'Globex,B,2'))).body;
    expect(next).toMatchObject({ remembered: true, decimal_mark: 'comma', date_order: null });
    expect(next.prices_include_tax).toBe(true);
    expect((next.columns as { field: string }[]).map(({ field }) => field)).toEqual([
      ...['recipient_name', 'description', 'unit_price'],
    ]);
    await doneBatch(running, account, body.id as string);
    account = await createAccount(running);
    expect((await read(strange)).body).toMatchObject({ remembered: false });
    expect((await preview(strange, plan)).body).toMatchObject({ ready: 1, imported: 0 });
  });

  it('reads Latin-1 with semicolons, decimal commas and a formula, and keeps the formula as text', async () => {
    const german = csv(
      'Kunde;Bezeichnung;Menge;Einzelpreis',
      'Müller & Söhne;=HYPERLINK("http://x.example";"y");2;1.234,50',
      'Grün;@SUM(A1:A2);1;99,90',
    );
    const bytes = Buffer.from(german, 'latin1');
    const reading = (await read(bytes)).body;
    expect(reading).toMatchObject({ encoding: 'windows-1252', delimiter: 'semicolon' });
    // Without quotes around it, its semicolon begins a new cell: the row is refused, not mended.
    const seen = (await preview(bytes)).body;
    expect(seen).toMatchObject({ ready: 1, faulty: 1 });
    expect(seen.faults).toMatchObject([{ row: 2, column: null, code: 'too_many_cells' }]);
    const quoted = german.replace(/=HYPERLINK.*?\)/, '"=HYPERLINK(""http://x.example"";""y"")"');
    const accepted = await run(Buffer.from(quoted, 'latin1'));
    await doneBatch(running, account, accepted.body.id as string);
    const rows = await rowsOfBatch(running, account, accepted.body.id as string);
    expect(await invoice(rows[0]!.invoice_id!)).toMatchObject({
      recipient: { name: 'Müller & Söhne' },
      line_items: [{ description: '=HYPERLINK("http://x.example";"y")', unit_price: '1234.50' }],
    });
  });

  it('asks for the order of dates and the decimal mark where both readings are possible', async () => {
    const plan = columnsOf('recipient_name', 'description', 'unit_price', 'date');
    const file = csv('a,b,c,d', 'Acme,A,"1,234",01/02/2026');
    expect(faultsOf(await preview(file, plan))).toEqual([
      '/decimal_mark ambiguous_numbers',
      '/date_order ambiguous_dates',
    ]);
    const chosen = { ...plan, decimal_mark: 'point', date_order: 'month_first' };
    expect((await preview(file, chosen)).body).toMatchObject({
      ...{ decimal_mark: 'point', date_order: 'month_first' },
      invoices: [{ date: '2026-01-02', total: '1234.00' }],
    });
    const shown = csv('a,b,c,d', 'Acme,A,"1,234",01/02/2026', 'Acme,A,0.5,31/01/2026');
    expect((await preview(shown, plan)).body).toMatchObject({
      ...{ decimal_mark: 'point', date_order: 'day_first' },
      invoices: [{ date: '2026-02-01' }, { date: '2026-01-31' }],
    });
  });

  it('tells the row and the column of each fault, numbers that are taken included', async () => {
    await createInvoice(running.url, account, { invoice_number: 'R-1' });
    const plan = columnsOf(
      'invoice_key',
      'invoice_number',
      'recipient_name',
      'description',
      'unit_price',
      'currency',
    );
    const file = csv(
      'Key,No,Name,Item,Price,Currency',
      'a,R-1,Acme,A,1,EUR',
      'b,R-2,Acme,A,1,EUR',
      'b,,Other,A,1,',
      'c,R-8,Acme,A,1,eur',
      '',
      'd,R-3,Acme,A,1',
      'e,R-4,Acme,A,1,EUR,more',
      ',,,,,',
      `f,R-5,Acme,${'x'.repeat(10_000)},1,EUR`,
      'g,R-6,Acme,A,1.2345678,EUR',
      ',R-7,Acme,A,1,EUR',
    );
    const { body } = await preview(file, plan);
    expect(
      (body.faults as { row: number; column: string | null; code: string }[]).map(
        ({ row, column, code }) => `${row} ${column ?? '-'} ${code}`,
      ),
    ).toEqual([
      '2 No invoice_number_taken',
      '4 Name differs_within_invoice',
      '5 Currency unknown_currency',
      '7 - too_few_cells',
      '8 - too_many_cells',
      '10 Item too_long',
      '11 Price too_many_decimals',
      '12 Key required',
    ]);
    const twice = csv('Key,No,Name,Item,Price,Currency', 'a,X,A,A,1,EUR', 'b,X,A,A,1,EUR');
    expect((await preview(twice, plan)).body.faults).toMatchObject([
      { row: 3, column: 'No', code: 'invoice_number_taken', message: /row 2/ },
    ]);
  });

  it('counts rows as a spreadsheet does, whatever ends its lines and whatever stands in quotes', async () => {
    const file =
      'sep=;\r\nCustomer;Item;Quantity;Price\nAcme;"two\r\nlines";1;1\r\n\rAcme;5" pipe;x;1\r';
    const { body } = await preview(file);
    expect(body).toMatchObject({
      invoices: [{ rows: [3], standing: 'ready' }, { rows: [5] }],
      faults: [{ row: 5, column: 'Quantity', code: 'not_a_number' }],
    });
  });

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'empty_file'],
    ['blank lines', '\r\n ;;\r\n', 'empty_file'],
    ['a header alone', csv(header), 'empty_file'],
    ['a NUL byte', csv(header, 'Ac\0me,A,1,1'), 'not_csv'],
    ['a workbook', Buffer.from('PK\u0003\u0004\0\0rest'), 'not_csv'],
    ['a PDF', '%PDF-1.7\nx', 'not_csv'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8]), 'not_csv'],
    ['an open quote', csv(header, '"Acme,A,1,1'), 'wrong_quotes'],
    ['too many rows', csv(header, ...Array<string>(5_001).fill('Acme,A,1,1')), 'too_many'],
    ['too many columns', csv(Array(201).fill('x').join(','), 'y'), 'too_many'],
  ])('refuses %s', async (_, file, code) => {
    const answer = await read(file);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual([`/file ${code}`]);
    expect(answer.body.errors[0].message).not.toBe('');
  });

  it('refuses more invoices than a batch takes, and files above 2 MiB', async () => {
    const many = csv(header, ...Array<string>(1_001).fill('Acme,A,1,1'));
    expect(faultsOf(await preview(many))).toEqual(['/file too_many']);
    expectProblem(await preview('x'.repeat(2_097_153)), 413, 'body_too_large');
  });

  it('refuses a plan that does not fit the file, and says what it lacks', async () => {
    const wrong = {
      columns: [{ column: 9, field: 'date' }, ...columnsOf('notes', 'notes').columns],
    };
    expect(faultsOf(await preview(three, wrong))).toEqual([
      '/columns/0/column out_of_range',
      '/columns/2 mapped_twice',
      '/columns/recipient_name required',
      '/columns/description required',
      '/columns/unit_price required',
    ]);
    expect(faultsOf(await preview(three, { columns: [{ column: 0, field: 'name' }] }))).toEqual([
      '/columns/0/field not_a_choice',
    ]);
    expect(faultsOf(await preview(three, { ...four, encoding: 'ebcdic' }))).toEqual([
      '/encoding not_a_choice',
    ]);
    const latin = Buffer.from(csv(header, 'Müller,A,1,1'), 'latin1');
    expect(faultsOf(await preview(latin, { ...four, encoding: 'utf-8' }))).toEqual([
      '/file wrong_encoding',
    ]);
    for (const plan of ['{', '{"__proto__":{}}', '']) {
      const answer = await postImport(running, account, { step: '/preview', file: three, plan });
      expectProblem(answer, 400, 'malformed_json');
    }
    const noPlan = await postImport(running, account, { step: '/preview', file: three });
    expectProblem(noPlan, 422, 'validation_failed');
  });
});

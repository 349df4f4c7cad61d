import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp, startAppOn } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { allNumbers, getPdf, post, postForPdf } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';

/** Each takes longer than anybody waits: Typst itself ends a `while` that has no end. */
const endless = '#for i in range(1000000) { for j in range(1000000) { let k = i * j } }';
const data = '#let data = json("/finvo/document.json")\n';

const files: Readonly<Record<string, string>> = {
  'letter.typ': `#import "parts/words.typ": greeting\n${data}#greeting #for fact in data.facts [#fact.value ]\n#for row in data.table.rows [#row.description ]`,
  'parts/words.typ': '#let greeting = [Dear customer]',
  'trap.typ': `${data}#if data.recipient.name == "Trap" [${endless}]\nTrapped #data.recipient.name`,
  'broken.typ': 'Hello\n#let sum = total + 1',
  'endless.typ': endless,
  'hungry.typ': '#range(0, 100000000000).len()',
  'package.typ': '#import "@preview/cetz:0.3.4": canvas',
  'reader.typ': '#read("/etc/passwd")',
  'climber.typ': '#read("../../../../etc/passwd")',
};

function folderOf(content: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-layouts-'));
  for (const [name, text] of Object.entries(content)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('a layout of the operator', () => {
  const folder = folderOf(files);
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp({
      TEMPLATES_DIR: folder,
      TEMPLATE_TIMEOUT_MS: '2000',
      RENDER_THREADS: '2',
    });
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    account = await createAccount(running, { organizationName: 'Northwind' });
  });

  const listed = async (path: string, headers: Record<string, string>) =>
    (await request(running.url).get(path).set(headers).expect(200)).body.data as {
      name: string;
      own: boolean;
      problem: string | null;
    }[];
  const put = (template: string | null) =>
    request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Northwind', template });
  const create = (template: string) => createInvoice(running.url, account, { template });
  const pdfText = async (id: string, on = running) =>
    textOf((await getPdf(on.url, account, id)).body);
  const preview = (body: object) =>
    request(running.url)
      .post('/v1/invoices/preview')
      .set({ ...account.bearer, accept: 'application/pdf' })
      .send(body);

  it('is listed beside the others, a broken one with what Typst says and where', async () => {
    const known = await listed('/v1/templates', account.bearer);
    expect(await listed('/dashboard/templates', account.session)).toEqual(known);
    expect(known.slice(0, 3)).toEqual(
      ['clean', 'classic', 'compact'].map((name) => ({ name, own: false, problem: null })),
    );
    expect(Object.fromEntries(known.slice(3).map(({ name, problem }) => [name, problem]))).toEqual({
      letter: null,
      trap: null,
      broken: 'broken.typ:2:12: unknown variable: total',
      endless: 'It took longer than 2000 ms.',
      hungry: expect.stringContaining('more than 512 MB of memory'),
      package: expect.stringMatching(/^package\.typ:1:9: packages cannot be imported/),
      reader: 'reader.typ:1:7: there is no such file in the folder',
      climber: expect.stringMatching(/^climber\.typ:1:7: .*access denied/),
    });
  });

  it('is chosen by a request or by the account, and its PDF is the same for ever', async () => {
    const invoice = await create('letter');
    expect(invoice).toMatchObject({ template: 'letter' });
    const first = await getPdf(running.url, account, invoice.id);
    expect(await textOf(first.body)).toMatch(/Dear customer.*INV-0001.*Consulting services/s);
    expect(first.body.toString('latin1')).toMatch(/pdfaid:conformance>A</);
    expect((await getPdf(running.url, account, invoice.id)).body.equals(first.body)).toBe(true);

    await put('letter').expect(200);
    const generated = await postForPdf(running.url, account, invoiceBody({ language: 'he' }));
    expect(await textOf(generated.body)).toContain('Dear customer');
    const shown = await preview(invoiceBody()).expect(200);
    expect(await textOf(shown.body as Buffer)).toMatch(/Dear customer[^]*PREVIEW|PREVIEW[^]*Dear/);
    const other = await create('compact');
    expect(await pdfText(other.id)).not.toContain('Dear customer');
  });

  it('that is broken or unknown is refused before a number is used', async () => {
    for (const template of ['broken', 'endless', 'hungry', 'package', 'reader', 'climber']) {
      const answer = await post(running.url, account, invoiceBody({ template }));
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual(['/template template_broken']);
    }
    const saved = await put('broken');
    expect(faultsOf(saved)).toEqual(['/template template_broken']);
    expect(saved.body.errors[0].message).toContain('broken.typ:2:12: unknown variable: total');
    const unknown = await post(running.url, account, invoiceBody({ template: 'leter' }));
    expect(unknown.body.errors).toEqual([
      {
        pointer: '/template',
        code: 'not_a_choice',
        message: expect.stringContaining('clean, classic, compact, broken, climber'),
        hint: 'Did you mean "letter"?',
      },
    ]);
    expect(await createInvoice(running.url, account)).toMatchObject({ invoice_number: 'INV-0001' });
  });

  it('that never ends is killed: a preview says so, an invoice is printed in clean, others go on', async () => {
    const trap = invoiceBody({ template: 'trap', recipient: { name: 'Trap' } });
    const invoice = await createInvoice(running.url, account, trap);
    const ended: string[] = [];
    const [shown, text] = await Promise.all([
      preview(trap).then((answer) => (ended.push('preview'), answer)),
      pdfText(invoice.id).then((read) => (ended.push('trapped'), read)),
      postForPdf(running.url, account).then(() => ended.push('clean')),
    ]);
    expect(ended[0]).toBe('clean');
    expectProblem(shown, 422, 'validation_failed');
    expect(shown.body.errors).toMatchObject([
      {
        code: 'template_broken',
        message: 'The layout "trap" makes no PDF: It took longer than 2000 ms.',
      },
    ]);
    expect(text).toContain(invoice.invoice_number);
    expect(text).not.toContain('Trapped');
    const next = await create('trap');
    expect(await pdfText(next.id)).toContain('Trapped Acme Corp');
  });

  it('that changed or went away after the invoice was issued loses no invoice', async () => {
    const [read, changed] = [await create('letter'), await create('letter')];
    const gone = await create('trap');
    const before = await getPdf(running.url, account, read.id);
    await put('trap').expect(200);
    const later = folderOf({ 'letter.typ': `${data}Good day` });
    const restarted = await startAppOn(running.database, { TEMPLATES_DIR: later });
    try {
      const again = await getPdf(restarted.url, account, read.id);
      expect(again.body.equals(before.body)).toBe(true);
      expect(await pdfText(changed.id, restarted)).toContain('Good day');
      const inClean = await pdfText(gone.id, restarted);
      expect(inClean).toMatch(/Consulting services.*1,500\.00/s);
      expect(inClean).not.toContain('Trapped');
      const refused = await post(restarted.url, account);
      expect(faultsOf(refused)).toEqual(['/template not_a_choice']);
      expect(await allNumbers(restarted.url, account)).toHaveLength(3);
    } finally {
      await restarted.close();
      rmSync(later, { recursive: true });
    }
  });
});

it('whose name cannot be one is refused at start', async () => {
  const folder = folderOf({ 'clean.typ': '', 'My layout.typ': '' });
  await expect(startApp({ TEMPLATES_DIR: folder })).rejects.toThrow(
    /cannot start[^]*My layout\.typ[^]*clean\.typ/,
  );
  rmSync(folder, { recursive: true });
});

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import request from 'supertest';
import { embeddedFilesOf } from '../src/pdf/testing/pdf-reader.js';
import { bodies } from '../web/src/help/snippet-bodies.js';
import { type Snippet, type SnippetName, snippets } from '../web/src/help/snippets.js';
import { type RunningApp, startApp } from './support/app.js';
import { doneBatch } from './support/batches.js';
import { eventually } from './support/eventually.js';
import { createAccount, createInvoice, createKey, type TestAccount } from './support/factories.js';
import { interpreters, type Language, missingFor, runProgram } from './support/interpreters.js';

/** Those that a program runs; JSON is looked at, and the client has its own test. */
const languageOf = ({ language }: Snippet): Language =>
  language === 'json' || language === 'ts' ? 'sh' : language;
const missing = Object.fromEntries(
  (Object.keys(interpreters) as Language[]).map((language) => [language, missingFor(language)]),
);

describe('the snippets of the help pages', () => {
  let running: RunningApp;
  let account: TestAccount;
  let invoiceId: string;
  let quoteId: string;
  let folder: string;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
    ({ id: invoiceId } = await createInvoice(running.url, account, { date: '2026-03-01' }));
    ({ id: quoteId } = await createInvoice(running.url, account, { type: 'quote' }));
    folder = mkdtempSync(join(tmpdir(), 'finvo-help-'));
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a snippet prints, which must end well. */
  async function run(
    name: SnippetName,
    { key = account.key, input = '', invoice = invoiceId } = {},
  ): Promise<string> {
    const snippet: Snippet = snippets[name];
    const { code, output, errors } = await runProgram(
      languageOf(snippet),
      `${snippet.text(running.url)}\n${input}`,
      folder,
      { FINVO_API_KEY: key, INVOICE_ID: invoice, QUOTE_ID: quoteId },
    );
    expect({ code, errors: code === 0 ? '' : errors }).toEqual({ code: 0, errors: '' });
    return output;
  }

  /** Runs a snippet that is a server, on a port that was free a moment ago. */
  async function serve(name: SnippetName, environment: Record<string, string>) {
    const gap = createServer().listen(0, '127.0.0.1');
    await once(gap, 'listening');
    const { port } = gap.address() as AddressInfo;
    gap.close();
    await once(gap, 'close');
    const { command, args } = interpreters.js;
    const child = spawn(command, args, { env: { ...environment, PORT: String(port) } });
    const closed = once(child, 'close');
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stdin.end(snippets[name].text(running.url));
    const url = `http://127.0.0.1:${port}/`;
    await eventually(() =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    );
    const stop = async () => {
      child.kill();
      await closed;
      return output;
    };
    return { url, stop };
  }

  const json = async (name: SnippetName) =>
    JSON.parse(await run(name)) as Record<string, unknown> & { total: string };

  async function expectPdf(name: SnippetName, file: string): Promise<void> {
    await run(name);
    const path = join(folder, file);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    rmSync(path);
  }

  async function numbers(): Promise<string[]> {
    const list = await request(running.url).get('/v1/invoices?limit=100').set(account.bearer);
    return (list.body.data as { invoice_number: string }[]).map((one) => one.invoice_number);
  }

  /** What the page beside each snippet promises. */
  const promises: Readonly<Record<SnippetName, () => Promise<void>>> = {
    setKey: async () => {
      const input = `${account.key}\necho "$FINVO_API_KEY"\n`;
      await expect(run('setKey', { key: '', input })).resolves.toBe(`${account.key}\n`);
    },
    checkKey: async () => {
      await expect(json('checkKey')).resolves.toMatchObject({
        object: 'account',
        organization: { name: 'Example Ltd', currency: 'USD' },
      });
    },
    ownKey: async () => {
      await expect(json('ownKey')).resolves.toMatchObject({ id: account.keyId, name: 'Test' });
    },
    revokeOwnKey: async () => {
      const { key } = await createKey(running.url, account.session);
      await run('revokeOwnKey', { key });
      await expect(run('wholeAnswer', { key })).resolves.toContain('"api_key_revoked"');
    },
    keyLength: async () => {
      expect((await run('keyLength')).trim()).toBe('47');
    },
    wholeAnswer: async () => {
      const answer = await run('wholeAnswer', { key: '' });
      expect(answer).toMatch(/^HTTP\/1\.1 401 /);
      expect(answer).toContain('www-authenticate: Bearer');
      expect(answer).toContain('"code":"api_key_malformed"');
      expect(answer).toContain('"detail"');
    },
    firstInvoice: () => expectPdf('firstInvoice', 'invoice.pdf'),
    firstInvoiceJs: () => expectPdf('firstInvoiceJs', 'invoice.pdf'),
    firstInvoiceTs: () => {
      // The test of the client runs what its README shows.
      const text = snippets.firstInvoiceTs.text('http://localhost:3000');
      expect(readFileSync('clients/typescript/README.md', 'utf8')).toContain(text);
      return Promise.resolve();
    },
    firstInvoicePython: () => expectPdf('firstInvoicePython', 'invoice.pdf'),
    firstInvoicePhp: () => expectPdf('firstInvoicePhp', 'invoice.pdf'),
    firstInvoiceGo: () => expectPdf('firstInvoiceGo', 'invoice.pdf'),
    firstInvoiceRuby: () => expectPdf('firstInvoiceRuby', 'invoice.pdf'),
    asJson: async () => {
      const invoice = await json('asJson');
      expect(invoice).toMatchObject({ object: 'invoice', status: 'issued', total: '1500.00' });
      expect(await numbers()).toContain(invoice.invoice_number);
    },
    preview: async () => {
      const before = await numbers();
      const preview = await json('preview');
      expect(preview.total).toBe('1500.00');
      expect(preview).not.toHaveProperty('invoice_number');
      await expect(numbers()).resolves.toEqual(before);
    },
    previewPdf: () => expectPdf('previewPdf', 'preview.pdf'),
    taxes: async () => {
      await expect(json('taxes')).resolves.toMatchObject({ total: '1827.80', currency: 'EUR' });
    },
    taxIncluded: async () => {
      const invoice = await json('taxIncluded');
      expect(invoice).toMatchObject({ total: '29.97', tax_total: '4.79' });
    },
    reverseCharge: async () => {
      const invoice = await json('reverseCharge');
      const reason = 'Autoliquidation : taxe due par le preneur';
      expect(invoice).toMatchObject({ total: '1500.00', taxes: [{ exemption_reason: reason }] });
    },
    withholding: async () => {
      const invoice = await json('withholding');
      expect(invoice).toMatchObject({ total: '1210.00', amount_due: '1060.00' });
    },
    discounts: async () => {
      const invoice = await json('discounts');
      expect(invoice).toMatchObject({ total: '1558.78', taxes: [{ taxable_amount: '1309.90' }] });
    },
    repeatable: async () => {
      const first = await json('repeatable');
      await expect(json('repeatable')).resolves.toEqual(first);
    },
    createSchedule: async () => {
      expect(await json('createSchedule')).toMatchObject({
        object: 'schedule',
        status: 'active',
        next_date: '2027-01-31',
      });
    },
    createQuote: async () => {
      expect(await json('createQuote')).toMatchObject({ type: 'quote', total: '4800.00' });
    },
    convertQuote: async () => {
      expect(await json('convertQuote')).toMatchObject({
        type: 'invoice',
        converted_from: { id: quoteId, type: 'quote' },
      });
    },
    batch: async () => {
      const batch = await json('batch');
      expect(batch).toMatchObject({ total: 2, failed: 0 });
      const done = await doneBatch(running, account, batch.id as string);
      expect(done).toMatchObject({ issued: 2, rendered: 2 });
    },
    storedCustomer: async () => {
      expect(await json('storedCustomer')).toMatchObject({
        customer_id: expect.stringMatching(/^cus_/),
        total: '300.00',
      });
    },
    knownCustomer: async () => {
      const { customer_id: id } = await json('storedCustomer');
      expect(await json('knownCustomer')).toMatchObject({
        customer_id: id,
        recipient: { name: 'Acme Corp', email: 'billing@acme.com' },
        total: '450.00',
      });
    },
    putCustomer: async () => {
      const { customer_id: id } = await json('storedCustomer');
      expect(await json('putCustomer')).toMatchObject({ id, language: 'de', currency: 'EUR' });
      // Else invoices of other snippets would be in EUR, for which the item has no price.
      await request(running.url)
        .delete(`/v1/customers/${String(id)}`)
        .set(account.bearer);
    },
    pdf: () => expectPdf('pdf', 'invoice.pdf'),
    eInvoice: async () => {
      await run('eInvoice');
      const pdf = join(folder, 'invoice.pdf');
      const files = await embeddedFilesOf(readFileSync(pdf));
      expect(files.map(({ filename }) => filename)).toEqual(['factur-x.xml']);
      rmSync(pdf);
    },
    inspect: async () => {
      await run('eInvoice');
      const inspected = await json('inspect');
      expect(inspected).toMatchObject({ syntax: 'cii', invoice: { currency: 'EUR' } });
      rmSync(join(folder, 'invoice.pdf'));
    },
    eInvoiceFile: async () => {
      const body = JSON.parse(bodies.eInvoice) as Record<string, unknown>;
      const { id } = await createInvoice(running.url, account, body);
      await run('eInvoiceFile', { invoice: id });
      const path = join(folder, 'invoice.xml');
      expect(readFileSync(path, 'utf8')).toContain('<cbc:ID>INV-');
      rmSync(path);
    },
    eInvoiceReadiness: async () => {
      const answer = await json('eInvoiceReadiness');
      expect(answer).toMatchObject({ format: 'xrechnung-ubl', ready: false });
    },
    verifyWebhook: async () => {
      const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
      const body = JSON.stringify({ type: 'invoice.issued', data: { invoice_number: 'INV-7' } });
      const now = new Date();
      const headersOf = (at: Date, key = secret) => ({
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': `v1,other ${new Webhook(key).sign('msg_1', at, body)}`,
      });
      const server = await serve('verifyWebhook', { FINVO_WEBHOOK_SECRET: secret });
      const send = async (text: string, headers: Record<string, string>) =>
        (await fetch(server.url, { method: 'POST', body: text, headers })).status;
      try {
        expect(await send(body, headersOf(now))).toBe(204);
        expect(await send(`${body} `, headersOf(now))).toBe(401);
        expect(await send(body, headersOf(new Date(now.getTime() - 600_000)))).toBe(401);
        const another = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
        expect(await send(body, headersOf(now, another))).toBe(401);
        expect(await send(body, {})).toBe(401);
      } finally {
        expect(await server.stop()).toBe('invoice.issued INV-7\n');
      }
    },
    list: async () => {
      const page = await json('list');
      expect(page.has_more).toBe(false);
      expect(page.data).toEqual(
        expect.arrayContaining([expect.objectContaining({ id: invoiceId, date: '2026-03-01' })]),
      );
    },
    everyInvoice: async () => {
      const { length } = await numbers();
      expect((await run('everyInvoice')).trim()).toBe(String(length));
    },
    paymentCode: async () => {
      await expect(json('paymentCode')).resolves.toMatchObject({
        total: '150.00',
        payment: { iban: 'DE89 3704 0044 0532 0130 00', code: 'epc' },
      });
    },
    otherSender: async () => {
      await expect(json('otherSender')).resolves.toMatchObject({
        organization: { name: 'Example Studio', email: 'studio@example.com' },
      });
    },
    faulty: async () => {
      expect((await json('faulty')).status).toBe(422);
    },
    faultyAnswer: async () => {
      const shown = JSON.parse(snippets.faultyAnswer.text()) as Record<string, unknown>;
      const { request_id: requestId, ...answer } = await json('faulty');
      expect(shown).toEqual({ ...answer, request_id: expect.stringMatching(/^req_/) });
      expect(shown.request_id).toHaveLength((requestId as string).length);
    },
    handleProblems: async () => {
      const first = await run('handleProblems');
      expect(await numbers()).toContain(first.trim());
      await expect(run('handleProblems')).resolves.toBe(first);
    },
  };

  for (const name of Object.keys(snippets) as SnippetName[]) {
    const { label } = snippets[name];
    const absent = missing[languageOf(snippets[name])];
    const why = absent === undefined ? '' : ` (left out: ${absent} is not installed here)`;
    it(`${label}${why}`, async () => {
      if (absent === undefined) await promises[name]();
      expect(existsSync(join(folder, 'invoice.pdf'))).toBe(false);
    });
  }

  it('docs/snippets.md has the first invoice in each language, as the help page does', () => {
    const page = readFileSync('docs/snippets.md', 'utf8');
    const shown = [...page.matchAll(/```\w+\n([\s\S]*?)\n```/g)].map(([, text]) => text);
    const names = Object.keys(snippets).filter((name) => name.startsWith('firstInvoice'));
    const texts = names.map((name) => snippets[name as SnippetName].text('http://localhost:3000'));
    expect(shown).toEqual(texts);
  });
});

import { get as httpGet } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { changeInvoice, copyInvoice } from '../support/changes.js';
import { download, filesOf } from '../support/downloads.js';
import { eventually } from '../support/eventually.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { getPdf, parallel, postForPdf } from '../support/invoices.js';
import { expectProblem } from '../support/problem.js';
import { storedRows } from '../support/stored.js';

type Query = Record<string, string>;

describe('the ZIP of invoices', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const zip = (query: Query = {}) => download(running.url, account, 'invoice-export/zip', query);
  const files = async (query: Query = {}) => filesOf((await zip(query)).bytes);
  const invoice = (changes: Record<string, unknown> = {}) => {
    running.clock.advanceMs(1_000);
    return createInvoice(running.url, account, changes);
  };
  const pdfOf = async (id: string) => (await getPdf(running.url, account, id)).body;

  it('holds the PDF of each invoice, those that were read before and those that never were', async () => {
    const [read, unread] = [await invoice(), await invoice()];
    const before = await pdfOf(read.id);
    const { type, disposition, bytes } = await zip();
    expect([type, disposition]).toEqual([
      'application/zip',
      'attachment; filename="invoices-2026-01-19.zip"',
    ]);
    const found = filesOf(bytes);
    expect(Object.keys(found).sort()).toEqual(['INV-0001.pdf', 'INV-0002.pdf']);
    expect(found['INV-0001.pdf']?.equals(before)).toBe(true);
    expect(found['INV-0002.pdf']?.equals(await pdfOf(unread.id))).toBe(true);
  });

  it('takes the filters of the list', async () => {
    await invoice({ currency: 'EUR', date: '2025-12-31' });
    await invoice({ currency: 'USD', date: '2026-01-01' });
    expect(Object.keys(await files({ currency: 'EUR' }))).toEqual(['INV-0001.pdf']);
    expect(Object.keys(await files({ from: '2026-01-01' }))).toEqual(['INV-0002.pdf']);
    expect((await zip({ from: '2026-01-01', to: '2026-01-31' })).disposition).toContain(
      '"invoices-2026-01-01-2026-01-31.zip"',
    );
  });

  it('names its files safely and no two alike, whatever the numbers are', async () => {
    const numbers = ['../../etc/passwd', '..', 'A/1', 'A-1', 'a-1', 'C:\\x', 'CON', '株式会社-1'];
    for (const invoice_number of numbers) await invoice({ invoice_number });
    expect(Object.keys(await files()).sort()).toEqual(
      [
        'A-1-3.pdf',
        'A-1-2.pdf',
        'C-x.pdf',
        '_CON.pdf',
        'a-1.pdf',
        'etc-passwd.pdf',
        'invoice.pdf',
        '株式会社-1.pdf',
      ].sort(),
    );
  });

  it('lists the invoices whose PDF could not be made, and holds all others', async () => {
    const broken = await invoice();
    await invoice();
    await changeInvoice(running, broken.id, { template: 'missing-1' });
    const found = await files();
    expect(Object.keys(found).sort()).toEqual(['INV-0002.pdf', 'not-included.txt']);
    expect(found['not-included.txt']?.toString()).toMatch(
      /could not be made:\r\n\r\nINV-0001\r\n$/,
    );
  });

  it('is empty for an account without invoices, and never has those of another account', async () => {
    await createInvoice(running.url, await createAccount(running), { invoice_number: 'SECRET-1' });
    expect(await files()).toEqual({});
    expect(await files({ number: 'SECRET-1' })).toEqual({});
  });

  it('refuses more than 10,000 PDFs before it sends anything, and says how many there are', async () => {
    const { id } = await invoice({ date: '2025-12-31' });
    await copyInvoice(running, id, 10_000, (at) => ({
      issue_date: at < 5 ? '2026-01-01' : '2025-12-31',
    }));
    const answer = await request(running.url)
      .get('/dashboard/invoice-export/zip')
      .set(account.session);
    expectProblem(answer, 422, 'too_many_invoices');
    expect(answer.body).toMatchObject({ invoices: 10_001, invoices_max: 10_000 });
    expect((await storedRows(running, account)).documents).toBe(0);
    expect(Object.keys(await files({ from: '2026-01-01' }))).toHaveLength(5);
  });

  it('is whole over many pages', async () => {
    const { id } = await invoice();
    await copyInvoice(running, id, 120);
    const found = await files();
    expect(Object.keys(found)).toHaveLength(121);
    for (const bytes of Object.values(found)) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('stops making PDFs when its reader goes away', async () => {
    const { id } = await invoice();
    await copyInvoice(running, id, 300);
    await abortedAfterFirstBytes(`${running.url}/dashboard/invoice-export/zip`, account.session);
    const counts = [-1];
    await eventually(async () => {
      await pause(500);
      counts.push((await storedRows(running, account)).documents);
      return counts.at(-1) === counts.at(-2);
    });
    // Had it gone on, all 301 would have been made.
    expect(counts.at(-1)).toBeLessThan(150);
  });

  it('makes no PDF for HEAD', async () => {
    await invoice();
    await request(running.url)
      .head('/dashboard/invoice-export/zip')
      .set(account.session)
      .expect(200);
    await pause(200);
    expect((await storedRows(running, account)).documents).toBeLessThanOrEqual(1);
  });

  it('lets other requests have their PDFs while several exports are under way', async () => {
    const { id } = await invoice();
    await copyInvoice(running, id, 150);
    const other = await createAccount(running);
    let ended = 0;
    const exports = parallel(4, async () => {
      const found = await files();
      ended += 1;
      return found;
    });
    for (let count = 0; count < 5; count += 1) {
      const made = await postForPdf(running.url, other);
      expect(made.status).toBe(201);
    }
    expect(ended).toBe(0);
    for (const found of await exports) expect(Object.keys(found)).toHaveLength(151);
  });
});

/** Asks, waits for the first bytes of the answer, and hangs up. */
function abortedAfterFirstBytes(url: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = httpGet(url, { headers, agent: false }, (answer) => {
      answer.once('data', () => {
        asked.destroy();
        resolve();
      });
      answer.on('error', () => undefined);
    });
    asked.on('error', reject);
  });
}

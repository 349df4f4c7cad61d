import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { files, type SentFile } from '../support/attachments.js';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';

const phone = { width: 360, height: 740 };

describe('the list of invoices and the page of one', () => {
  let dashboard: Dashboard;
  let account: TestAccount;
  let url: string;

  beforeAll(async () => {
    // A mail server that is never reached: mails stay queued.
    dashboard = await openDashboard({ SMTP_URL: 'smtp://127.0.0.1:9', RATE_LIMIT_PER_MINUTE: '0' });
    url = dashboard.running.url;
    account = await createAccount(dashboard.running);
    for (let count = 1; count <= 45; count += 1) {
      dashboard.running.clock.advanceMs(1_000);
      await createInvoice(url, account, {
        recipient: { name: count % 9 === 0 ? 'Globex GmbH' : 'Acme Corp' },
        currency: count % 15 === 0 ? 'JPY' : 'EUR',
        date: `2026-01-${String((count % 28) + 1).padStart(2, '0')}`,
      });
    }
  });
  afterAll(() => dashboard.close());

  const open = async (path: string, options = {}) =>
    (await dashboard.visitSignedIn(path, { account, ...options })).page;
  const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('link') });
  const fits = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

  it('shows the newest first and loads the older ones on the way down, each once', async () => {
    const page = await open('/invoices');
    await page.getByText('The newest 25 are shown.').waitFor();
    await rows(page).last().scrollIntoViewIfNeeded();
    await page.getByText('These are all 45.').waitFor();
    const numbers = await rows(page).getByRole('link').allTextContents();
    const expected = Array.from(
      { length: 45 },
      (_, index) => `INV-${String(45 - index).padStart(4, '0')}`,
    );
    expect(numbers).toEqual(expected);
    await page.getByRole('link', { name: 'INV-0002' }).click();
    await page.getByRole('heading', { name: 'Invoice INV-0002' }).waitFor();
    await page.goBack();
    await page.getByText('These are all 45.').waitFor();
    await expect(page.evaluate(() => window.scrollY)).resolves.toBeGreaterThan(500);
  });

  it('keeps search and filters in the address, for the back button and a reload', async () => {
    const page = await open('/invoices');
    await page.getByLabel('Recipient').fill('globex');
    await page.getByText('These are all 5.').waitFor();
    await page.getByLabel('Currency').selectOption('JPY');
    await page.getByText('This is the only one.').waitFor();
    expect(new URL(page.url()).search).toBe('?recipient=globex&currency=JPY');
    await page.reload();
    await page.getByText('This is the only one.').waitFor();
    await expect(page.getByLabel('Recipient').inputValue()).resolves.toBe('globex');
    await page.getByRole('link', { name: 'INV-0045' }).click();
    await page.getByRole('heading', { name: 'Invoice INV-0045' }).waitFor();
    await page.goBack();
    await page.getByText('This is the only one.').waitFor();
    await page.goBack();
    await page.getByText('These are all 5.').waitFor();
    await page.goBack();
    await page.getByText('The newest 25 are shown.').waitFor();
    await expect(page.getByLabel('Recipient').inputValue()).resolves.toBe('');
    await page.getByLabel('Search').fill('INV-0007');
    await page.getByText('This is the only one.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('The newest 25 are shown.').waitFor();
    await expect(page.getByLabel('Search').inputValue()).resolves.toBe('');
    await page.getByLabel('From').fill('2026-01-28');
    await page.getByText('This is the only one.').waitFor();
    await page.getByLabel('To').fill('2026-01-01');
    await page.getByText('No invoice passes these filters.').waitFor();
  });

  it('puts the fault of a filter at its field', async () => {
    const page = await open('/invoices?from=2026-02-31');
    await page.getByText('There is no such day in the calendar.').waitFor();
    await expect(page.getByLabel('From').getAttribute('aria-invalid')).resolves.toBe('true');
  });

  it('downloads what passes the filters, and says why when the server refuses', async () => {
    const page = await open('/invoices?currency=JPY');
    await page.getByText('These are all 3.').waitFor();
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export CSV' }).click(),
    ]);
    const lines = (await readFile(await csv.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 3);
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download PDFs (ZIP)' }).click(),
    ]);
    expect((await readFile(await zip.path())).subarray(0, 2).toString()).toBe('PK');
    await page.route('**/invoice-export/zip*', (route) =>
      route.fulfill({
        status: 422,
        json: { code: 'too_many_invoices', detail: '10001 invoices were found.' },
      }),
    );
    await page.getByRole('link', { name: 'Download PDFs (ZIP)' }).click();
    await page.getByRole('alert').getByText('10001 invoices were found.').waitFor();
    expect(page.url()).toBe(`${url}/invoices?currency=JPY`);
  });

  it.each([
    ['the list', '/', /\/dashboard\/invoices\?/, 'Invoices'],
    ['the page of an invoice', '/invoices', /\/dashboard\/invoices\/inv_\w+$/, 'INV-0045'],
  ])('says on %s when the server is away or broken, and goes on', async (_, start, path, link) => {
    const page = await open(start);
    await page.getByRole('link', { name: 'INV-0045' }).waitFor();
    await page.route(path, (route) => route.abort());
    await page.getByRole('link', { name: link, exact: true }).click();
    await page.getByRole('alert').getByText('Finvo cannot be reached.').waitFor();
    await page.unroute(path);
    const json = { code: 'internal', detail: 'Something broke here.', request_id: 'r1' };
    await page.route(path, (route) => route.fulfill({ status: 500, json }));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').getByText('Something broke here.').waitFor();
    await expectAccessible(page);
    await page.unroute(path);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(link === 'Invoices' ? 'The newest 25 are shown.' : 'Subtotal').waitFor();
  });

  it('shows the PDF and downloads the bytes of the API', async () => {
    const invoice = await createInvoice(url, account, { invoice_number: 'A/1 é' });
    const page = await open(`/invoices/${invoice.id}`);
    await page.getByRole('img', { name: 'Invoice A/1 é, page 1 of 1' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('A-1-é.pdf');
    const pdf = await request(url)
      .get(`/v1/invoices/${invoice.id}/pdf`)
      .set(account.bearer)
      .buffer();
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(digest(await readFile(await file.path()))).toBe(digest(pdf.body as Buffer));
    await page.getByRole('button', { name: 'JSON' }).click();
    const json = await page.getByRole('group', { name: 'Invoice as JSON' }).textContent();
    expect((JSON.parse(json!) as { id: string }).id).toBe(invoice.id);
    await page.getByRole('button', { name: 'curl' }).click();
    const curl = await page.getByRole('group', { name: 'Request with curl' }).textContent();
    expect(curl).toContain(`curl -X POST '${url}/generate'`);
    await page.getByRole('link', { name: 'Duplicate' }).click();
    await page.waitForURL(`**/invoices/new?from=${invoice.id}`);
  });

  it('sends an invoice by mail and shows what became of it', async () => {
    const invoice = await createInvoice(url, account);
    const page = await open(`/invoices/${invoice.id}`);
    await page.getByRole('button', { name: 'E-mail' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('To').inputValue()).resolves.toBe('billing@acme.com');
    await expectAccessible(page);
    await dialog.getByLabel('To').fill('nobody');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-invalid') === 'true',
    );
    await dialog.getByLabel('To').fill('one@example.com, two@example.com');
    await dialog.getByLabel('Subject').fill('Your invoice');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.waitFor({ state: 'detached' });
    const emails = page.getByRole('region', { name: 'E-mails' });
    await emails.getByText('one@example.com, two@example.com').waitFor();
    await emails.getByText('Queued').waitFor();
    const sent = {
      id: 'm',
      to: ['one@example.com'],
      cc: [],
      bcc: [],
      subject: 'S',
      message: 'M',
      resend_of: null,
      status: 'sent',
      attempts: 1,
      error: null,
      created_at: '2026-01-01T00:00:00Z',
      sent_at: '2026-01-01T00:00:01Z',
    };
    await page.route('**/emails', (route) => route.fulfill({ json: { data: [sent] } }));
    await emails.getByText('Sent', { exact: true }).waitFor();
  });

  it('does not find an invoice of another account, nor one that does not exist', async () => {
    const other = await createInvoice(url, await createAccount(dashboard.running));
    for (const id of [other.id, 'inv_nothing', '%2e%2e%2fkeys']) {
      const page = await open(`/invoices/${id}`);
      await page.getByRole('heading', { name: 'Invoice not found' }).waitFor();
      await page.getByRole('link', { name: 'See all invoices' }).waitFor();
      await page.context().close();
    }
  });

  it('invites somebody without an invoice to make one', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices');
    await page.getByRole('link', { name: 'Create your first invoice' }).waitFor();
    await expectAccessible(page);
  });

  it.each([
    ['in light colours', {}],
    ['in dark colours', { colorScheme: 'dark' }],
    ['on a phone', { viewport: phone }],
  ])('is readable by everybody %s', async (_, options) => {
    const invoice = await createInvoice(url, account);
    const page = await open('/invoices?currency=EUR', options);
    await page.getByRole('link', { name: 'INV-0044' }).waitFor();
    await expectAccessible(page);
    await expect(fits(page)).resolves.toBe(true);
    await page.goto(`${url}/invoices/${invoice.id}`);
    await page.getByRole('img', { name: /page 1 of 1/ }).waitFor();
    await page.getByRole('button', { name: 'curl' }).click();
    await page.getByRole('group', { name: 'Request with curl' }).waitFor();
    await expectAccessible(page);
    await expect(fits(page)).resolves.toBe(true);
  });

  it('keeps the filters behind a button on a phone and counts those in use', async () => {
    const page = await open('/invoices', { viewport: phone });
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Status').selectOption('void');
    await page.getByText('No invoice passes these filters.').waitFor();
    await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
  });

  it('carries files: chosen in the form, listed and downloaded here, and kept by a copy', async () => {
    const page = await open('/invoices/new', { viewport: phone });
    await page.getByLabel('Name', { exact: true }).fill('Acme Corp');
    await page.getByLabel('Description').fill('Consulting');
    await page.getByLabel('Unit price').fill('150');
    await page.getByRole('button', { name: 'Attachments' }).click();
    const choose = (...sent: SentFile[]) =>
      page
        .getByLabel('Files to attach')
        .setInputFiles(
          sent.map(({ name, type, content }) => ({ name, mimeType: type, buffer: content })),
        );
    await choose({ ...files.pdf, content: Buffer.from('no PDF') });
    await page.getByText(/“hours\.pdf”: Attach a PDF, PNG/).waitFor();
    await choose(...Object.values(files));
    await page.getByText('An invoice can carry 5 files.').waitFor();
    await page.getByRole('button', { name: 'Remove photo.png' }).click();
    await page.getByRole('button', { name: 'Attachments (4)' }).waitFor();
    await expect(fits(page)).resolves.toBe(true);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.getByRole('heading', { name: 'Attachments' }).waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'hours.csv' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('hours.csv');
    expect(await readFile(await saved.path())).toEqual(files.csv.content);
    await expect(fits(page)).resolves.toBe(true);
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    await page.goto(`${url}/invoices/new?from=${id}`);
    await page.getByRole('button', { name: 'Attachments (4)' }).click();
    await page.getByText('hours.pdf').waitFor();
  });

  it('left nothing to complain about in any console', () => {
    expect(dashboard.complaints).toEqual([]);
  });

  it('makes an invoice of a quote, once, and both pages lead to the other', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices/new');
    await page.getByText('Quote', { exact: true }).click();
    await page.getByRole('heading', { name: 'New quote' }).waitFor();
    await page.getByPlaceholder('Q-0001 (automatic)').waitFor();
    await page.getByLabel('Valid until').fill('2026-01-31');
    await page.getByLabel('Name', { exact: true }).first().fill('Acme Corp');
    await page
      .getByLabel(/^Description/)
      .first()
      .fill('New website');
    await page
      .getByLabel(/^Unit price/)
      .first()
      .fill('4800');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create quote' }).click();
    await page.getByText('Quote Q-0001 is created.').waitFor();
    await page.reload();
    await page.getByText('This quote was valid until').waitFor();
    await page.getByRole('button', { name: 'Create invoice' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invoice of quote Q-0001' });
    await dialog.getByLabel('Due date').fill('2099-01-31');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Create invoice' }).click();
    await page.getByRole('heading', { name: 'Invoice INV-0001' }).waitFor();
    await page.getByRole('link', { name: 'Quote Q-0001' }).click();
    await page.getByRole('heading', { name: 'Quote Q-0001' }).waitFor();
    await page.getByRole('link', { name: 'Invoice INV-0001' }).waitFor();
    expect(await page.getByRole('button', { name: 'Create invoice' }).count()).toBe(0);
    await expectAccessible(page);
  });
});

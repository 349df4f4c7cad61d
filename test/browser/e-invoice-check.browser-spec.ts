import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { ublOf } from '../../src/einvoice/ubl.js';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { eInvoice, pdfWith } from '../support/e-invoices.js';

const golden = 'src/invoices/e-invoicing/golden/mixed-rates.cii.xml';

describe('the check of e-invoices in the dashboard', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  const choose = (page: Page, name: string, content: string | Buffer) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });

  it('shows what a PDF says and that it keeps the rules, and stores nothing', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    await page.getByRole('link', { name: 'E-invoice check' }).click();
    await page.getByRole('heading', { name: 'Check an e-invoice' }).waitFor();
    expect(await page.title()).toBe('Check an e-invoice · Finvo');
    await expectAccessible(page);

    await choose(page, 'bill.pdf', await pdfWith({ 'factur-x.xml': readFileSync(golden, 'utf8') }));
    await page.getByText('“bill.pdf” keeps the rules of EN 16931').waitFor();
    const invoice = page.getByRole('region', { name: 'Invoice', exact: true });
    await invoice.getByText('Amount due').waitFor();
    await page.getByRole('button', { name: 'JSON' }).click();
    await page.getByRole('group', { name: 'E-invoice as JSON' }).getByText('line_items').waitFor();
    await expectAccessible(page);
    const list = await request(dashboard.running.url).get('/v1/invoices').set(account.bearer);
    expect(list.body).toMatchObject({ data: [] });
    expect(dashboard.complaints).toEqual([]);
  });

  it('names whose fault a broken rule is, and takes figures as they are written', async () => {
    const { page } = await dashboard.visitSignedIn('/e-invoice-check', {
      viewport: { width: 360, height: 740 },
    });
    const seller = { address: { country: 'DE' } };
    const broken = { currency: 'Euro', dueDate: '31.02.2026', seller };
    await choose(page, 'broken.xml', ublOf(eInvoice(broken)));
    await page.getByText(/“broken.xml” breaks \d+ rules of EN 16931/).waitFor();
    await page.getByRole('list', { name: 'The seller' }).getByText('BR-06').waitFor();
    await page.getByText('119.00 Euro').first().waitFor();
    await page.getByText('31.02.2026').waitFor();
    await expectAccessible(page);
  });

  it('says why a file is no e-invoice, and takes the next one', async () => {
    const { page } = await dashboard.visitSignedIn('/e-invoice-check');
    await choose(page, 'photo.pdf', 'JFIF');
    await page.getByText(/“photo.pdf”: /).waitFor();
    await choose(page, 'large.pdf', Buffer.alloc(10 * 1024 * 1024 + 1));
    await page.getByText('“large.pdf” is larger than 10 MiB.').waitFor();
    await choose(page, 'invoice.xml', ublOf(eInvoice()));
    await page.getByText('Größe & Söhne GmbH').waitFor();
    await page.getByText('is larger than').waitFor({ state: 'detached' });
    await expectAccessible(page);
  });
});

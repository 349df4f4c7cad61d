import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Download, type Page } from 'playwright-core';
import request from 'supertest';
import { embeddedFilesOf } from '../../src/pdf/testing/pdf-reader.js';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createInvoice, type TestAccount } from '../support/factories.js';

const seller = {
  name: 'Example GmbH',
  currency: 'EUR',
  email: 'office@example.com',
  phone: '+49 30 1234',
  contact_name: 'Accounts',
  tax_id: 'DE123456789',
  address: { line1: 'Markt 1', postal_code: '10115', city: 'Berlin', country: 'DE' },
  payment: { iban: 'DE89370400440532013000' },
};
const authority = {
  name: 'Stadt Beispiel',
  email: 'rechnung@example.com',
  buyer_reference: '04011000-12345-03',
  address: { line1: 'Ring 2', postal_code: '20095', city: 'Hamburg', country: 'DE' },
};

/** Everything that the form says beside recipient and items. */
const particulars = {
  format: 'ubl',
  recipient: {
    ...authority,
    contact_name: 'Einkauf',
    registration_number: '552100554',
    registration_scheme: '0002',
    electronic_addresses: [
      { scheme: '0204', id: '04011000-12345-03' },
      { scheme: '0147', id: '77' },
    ],
  },
  delivery: { date: '2026-01-15', name: 'Depot', address: { city: 'Bremen', country: 'DE' } },
  period: { start: '2026-01-01', end: '2026-01-31' },
  references: { contract: 'C-1', project: 'P-2', sales_order: 'S-3', accounting: '4400' },
  preceding_invoices: [{ number: 'INV-0900', date: '2025-12-01' }],
  prepaid_amount: '10.00',
  payment: {
    means: 'sepa_direct_debit',
    mandate: 'M-1',
    debited_iban: 'DE89370400440532013000',
    creditor_id: 'DE98ZZZ09999999999',
  },
};
const line = {
  description: 'Hosting',
  quantity: '1',
  unit_code: 'MON',
  period: { start: '2026-01-01', end: '2026-01-31' },
  unit_price: '100.00',
};

describe('e-invoices in the dashboard', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  const url = () => dashboard.running.url;
  const region = (page: Page, name: string) => page.getByRole('region', { name });
  const missing = (page: Page) => region(page, 'Before this can be an XRechnung');

  async function choose(page: Page, label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  }

  async function fillIn(page: Page): Promise<void> {
    await page.getByLabel('Name', { exact: true }).fill(authority.name);
    const item = page.getByRole('group', { name: 'Item 1' });
    await item.getByLabel('Description').fill('Consulting');
    await item.getByLabel('Unit price').fill('150');
    await item.getByLabel('Tax %').fill('19');
  }

  async function put(account: TestAccount, more: object): Promise<void> {
    const path = '/dashboard/organization';
    await request(url())
      .put(path)
      .set(account.session)
      .send({ ...seller, ...more })
      .expect(200);
  }

  async function requestOf(account: TestAccount, page: Page): Promise<Record<string, unknown>> {
    await page.waitForURL(/\/invoices\/inv_\w+$/);
    const id = page.url().split('/').at(-1) ?? '';
    const answer = await request(url()).get(`/v1/invoices/${id}/request`).set(account.bearer);
    return answer.body as Record<string, unknown>;
  }

  async function downloaded(page: Page, format: string): Promise<Download> {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Other formats' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    return download;
  }

  it('are set up once, told what they miss with the way to it, mended, issued and downloaded', async () => {
    const { page, account } = await dashboard.visitSignedIn('/settings/organization');
    await put(account, { phone: null, contact_name: null });
    await page.reload();
    const section = region(page, 'E-invoices');
    await choose(page, 'Invoices are made as', 'XRechnung (UBL)');
    await section.getByRole('button', { name: 'Add electronic address' }).click();
    await section.getByRole('combobox', { name: 'Kind of address' }).fill('gln');
    await page.getByRole('option', { name: 'GLN (0088)' }).click();
    await section.getByLabel('Electronic address', { exact: true }).fill('4012345000009');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('All changes are saved').waitFor();

    await page.goto(`${url()}/invoices/new`);
    await fillIn(page);
    await missing(page).waitFor();
    await page.locator('dd', { hasText: '€178.50' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.locator(':focus').filter({ hasText: 'Before this can be' }).waitFor();
    await missing(page).getByText('BR-DE-15').waitFor();

    await missing(page)
      .getByRole('link', { name: /buyer’s reference is missing/ })
      .click();
    await page.locator('[name="/recipient/buyer_reference"]:focus').fill(authority.buyer_reference);
    await missing(page)
      .getByRole('link', { name: /buyer needs its country/ })
      .click();
    const country = page.getByRole('combobox', { name: 'Country', exact: true });
    await country.and(page.locator(':focus')).fill('Germ');
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByLabel('Postal code', { exact: true }).fill('20095');
    await page.getByLabel('City', { exact: true }).fill('Hamburg');
    await page.getByLabel('E-mail').fill(authority.email);

    const opened = page.context().waitForEvent('page');
    await missing(page)
      .getByRole('link', { name: /telephone number is missing/ })
      .click();
    const settings = await opened;
    await settings.locator('[name="/phone"]:focus').fill(seller.phone);
    await settings.getByLabel('Contact name').fill(seller.contact_name);
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await settings.getByText('All changes are saved').waitFor();
    await settings.close();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await missing(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.getByRole('heading', { name: 'Invoice INV-0001' }).waitFor();
    await page.getByText('XRechnung (UBL)', { exact: true }).waitFor();
    await expectAccessible(page);

    const xml = await downloaded(page, 'XRechnung (UBL) (as issued)');
    expect(xml.suggestedFilename()).toBe('INV-0001.xml');
    expect(readFileSync(await xml.path(), 'utf8')).toContain(authority.buyer_reference);
    const pdf = await downloaded(page, 'Factur-X / ZUGFeRD');
    expect(pdf.suggestedFilename()).toBe('INV-0001.pdf');
    const [file] = await embeddedFilesOf(readFileSync(await pdf.path()));
    expect(file?.filename).toBe('factur-x.xml');

    await page.getByRole('button', { name: 'Other formats' }).click();
    await page.getByRole('menuitem', { name: 'Peppol BIS 3 (UBL)' }).click();
    const dialog = page.getByRole('dialog', { name: 'This is not a Peppol invoice' });
    await dialog.getByText('PEPPOL-EN16931-R010').waitFor();
    await expectAccessible(page);
    expect(dashboard.complaints).toEqual([]);
  });

  it('follow the default of the organization, and are let go of for one invoice', async () => {
    const { page, account } = await dashboard.visitSignedIn('/help');
    await put(account, { e_invoice_format: 'facturx' });
    await page.goto(`${url()}/invoices/new`);
    const format = page.getByRole('combobox', { name: 'Made as' });
    expect(await format.inputValue()).toBe('Factur-X / ZUGFeRD');
    await fillIn(page);
    await region(page, 'Before this can be a Factur-X invoice').waitFor();
    await choose(page, 'Made as', 'PDF alone');
    await region(page, 'Before this can be').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.getByRole('heading', { name: 'Invoice INV-0001' }).waitFor();
    expect(await page.getByText('Made as').count()).toBe(0);
  });

  it('say the same again when a draft is opened, and when an invoice is duplicated', async () => {
    const { page, account } = await dashboard.visitSignedIn('/help');
    await put(account, { payment: null });
    const body = { ...particulars, line_items: [{ ...line, tax_rate: '19' }] };
    const draft = await createInvoice(url(), account, { ...body, draft: true });
    await page.goto(`${url()}/invoices/${draft.id}/edit`);
    expect(await page.getByLabel('Delivered to').inputValue()).toBe('Depot');
    await page.getByLabel('Project').fill('P-9');
    await page.getByRole('button', { name: 'Save draft' }).click();
    const { line_items: lines, ...kept } = await requestOf(account, page);
    const references = { ...particulars.references, project: 'P-9' };
    expect(kept).toMatchObject({ ...particulars, references });
    expect(lines).toMatchObject([line]);

    const { id } = await createInvoice(url(), account, { ...body, payment_terms_days: 14 });
    await page.goto(`${url()}/invoices/${id}`);
    for (const text of ['Depot', 'C-1', 'INV-0900 of Dec 1, 2025', 'Mandate M-1', 'Already paid']) {
      await page.getByText(text, { exact: true }).waitFor();
    }
    await page.getByRole('link', { name: 'Duplicate' }).click();
    await page.getByLabel('Delivered to').waitFor();
    await page.getByRole('button', { name: 'Save as draft' }).click();
    const copy = await requestOf(account, page);
    const { creditor_id: _own, ...payment } = particulars.payment;
    expect(copy).toMatchObject({ ...particulars, payment, line_items: [line] });
  });

  it('are had by whoever opens a link, and of a quote in a format of its own', async () => {
    const { page, account } = await dashboard.visitSignedIn('/help');
    await put(account, { payment: null });
    const shared = { ...particulars, line_items: [{ ...line, tax_rate: '19' }] };
    const { id } = await createInvoice(url(), account, shared);
    const link = await request(url())
      .post(`/v1/invoices/${id}/share-links`)
      .set(account.bearer)
      .expect(201);
    const stranger = await dashboard.visit(new URL(String(link.body.url)).pathname);
    const download = stranger.waitForEvent('download');
    await stranger.getByRole('link', { name: 'Download EN 16931 (UBL)' }).click();
    expect((await download).suggestedFilename()).toBe('INV-0001.xml');
    await expectAccessible(stranger);

    await put(account, { e_invoice_format: 'xrechnung-ubl' });
    const quote = await createInvoice(url(), account, { type: 'quote' });
    await page.goto(`${url()}/invoices/${quote.id}`);
    await page.getByRole('button', { name: 'Create invoice' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create invoice' }).click();
    await dialog.getByText('This cannot be an e-invoice yet').waitFor();
    await choose(page, 'Made as', 'PDF alone');
    await dialog.getByRole('button', { name: 'Create invoice' }).click();
    await page.getByRole('heading', { name: 'Invoice INV-0002' }).waitFor();
  });

  it('tell on the page of a draft what is missing, and are not issued before', async () => {
    const { page, account } = await dashboard.visitSignedIn('/help');
    const body = {
      draft: true,
      format: 'xrechnung-cii',
      line_items: [{ ...line, tax_rate: '19' }],
    };
    const { id } = await createInvoice(url(), account, body);
    await page.goto(`${url()}/invoices/${id}`);
    await page.getByText('Before this can be an XRechnung').waitFor();
    await page.getByRole('button', { name: 'Issue' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Issue' }).click();
    await dialog.getByText('This cannot be an e-invoice yet').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('link', { name: /buyer’s reference is missing/ }).click();
    await page.getByRole('heading', { name: 'Edit draft' }).waitFor();
  });
});

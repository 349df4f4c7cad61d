import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createInvoice } from '../support/factories.js';

describe('the life of an invoice, in the browser', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  it('ends when it is voided, which asks first, is seen on the page and in the list, and tells whoever opens a link', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    const { running, complaints } = dashboard;
    const { id, invoice_number: number } = await createInvoice(running.url, account);
    const link = await request(running.url)
      .post(`/v1/invoices/${id}/share-links`)
      .set(account.bearer)
      .expect(201);
    await page.goto(`${running.url}/invoices/${id}`);
    await page.getByRole('button', { name: 'Void' }).click();
    const dialog = page.getByRole('dialog', { name: `Void ${number}` });
    await dialog.getByLabel('Reason').fill('Sent to the wrong company');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Void the invoice' }).click();
    await dialog.waitFor({ state: 'detached' });
    const note = page.getByRole('alert').filter({ hasText: 'Void since' });
    expect(await note.innerText()).toContain('Sent to the wrong company');
    expect(await page.getByRole('button', { name: 'Void', exact: true }).count()).toBe(0);
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Invoices', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: number });
    expect(await row.innerText()).toContain('Void');

    const { pathname } = new URL(String(link.body.url));
    const stranger = await dashboard.visit(pathname);
    await stranger.getByText('This invoice is void').waitFor();
    await expectAccessible(stranger);
    expect(complaints).toEqual([]);
  });

  it('is not needed where some lines are credited: the credit note opens, and both tell of each other', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    const { running, complaints } = dashboard;
    const hours = { description: 'Hours', quantity: 10, unit: 'h', unit_price: 150 };
    const fee = { description: 'Fee', quantity: 1, unit_price: 40 };
    const { id } = await createInvoice(running.url, account, { line_items: [hours, fee] });
    await page.goto(`${running.url}/invoices/${id}`);
    await page.getByRole('button', { name: 'Credit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Credit INV-0001' });
    await dialog.getByText('$1,540.00').last().waitFor();
    await dialog.getByLabel('Some of the lines').check();
    const quantity = dialog.getByLabel('How many of line 1: Hours');
    await quantity.fill('11');
    await dialog.getByText('Its quantity that is left: 10.').waitFor();
    await quantity.fill('2.5');
    await dialog.getByText('$375.00').waitFor();
    await dialog.getByLabel('Reason').fill('Fewer hours were worked');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Create the credit note' }).click();

    await page.getByRole('heading', { name: 'Credit note CN-0001' }).waitFor();
    const note = page.getByRole('alert').filter({ hasText: 'Corrects invoice INV-0001' });
    expect(await note.innerText()).toContain('Fewer hours were worked');
    await note.getByRole('link', { name: 'invoice INV-0001' }).click();
    const credits = page.getByRole('region', { name: 'Credit notes' });
    expect(await credits.innerText()).toContain('$375.00 of $1,540.00 credited.');
    expect(await page.getByRole('button', { name: 'Void', exact: true }).count()).toBe(0);
    await expectAccessible(page);

    await page.goto(`${running.url}/invoices`);
    await page.getByLabel('Type').selectOption('Credit note');
    await page.getByRole('row').filter({ hasText: 'INV-0001' }).waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: 'CN-0001' });
    expect(await row.innerText()).toContain('Credit note');
    expect(complaints).toEqual([]);
  });

  it('can wait for its number as a draft: saved, edited, deleted or issued with a question', async () => {
    const { page, account } = await dashboard.visitSignedIn('/invoices/new');
    const { running, complaints } = dashboard;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Acme Corp');
    await page.getByLabel('Description').fill('Consulting');
    await page.getByLabel('Unit price').fill('150');
    await button('Save as draft').click();
    await page.getByRole('heading', { name: 'Draft for Acme Corp' }).waitFor();
    expect(await button('Share').count()).toBe(0);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    expect(await page.getByLabel('Unit price').inputValue()).toBe('150');
    await name.fill('Northwind');
    await button('Save draft').click();
    await page.getByRole('heading', { name: 'Draft for Northwind' }).waitFor();
    await button('Issue').click();
    const dialog = page.getByRole('dialog', { name: 'Issue the draft' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Issue', exact: true }).click();
    await page.getByRole('heading', { name: 'Invoice INV-0001' }).waitFor();
    await button('Share').waitFor();

    const { id } = await createInvoice(running.url, account, { draft: true });
    await page.goto(`${running.url}/invoices`);
    const row = page.getByRole('row').filter({ hasText: 'Acme Corp' });
    await row.getByRole('link', { name: 'Draft' }).click();
    await page.waitForURL(`**/invoices/${id}`);
    await button('Delete').click();
    const asked = page.getByRole('dialog', { name: 'Delete the draft' });
    await asked.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.waitForURL('**/invoices');
    await page.getByRole('link', { name: 'INV-0001' }).waitFor();
    expect(await row.count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createInvoice } from '../support/factories.js';

describe('voiding an invoice, in the browser', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  it('asks first, is seen on the page and in the list, and tells whoever opens a link', async () => {
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
});

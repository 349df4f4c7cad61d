import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';

describe('taxes in the dashboard', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  it('are kept as presets, chosen in a new invoice, withheld and rounded', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    await page.getByRole('link', { name: 'Taxes' }).click();
    await page.getByText('No taxes yet').waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Add tax' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Reverse charge');
    await dialog.getByLabel('Name on the invoice').fill('VAT');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('This field is required.').first().waitFor();
    await dialog.getByLabel('Kind').selectOption({ label: 'Reverse charge' });
    await expect(dialog.getByLabel('Rate %').inputValue()).resolves.toBe('0');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('listitem').getByText('VAT 0% · Reverse charge').waitFor();
    await page.getByRole('button', { name: 'Edit Reverse charge' }).click();
    await dialog.getByLabel('Reason (optional)').fill('Article 196');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('VAT 0% · Reverse charge · Article 196').waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'New invoice' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Acme Corp');
    const item = page.getByRole('group', { name: 'Item 1' });
    await item.getByLabel('Description').fill('Consulting');
    await item.getByLabel('Unit price').fill('99.99');
    await item.getByRole('button', { name: 'Tax presets' }).click();
    await page.getByRole('menuitem', { name: /Reverse charge/ }).click();
    await page.getByRole('button', { name: 'Part payment, withholding, rounding' }).click();
    await page.getByRole('button', { name: 'Add withholding' }).click();
    const withholding = page.getByRole('group', { name: 'Withholding 1' });
    await withholding.getByLabel('Withholding', { exact: true }).fill('IRPF');
    await withholding.getByLabel('Rate %').fill('15');
    await page.getByLabel('Round amount due to').fill('0.05');
    const due = page.locator('dt', { hasText: /^Amount due$/ }).locator('+ dd');
    await due.getByText('$85.00').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.waitForURL(/\/invoices\/inv_/);
    await page.getByText('VAT 0%: Article 196').waitFor();
    await due.getByText('$85.00').waitFor();
    await expectAccessible(page);
    const { body } = await request(dashboard.running.url)
      .get('/v1/invoices')
      .set(account.bearer)
      .expect(200);
    expect(body.data).toMatchObject([
      {
        taxes: [{ name: 'VAT', category: 'AE', exemption_reason: 'Article 196' }],
        withholdings: [{ name: 'IRPF', rate: '15', base: 'net', amount: '15.00' }],
        rounding_amount: '0.01',
        amount_due: '85.00',
      },
    ]);

    await page.getByRole('link', { name: 'Taxes' }).click();
    await page.getByRole('button', { name: 'Delete Reverse charge' }).click();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('No taxes yet').waitFor();
    expect(dashboard.complaints).toEqual([]);
  });

  it('have a kind and a reason in a line, and a second currency in the invoice', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices/new', {
      viewport: { width: 360, height: 740 },
    });
    await page.getByLabel('Name', { exact: true }).fill('Acme Corp');
    const item = page.getByRole('group', { name: 'Item 1' });
    await item.getByLabel('Description').fill('Consulting');
    await item.getByLabel('Unit price').fill('100');
    await page.getByRole('button', { name: 'More of item 1' }).click();
    await page.getByRole('button', { name: 'Name the tax' }).click();
    const tax = page.getByRole('group', { name: 'Tax 1' });
    await tax.getByLabel('Tax name').fill('VAT');
    await tax.getByLabel('Kind').selectOption({ label: 'Export' });
    await tax.getByLabel('Reason').fill('Export to Norway');
    await page.getByRole('button', { name: 'Add tax' }).click();
    const second = page.getByRole('group', { name: 'Tax 2' });
    await second.getByLabel('Tax name').fill('Levy');
    await second.getByLabel('Rate %').fill('10');
    await second.getByLabel('Kind').selectOption({ label: 'On top of the other taxes' });
    await page.getByRole('button', { name: 'Part payment, withholding, rounding' }).click();
    await page.getByRole('combobox', { name: 'Tax total also in' }).fill('EUR');
    await page.getByRole('option', { name: /^EUR/ }).click();
    await page.getByLabel('1 USD in EUR').fill('0.5');
    await page
      .locator('dt', { hasText: /^Tax total in EUR$/ })
      .locator('+ dd', { hasText: '€5.00' })
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.waitForURL(/\/invoices\/inv_/);
    await page.getByText('VAT 0%: Export to Norway').waitFor();
    await page.getByText('Levy 10%').waitFor();
    expect(dashboard.complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEntry } from '../support/catalog.js';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createInvoice } from '../support/factories.js';

describe('customers and items in the dashboard', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  it('are stored, changed, picked for an invoice, archived and removed', async () => {
    const { page } = await dashboard.visitSignedIn('/');
    const dialog = page.getByRole('dialog');
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByText('There are no customers yet.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'New customer' }).click();
    await dialog.getByLabel('E-mail').fill('nobody');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This must not be empty.').first().waitFor();
    await dialog.getByText('Expected an e-mail address.').first().waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Name', { exact: true }).fill('Acme GmbH');
    await dialog.getByLabel('E-mail').fill('billing@acme.example');
    await dialog.getByLabel('City').fill('Berlin');
    await dialog.getByLabel('Payment terms').fill('30');
    await dialog.getByLabel('Currency of invoices').fill('EUR');
    await page.getByRole('option', { name: /^EUR/ }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Acme GmbH' }).waitFor();
    await page.getByText('30 days').waitFor();
    await page.getByText('No invoice was made for this customer yet.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Edit' }).click();
    await dialog.getByLabel('Tax ID').fill('DE123456789');
    await dialog.getByLabel('City').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('DE123456789').waitFor();
    expect(await page.getByText('Berlin').count()).toBe(0);

    await page.getByRole('link', { name: 'Items', exact: true }).click();
    await page.getByText('There are no items yet.').waitFor();
    await page.getByRole('button', { name: 'New item' }).click();
    await dialog.getByLabel('Description').fill('Consulting');
    await dialog.getByLabel('Unit price').fill('150.00');
    await dialog.getByLabel('Tax %').fill('19');
    await dialog.getByLabel('Unit', { exact: true }).fill('hours');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('150 / hours · Tax 19 %').waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'New invoice' }).click();
    await page.getByLabel('Name', { exact: true }).fill('acm');
    await page.getByRole('option', { name: /Acme GmbH/ }).click();
    await page.getByText('For a stored customer.').waitFor();
    expect(await page.getByRole('combobox', { name: 'Currency' }).inputValue()).toMatch(/^EUR/);
    expect(await page.getByLabel('Payment due').innerText()).toContain('in 30 days');
    await page.getByLabel('E-mail').fill('');
    await page.getByLabel('Description').first().fill('cons');
    await page.getByRole('option', { name: /Consulting/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const line = page.getByRole('group', { name: 'Item 1' });
    expect(await line.getByLabel('Unit price').inputValue()).toBe('150');
    expect(await line.getByLabel('Tax %').inputValue()).toBe('19');
    await line.getByText('€150.00').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.getByRole('heading', { name: 'Invoice INV-0001' }).waitFor();
    expect(await page.getByText('billing@acme.example').count()).toBe(0);

    await page.getByRole('link', { name: 'Acme GmbH' }).click();
    await page.getByRole('link', { name: 'INV-0001' }).waitFor();
    await page.getByText('billing@acme.example').waitFor();
    await page.getByRole('button', { name: 'Archive Acme GmbH' }).click();
    await page.getByText('Not offered any more').waitFor();
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByText('There are no customers yet.').waitFor();
    await page.getByLabel('Archived ones').click();
    await page.getByRole('link', { name: 'Acme GmbH' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { name: 'Customers' }).waitFor();
    await page.getByRole('link', { name: 'Invoices' }).click();
    await page.getByRole('link', { name: 'INV-0001' }).click();
    await page.getByRole('link', { name: 'Acme GmbH' }).click();
    await page.getByRole('heading', { name: 'Customer not found' }).waitFor();
    await page.getByRole('link', { name: 'INV-0001' }).waitFor();

    await page.getByRole('link', { name: 'Items', exact: true }).click();
    await page.getByRole('button', { name: 'Edit Consulting' }).click();
    await dialog.getByLabel('Unit price').fill('');
    await dialog.getByLabel('Tax %').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByText('Tax 19 %').count()).toBe(0);
    await page.getByRole('button', { name: 'Remove Consulting' }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('There are no items yet.').waitFor();
    expect(dashboard.complaints).toEqual([]);
  });

  it('are found by a search, and begin an invoice or its copy', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    const { url } = dashboard.running;
    const { id } = await createEntry(dashboard.running, account, 'customers', {
      name: 'Beta Ltd',
      external_id: 'crm-7',
    });
    await createEntry(dashboard.running, account, 'customers', { name: 'Gamma Ltd' });
    await page.goto(`${url}/customers`);
    await page.getByRole('link', { name: 'Gamma Ltd' }).waitFor();
    await page.getByLabel('Search').fill('CRM-7');
    await page.getByRole('link', { name: 'Gamma Ltd' }).waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Beta Ltd' }).click();
    await page.getByRole('link', { name: 'Invoice for this customer' }).click();
    await page.getByText('For a stored customer.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Beta Ltd');

    const invoice = await createInvoice(url, account, { customer: id, recipient: undefined });
    await page.goto(`${url}/invoices/new?from=${invoice.id}`);
    await page.getByText('For a stored customer.').waitFor();
    await page.getByRole('button', { name: 'Not for this customer' }).click();
    await page.getByText('For a stored customer.').waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Beta Ltd');
    expect(dashboard.complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('are accessible and fit a phone, %s', async (colorScheme) => {
    const { page, account } = await dashboard.visitSignedIn('/', {
      viewport: { width: 360, height: 740 },
      colorScheme,
    });
    const { url } = dashboard.running;
    const { id } = await createEntry(dashboard.running, account, 'customers', {
      name: 'A very long name of a customer '.repeat(4),
      email: `${'long'.repeat(15)}@${'domain'.repeat(10)}.example`,
      notes: 'First line\nSecond line',
    });
    await createEntry(dashboard.running, account, 'items', {
      description: 'Unbroken'.repeat(20),
      unit_price: '150.5',
      currency: 'EUR',
      taxes: [{ name: 'VAT', rate: 19 }],
    });
    for (const path of ['/customers', `/customers/${id}`, '/items', '/help/customers']) {
      await page.goto(url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      const tooWide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth;
      });
      expect([path, tooWide]).toEqual([path, false]);
    }
    expect(dashboard.complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { createSchedule, madeBy } from '../support/schedules.js';

/** Its amount has decimals, which another currency may not have. */
const onlyInEuro = invoiceBody({ charges: [{ amount: '0.50', reason: 'Fee' }] });

describe('recurring invoices in the dashboard', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  const open = async (page: Page, path: string) => {
    await page.goto(dashboard.running.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const price = (page: Page) => page.locator('[name="/line_items/0/unit_price"]');
  const currency = (account: TestAccount, code: string) =>
    request(dashboard.running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', currency: code })
      .expect(200);

  it('are made from the form of a new invoice, paused, resumed, changed and ended', async () => {
    const { page } = await dashboard.visitSignedIn('/');
    await page.getByRole('link', { name: 'Recurring' }).click();
    await page.getByText('There are no schedules yet.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'New invoice' }).click();
    await page.getByLabel('Name').first().fill('Acme Corp');
    await page.getByLabel('Description').first().fill('Hosting in {{month}}');
    await price(page).fill('20');
    await page.getByRole('button', { name: 'Make recurring' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Hosting');
    await dialog.getByLabel('First invoice').fill('2099-01-31');
    await dialog.getByText('Feb 28, 2099').first().waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Every').fill('0');
    await dialog.getByRole('button', { name: 'Create schedule' }).click();
    await dialog.getByText('Expected a whole number from 1 to 100.').first().waitFor();
    await dialog.getByLabel('Every').fill('2');
    await dialog.getByLabel('Ends').selectOption('After a number of invoices');
    await dialog.getByLabel('Invoices', { exact: true }).fill('6');
    await dialog.getByRole('button', { name: 'Create schedule' }).click();

    await page.getByRole('heading', { level: 1, name: 'Hosting' }).waitFor();
    await page.getByText('Every 2 months, 0 of 6 periods').waitFor();
    await page.getByText('Mar 31, 2099').first().waitFor();
    await page.getByText('Total $20.00').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Next dates if resumed today').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();

    await page.getByRole('link', { name: 'Edit' }).click();
    await price(page).fill('25');
    await page.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByLabel('Unit').selectOption('quarters');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Every 2 quarters, 0 of 6 periods').waitFor();
    await page.getByText('Total $25.00').waitFor();

    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'End' }).click();
    await dialog.getByRole('button', { name: 'End' }).click();
    await page.getByText('Ended').waitFor();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('There are no schedules yet.').waitFor();
    expect(dashboard.complaints).toEqual([]);
  });

  it('are made of an invoice that is there, whose faults are shown in its own form', async () => {
    const { running } = dashboard;
    const account = await createAccount(running);
    const { id } = await createInvoice(running.url, account);
    const { page } = await dashboard.visitSignedIn(`/invoices/${id}`, { account });
    await page.getByRole('link', { name: 'Make recurring' }).click();
    await page.getByRole('heading', { name: 'New recurring invoice' }).waitFor();
    await page.getByRole('textbox', { name: 'Notes' }).fill('For {{mounth}}');
    await page.getByRole('button', { name: 'Continue' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('First invoice').fill('2099-02-28');
    await dialog.getByRole('button', { name: 'Create schedule' }).click();
    await page
      .getByText(/Nothing can be put in for {{mounth}}/)
      .first()
      .waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'Notes' }).fill('For {{month}}');
    await page.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByLabel('First invoice').fill('2099-02-28');
    await dialog.getByRole('button', { name: 'Create schedule' }).click();
    await page.getByRole('heading', { level: 1, name: 'Acme Corp' }).waitFor();
    await page.getByText('Every month, without an end').waitFor();
  });

  it('show their invoices, and faults that are mended and tried again', async () => {
    const { running } = dashboard;
    const account = await createAccount(running);
    await currency(account, 'EUR');
    const { id } = await createSchedule(running, account, {
      invoice: onlyInEuro,
      frequency: 'day',
      start_date: '2026-01-18',
    });
    await madeBy(running, account, { id, made: 2 });
    await currency(account, 'JPY');
    running.clock.set('2026-01-20T01:00:00.000Z');
    await madeBy(running, account, { id, made: 3 });
    running.clock.set('2026-01-19T10:00:00.000Z');
    const { page } = await dashboard.visitSignedIn('/recurring', { account });
    await page.getByText('1 not issued').waitFor();
    await page.getByRole('link', { name: 'Hosting' }).click();
    const invoices = page.getByRole('list', { name: 'Invoices' });
    await invoices.getByText('Not issued').waitFor();
    await invoices.getByText('Amounts in this currency have 0 decimals.').waitFor();
    await expectAccessible(page);
    await invoices.getByRole('button', { name: 'Try again: Jan 20, 2026' }).click();
    await invoices.getByText('Amounts in this currency have 0 decimals.').waitFor();
    await currency(account, 'EUR');
    await invoices.getByRole('button', { name: 'Try again: Jan 20, 2026' }).click();
    await invoices.getByRole('link', { name: 'INV-0003' }).click();
    await page.getByRole('heading', { name: 'Invoice INV-0003' }).waitFor();
  });

  it.each(['light', 'dark'] as const)('are accessible and fit a phone, %s', async (colorScheme) => {
    const { running } = dashboard;
    const account = await createAccount(running);
    const { id } = await createSchedule(running, account, { name: 'long'.repeat(25) });
    const { page } = await dashboard.visitSignedIn('/recurring', {
      account,
      viewport: { width: 360, height: 740 },
      colorScheme,
    });
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
    for (const path of ['/recurring', `/recurring/${id}`, `/recurring/${id}/edit`]) {
      await open(page, path);
      await page.waitForLoadState('networkidle');
      expect([path, await overflow()]).toEqual([path, false]);
      await expectAccessible(page);
    }
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    expect(await overflow()).toBe(false);
  });
});

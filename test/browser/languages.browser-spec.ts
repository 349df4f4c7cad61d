import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type Dashboard, openDashboard } from '../support/dashboard.js';

describe('the languages of a new invoice', () => {
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  it('writes the invoice in the languages that are chosen, and says when both are the same', async () => {
    const { page, account } = await dashboard.visitSignedIn('/invoices/new');
    await page.getByLabel('Name', { exact: true }).fill('Acme Corp');
    const item = page.getByRole('group', { name: 'Item 1' });
    await item.getByLabel('Description').fill('Consulting');
    await item.getByLabel('Unit price').fill('150');
    const choose = async (label: string, typed: string, option: string) => {
      await page.getByRole('combobox', { name: label, exact: true }).fill(typed);
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    await choose('Language', 'arab', 'العربية – Arabic');
    await choose(
      'Second language',
      'مارا',
      'العربية (الإمارات العربية المتحدة) – Arabic (United Arab Emirates)',
    );
    await page.keyboard.press('Tab');
    await page.getByText('"ar" and "ar-AE" have the same labels.').waitFor();
    await choose('Second language', 'english (united s', 'English (United States)');
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.waitForURL(/\/invoices\/inv_/);
    const { body } = await request(dashboard.running.url).get('/v1/invoices').set(account.bearer);
    expect(body.data).toMatchObject([{ language: 'ar', second_language: 'en' }]);
    expect(dashboard.complaints).toEqual([]);
  });
});

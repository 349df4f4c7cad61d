import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowserContext, type Page } from 'playwright-core';
import request from 'supertest';
import { type Dashboard, openDashboard } from '../support/dashboard.js';
import { createAccount, password, type TestAccount } from '../support/factories.js';

describe('when a session ends while somebody works', () => {
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  const endSessions = ({ session }: TestAccount) =>
    request(dashboard.running.url).post('/dashboard/sessions/end-all').set(session).expect(204);
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

  async function rename(page: Page, name: string): Promise<void> {
    const field = page.getByLabel(/Legal name|^Name/).first();
    await field.fill(name);
    await page.getByRole('button', { name: 'Save' }).click();
  }

  it('asks for the password over the page and then does what was asked, with nothing typed lost', async () => {
    const { page, account } = await dashboard.visitSignedIn('/settings/organization');
    await page.getByLabel('City').first().fill('Springfield');
    await endSessions(account);
    await page.getByRole('button', { name: 'Save' }).click();
    const password_ = dialog(page).getByLabel('Password', { exact: true });
    await password_.fill('not the right password');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await password_.fill(password);
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText('Your organization is saved.').waitFor();
    await page.reload();
    await expect(page.getByLabel('City').first().inputValue()).resolves.toBe('Springfield');
  });

  it('shows nobody the data of whom another tab has signed in as', async () => {
    const { page, account } = await dashboard.visitSignedIn('/settings/organization');
    await page.getByRole('button', { name: 'Example Ltd' }).waitFor();
    const other = await createAccount(dashboard.running, { organizationName: 'Other Studio' });
    await signInAs(page.context(), dashboard.running.url, other.cookie);
    await page.evaluate(() =>
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    );
    await page.getByRole('button', { name: 'Other Studio' }).waitFor();
    expect(await page.content()).not.toContain(account.email);
  });

  it('leads to the log-in after a log-out in another tab, and back to the same page', async () => {
    const { page, account } = await dashboard.visitSignedIn('/settings/api-keys');
    const second = await page.context().newPage();
    await second.goto(`${dashboard.running.url}/`);
    await second.getByRole('button', { name: 'Example Ltd' }).click();
    await second.getByRole('menuitem', { name: 'Log out' }).click();
    await second.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.reload();
    await page.getByLabel('E-mail').fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'API Keys', level: 1 }).waitFor();
  });

  it('shows nothing of an account after the log-out, also not by the back button', async () => {
    const { page } = await dashboard.visitSignedIn('/settings/organization');
    await page.getByLabel('City').first().waitFor();
    await page.getByRole('button', { name: 'Example Ltd' }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await expect(page.getByLabel('City').count()).resolves.toBe(0);
  });

  it('says that the server is away, and goes on by itself when a click finds it again', async () => {
    const { page } = await dashboard.visitSignedIn('/settings/organization');
    await page.getByLabel('City').first().fill('Springfield');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('cannot be reached').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your organization is saved.').waitFor();
    await rename(page, 'Example Works Ltd');
    await page.getByRole('button', { name: 'Example Works Ltd' }).waitFor();
  });
});

async function signInAs(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: url.replace(/^http:/, 'https:'), secure: true }]);
}

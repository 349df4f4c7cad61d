import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { filesOf } from '../support/downloads.js';
import { createAccount, createInvoice, password } from '../support/factories.js';

const path = '/settings/security';
const newPassword = 'four other words entirely';

describe('Settings → Security', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  async function logIn(page: Page, email: string, secret: string): Promise<void> {
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('Password', { exact: true }).fill(secret);
    await page.getByRole('button', { name: 'Log in' }).click();
  }

  const errorOf = (page: Page, label: string) =>
    page.getByLabel(label, { exact: true }).evaluate((field) => {
      const id = field.getAttribute('aria-describedby') ?? '';
      const texts = id.split(' ').map((part) => document.getElementById(part)?.textContent ?? '');
      return { invalid: field.getAttribute('aria-invalid'), text: texts.join(' ') };
    });

  it.each(['light', 'dark'] as const)('is accessible on every screen, %s', async (colorScheme) => {
    const { page } = await dashboard.visitSignedIn(path, { colorScheme });
    await page.getByRole('list', { name: 'Sessions' }).waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect(overflow).toBe(false);
    await page.getByRole('button', { name: 'Delete account' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
  });

  it('changes the password: other browsers are out, the old password is refused, this browser stays', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    const other = await dashboard.visit('/login');
    await logIn(other, account.email, password);
    await other.getByRole('link', { name: 'Security' }).waitFor();

    await page.getByLabel('Current password', { exact: true }).fill('not the right password');
    await page.getByLabel('New password', { exact: true }).fill(newPassword);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('This is not your present password.').waitFor();
    expect(await errorOf(page, 'Current password')).toMatchObject({ invalid: 'true' });

    await page.getByLabel('Current password', { exact: true }).fill(password);
    await page.getByLabel('New password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('at least 15 characters', { exact: false }).last().waitFor();
    expect(await errorOf(page, 'New password')).toMatchObject({ invalid: 'true' });

    await page.getByLabel('New password', { exact: true }).fill(newPassword);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password is changed.').waitFor();
    await page.reload();
    await page.getByText('This browser').waitFor();

    await other.goto(dashboard.running.url + path);
    await logIn(other, account.email, password);
    await other.getByRole('alert').waitFor();
    await logIn(other, account.email, newPassword);
    await other.getByRole('heading', { name: 'Security' }).waitFor();
  });

  it('lists the browsers and signs another one out', async () => {
    const account = await createAccount(dashboard.running);
    const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/142.0';
    const other = await dashboard.visit('/login', { userAgent });
    await logIn(other, account.email, password);
    await other.getByRole('link', { name: 'Security' }).waitFor();
    // The sign-up itself came from a test, and is a session, too: this page's.
    const { page } = await dashboard.visitSignedIn(path, { account });
    const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
    await sessions.nth(1).waitFor();
    expect(await sessions.count()).toBe(2);
    expect(await sessions.filter({ hasText: 'This browser' }).count()).toBe(1);
    const firefox = sessions.filter({ hasText: 'Firefox on Windows' });
    await firefox.getByText('from 127.0.0.1').waitFor();
    await firefox.getByRole('button', { name: 'Sign out Firefox on Windows' }).click();
    await page.getByText('Firefox on Windows is signed out.').waitFor();
    await firefox.waitFor({ state: 'detached' });
    expect(await sessions.count()).toBe(1);
    await other.reload();
    await other.getByRole('heading', { name: 'Log in' }).waitFor();
  });

  it('signs out everywhere after a question, and says so at the log-in', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    const other = await dashboard.visit('/login');
    await logIn(other, account.email, password);
    await other.getByRole('link', { name: 'Security' }).waitFor();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.getByText('You are signed out everywhere.').waitFor();
    for (const browser of [page, other]) {
      await browser.goto(dashboard.running.url + path);
      await browser.getByRole('heading', { name: 'Log in' }).waitFor();
    }
  });

  it('exports everything as a ZIP', async () => {
    const account = await createAccount(dashboard.running);
    const { invoice_number: number } = await createInvoice(dashboard.running.url, account);
    const { page } = await dashboard.visitSignedIn(path, { account });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export all data' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    const files = filesOf(readFileSync(await file.path()));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['account.json', 'keys.json', `invoices/${number}.pdf`]),
    );
  });

  it('deletes the account only with its exact name and the password, and then refuses the log-in', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    await page.getByRole('button', { name: 'Delete account' }).click();
    const dialog = page.getByRole('dialog');
    const name = 'Type “Example Ltd” to confirm';
    const remove = dialog.getByRole('button', { name: 'Delete for good' });
    await dialog.getByLabel(name).fill('Example');
    await dialog.getByLabel('Your password', { exact: true }).fill(password);
    await remove.click();
    await dialog.getByText('exactly as it stands').waitFor();
    expect(await errorOf(page, name)).toMatchObject({ invalid: 'true' });
    await dialog.getByLabel(name).fill('Example Ltd');
    await dialog.getByLabel('Your password', { exact: true }).fill('not the right password');
    await remove.click();
    await dialog.getByText('This is not your present password.').waitFor();
    expect(await errorOf(page, 'Your password')).toMatchObject({ invalid: 'true' });
    await dialog.getByLabel('Your password', { exact: true }).fill(password);
    await remove.click();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.getByText('Your account and everything in it is deleted.').waitFor();
    await logIn(page, account.email, password);
    await page.getByRole('alert').filter({ hasText: 'wrong' }).waitFor();
  });

  it('works without a complaint in the console', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createAccount } from '../support/factories.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';

const path = '/settings/security';
const label = 'New mail address';
const button = 'Change mail address';

async function ask(page: Page, email: string): Promise<void> {
  await page.getByLabel(label).fill(email);
  await page.getByRole('button', { name: button }).click();
}

describe('Settings → Security → Mail address', () => {
  let mail: MailServer;
  let dashboard: Dashboard;
  beforeAll(async () => {
    mail = await startMailServer();
    dashboard = await openDashboard({ SMTP_URL: mail.url });
  });
  afterAll(async () => {
    await dashboard.close();
    await mail.close();
  });

  it('waits for the mailed link, changes the address by a button behind it, and keeps this browser signed in', async () => {
    const { page, account } = await dashboard.visitSignedIn(path, { colorScheme: 'dark' });
    await page.getByText(`You sign in with ${account.email}.`).waitFor();
    const email = 'moved@example.org';
    await ask(page, email);
    const waiting = page.getByRole('status').filter({ hasText: 'Waiting for confirmation' });
    await waiting.getByText(`the mail to ${email}`).waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect(overflow).toBe(false);
    await page.reload();
    await waiting.waitFor();

    const [arrived] = await mail.mailsTo(email);
    const link = /\/email-confirmation#token=\S+/.exec(arrived?.text ?? '')?.[0] ?? '';
    await page.goto(dashboard.running.url + link);
    await page.getByRole('heading', { name: 'Confirm your mail address' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Confirm this address' }).click();
    await page.getByRole('heading', { name: 'Your mail address is changed' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Go to the dashboard' }).click();
    await page.goto(dashboard.running.url + path);
    await page.getByText(`You sign in with ${email}.`).waitFor();
    await page
      .getByText(`You changed the mail address from ${account.email} to ${email}`)
      .waitFor();
    await mail.mailsTo(account.email);

    const other = await dashboard.visit(link);
    await other.getByRole('button', { name: 'Confirm this address' }).click();
    await other.getByRole('alert').filter({ hasText: 'used before or is too old' }).waitFor();
    await expectAccessible(other);
  });

  it('keeps the present address when told so', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    await ask(page, 'never@example.org');
    await page.getByRole('button', { name: 'Keep the present address' }).click();
    await page.getByText('Waiting for confirmation').waitFor({ state: 'detached' });
    await page.getByText(`You sign in with ${account.email}.`).waitFor();
  });

  it('shows what is wrong with an address at its field, and that another one is taken', async () => {
    const owner = await createAccount(dashboard.running);
    const { page } = await dashboard.visitSignedIn(path);
    await ask(page, 'nobody');
    await page.getByLabel(label).and(page.locator('[aria-invalid=true]')).waitFor();
    await ask(page, owner.email);
    await page.getByRole('alert').filter({ hasText: 'There is an account' }).waitFor();
    await expectAccessible(page);
  });

  it('asks for the password when the log-in is old', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    dashboard.running.clock.advanceMs(11 * 60_000);
    await ask(page, 'later@example.org');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your password', { exact: true }).fill(account.password);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('the mail to later@example.org').waitFor();
  });

  it('works without a complaint in the console', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});

describe('Settings → Security → Mail address, without a mail server', () => {
  it('changes the address at once', async () => {
    const dashboard = await openDashboard();
    try {
      const { page } = await dashboard.visitSignedIn(path);
      await ask(page, 'at-once@example.org');
      await page.getByText('Your mail address is changed.').waitFor();
      await page.getByText('You sign in with at-once@example.org.').waitFor();
      expect(dashboard.complaints).toEqual([]);
    } finally {
      await dashboard.close();
    }
  });
});

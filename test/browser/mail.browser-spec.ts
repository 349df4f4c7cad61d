import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createAccount, createInvoice } from '../support/factories.js';
import { getPdf } from '../support/invoices.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';

const newPassword = 'another horse another staple';

describe('the dashboard with a mail server', () => {
  let mailServer: MailServer;
  let dashboard: Dashboard;

  beforeAll(async () => {
    mailServer = await startMailServer();
    dashboard = await openDashboard({ SMTP_URL: mailServer.url });
  });
  afterAll(async () => {
    await dashboard.close();
    await mailServer.close();
  });

  it('lets somebody who forgot the password set a new one by the mailed link, once', async () => {
    const { email } = await createAccount(dashboard.running);
    const page = await dashboard.visit('/login');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { name: 'Reset your password' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('status').getByText(email).waitFor();
    await expectAccessible(page);
    const [mail] = await mailServer.mailsTo(email);
    const link = new URL(/https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
    const opened = `${dashboard.running.url}${link.pathname}${link.hash}`;
    await page.goto(opened);
    await page.getByLabel('New password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('at least 15 characters', { exact: false }).last().waitFor();
    await page.getByLabel('New password', { exact: true }).fill(newPassword);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByRole('heading', { name: 'Your password is changed' }).waitFor();
    await page.getByRole('link', { name: 'Log in' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(newPassword);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();

    await page.goto('about:blank');
    await page.goto(opened);
    await page.getByLabel('New password', { exact: true }).fill('yet another long password');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('link', { name: 'Ask for another link' }).click();
    await page.getByRole('heading', { name: 'Reset your password' }).waitFor();
  });

  it('mails an invoice with the very PDF that is stored, and says when it is sent', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    const invoice = await createInvoice(dashboard.running.url, account, {
      recipient: { name: 'Acme Corp', email: 'billing@example.com' },
    });
    await page.goto(`${dashboard.running.url}/invoices/${invoice.id}`);
    await page.getByRole('button', { name: 'E-mail' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Send/ }).click();
    await page.getByText('Sent', { exact: true }).waitFor();
    const [mail] = await mailServer.mailsTo('billing@example.com');
    const stored = await getPdf(dashboard.running.url, account, invoice.id);
    const attached = mail?.attachments[0]?.content as ArrayBuffer;
    expect(Buffer.compare(Buffer.from(attached), stored.body)).toBe(0);
    expect(dashboard.complaints).toEqual([]);
  });
});

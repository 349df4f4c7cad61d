import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createAccount, createInvoice } from '../support/factories.js';
import { getPdf } from '../support/invoices.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';

const newPassword = 'another horse another staple';

describe('the dashboard with a mail server', () => {
  const refused: Record<string, number> = { 'gone@example.com': 550 };
  let mailServer: MailServer;
  let dashboard: Dashboard;

  beforeAll(async () => {
    mailServer = await startMailServer({ refused });
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

  it('writes mails in words of one’s own, seen while one types', async () => {
    const { page, account } = await dashboard.visitSignedIn('/settings/e-mails');
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('please find attached our invoice INV-0042.').waitFor();
    await page.getByRole('combobox', { name: 'Language' }).fill('Deutsch – German');
    await page.getByRole('option', { name: 'Deutsch – German', exact: true }).click();
    await preview.getByText('anbei erhalten Sie unsere Rechnung').waitFor();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Message' }).fill('Hallo {{recipient_nam}}');
    await preview.getByText('There is no placeholder').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Did you mean "{{recipient_name}}"?').waitFor();
    await page.getByRole('textbox', { name: 'Message' }).fill('Hallo ');
    await page.getByRole('button', { name: 'Recipient', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Message' }).inputValue()).resolves.toBe(
      'Hallo {{recipient_name}}',
    );
    await preview.getByText('Hallo Sample Customer Ltd').waitFor();
    await page.getByLabel('Copy to').fill('copies@example.com');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('All changes are saved').waitFor();

    const invoice = await createInvoice(dashboard.running.url, account, {
      language: 'de',
      recipient: { name: 'Acme Corp', email: 'own-words@example.com' },
    });
    await page.goto(`${dashboard.running.url}/invoices/${invoice.id}`);
    await page.getByRole('button', { name: 'E-mail' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('A copy goes to copies@example.com.').waitFor();
    await expect(dialog.getByRole('textbox', { name: 'Message' }).inputValue()).resolves.toBe(
      'Hallo Acme Corp',
    );
    await dialog.getByRole('button', { name: 'Preview' }).click();
    await dialog.getByText('Rechnungsnummer: INV-0001').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Send' }).click();
    const [mail] = await mailServer.mailsTo('own-words@example.com');
    expect(mail?.text).toMatch(/^Hallo Acme Corp\n/);
    expect(await mailServer.mailsTo('copies@example.com')).toHaveLength(1);
    expect(dashboard.complaints).toEqual([]);
  });

  it('says in the list of invoices why a mail has failed, and tries again', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    const invoice = await createInvoice(dashboard.running.url, account, {
      recipient: { name: 'Acme Corp', email: 'gone@example.com' },
    });
    await page.goto(`${dashboard.running.url}/invoices/${invoice.id}`);
    await page.getByRole('button', { name: 'E-mail' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    const emails = page.getByRole('region', { name: 'E-mails' });
    await emails.getByText('no such mailbox').waitFor();
    await page.getByRole('link', { name: 'Invoices', exact: true }).first().click();
    await page.getByRole('cell', { name: 'Failed' }).waitFor();
    await expectAccessible(page);
    delete refused['gone@example.com'];
    await page.getByRole('link', { name: invoice.invoice_number }).click();
    await emails.getByRole('button', { name: 'Try again' }).click();
    await emails.getByText('Sent', { exact: true }).waitFor();
    expect(await mailServer.mailsTo('gone@example.com')).toHaveLength(1);
    await emails.getByRole('button', { name: 'Send again' }).waitFor();
    expect(await emails.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(dashboard.complaints).toEqual([]);
  });
});

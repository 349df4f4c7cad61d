import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { addWebhook, startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';
import { createInvoice } from '../support/factories.js';

describe('webhooks in the dashboard', () => {
  let dashboard: Dashboard;
  let receiver: WebhookReceiver;
  let status = 204;
  beforeAll(async () => {
    receiver = await startReceiver((response) => response.writeHead(status).end());
    dashboard = await openDashboard({ WEBHOOKS_ALLOW_PRIVATE: 'on' });
  });
  afterAll(async () => {
    await dashboard.close();
    await receiver.close();
  });

  it('are added, tried, rotated, turned off and deleted', async () => {
    const { page } = await dashboard.visitSignedIn('/');
    await page.getByRole('link', { name: 'Webhooks' }).click();
    await page.getByText('No webhooks yet').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('URL').fill('ftp://127.0.0.1/');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('This is not the address of a web server.').first().waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('URL').fill(receiver.url);
    await dialog.getByLabel('Description').fill('Shop');
    await dialog.getByLabel('An invoice is mailed').uncheck();
    await dialog.getByLabel('An invoice is credited').uncheck();
    await dialog.getByLabel('An invoice is voided').uncheck();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const secret = await dialog.getByRole('group', { name: 'Secret' }).innerText();
    expect(() => new Webhook(secret)).not.toThrow();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('listitem').getByText('invoice.issued', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(secret);

    await page.getByRole('button', { name: /^Send a test/ }).click();
    const sent = page.getByRole('list', { name: /^Sent to/ });
    await sent.getByText('Delivered').waitFor();
    await sent.getByText(/Answered 204/).waitFor();
    status = 503;
    await sent.getByRole('button', { name: /^Resend ping/ }).click();
    await sent.getByText(/did not answer 2xx \(503\)/).waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: /^Rotate secret/ }).click();
    await dialog.getByRole('button', { name: 'Rotate', exact: true }).click();
    const next = await dialog.getByRole('group', { name: 'Secret' }).innerText();
    expect(next).not.toBe(secret);
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByText(/The old secret signs as well until/).waitFor();

    await page.getByRole('button', { name: /^Turn off/ }).click();
    await page.getByText(/^Off since .* You turned it off\.$/).waitFor();
    await page.getByRole('button', { name: /^Edit/ }).click();
    await dialog.getByLabel('Description').fill('Bookkeeping');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Bookkeeping').waitFor();
    await page.getByRole('button', { name: /^Delete/ }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No webhooks yet').waitFor();
    expect(dashboard.complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('are accessible and fit a phone, %s', async (colorScheme) => {
    status = 500;
    const { page, account } = await dashboard.visitSignedIn('/', {
      viewport: { width: 360, height: 740 },
      colorScheme,
    });
    const { url } = dashboard.running;
    await addWebhook(url, account, { url: `${receiver.url}/${'long'.repeat(40)}` });
    await createInvoice(url, account);
    await page.goto(`${url}/settings/webhooks`);
    await page.getByRole('button', { name: /^Show what was sent/ }).click();
    await page.getByText(/did not answer 2xx/).waitFor();
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
    expect(await overflow()).toBe(false);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    expect(await overflow()).toBe(false);
  });
});

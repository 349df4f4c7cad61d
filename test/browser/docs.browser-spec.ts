import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { type RunningApp, startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { createAccount, type TestAccount } from '../support/factories.js';

describe('the API reference in a browser', () => {
  let running: RunningApp;
  let account: TestAccount;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
    browser = await launchBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${running.url}/docs`);
  });
  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  async function tryOut(operation: string): Promise<string> {
    const block = page.locator(`[id="${operation}"]`);
    await block.locator('.opblock-summary').click();
    await block.getByRole('button', { name: 'Try it out' }).click();
    await block.getByRole('button', { name: 'Execute' }).click();
    const status = block.locator('.live-responses-table .response-col_status').nth(1);
    return (await status.innerText()).trim();
  }

  it('takes an API key by "Authorize" and issues an invoice with the example as it stands', async () => {
    await page.getByRole('button', { name: 'Authorize' }).click();
    await page.locator('input[aria-label="auth-bearer-value"]').fill(account.key);
    await page.locator('.modal-ux .auth-btn-wrapper .authorize').first().click();
    await page.locator('.modal-ux .btn-done').first().click();
    expect(await tryOut('operations-Invoices-Invoices_create')).toMatch(/^201/);
    expect(await tryOut('operations-Invoices-Invoices_list')).toMatch(/^200/);
  });

  it('loads nothing that its own content security policy refuses, and nothing from elsewhere', () => {
    expect(complaints).toEqual([]);
  });
});

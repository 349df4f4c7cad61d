import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { type Dashboard, openDashboard } from '../support/dashboard.js';
import { invoiceBody, password } from '../support/factories.js';

const run = promisify(execFile);

/** One person's first day with Finvo; the steps build on each other. */
describe('from the sign-up to the first call of the API and back', () => {
  let dashboard: Dashboard;
  let page: Page;
  let key: string;

  beforeAll(async () => {
    dashboard = await openDashboard();
    page = await dashboard.visit('/signup');
  });
  afterAll(() => dashboard.close());

  const go = (name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
  const heading = (name: string | RegExp) =>
    page.getByRole('heading', { name, level: 1 }).waitFor();
  const generate = () =>
    request(dashboard.running.url)
      .post('/generate')
      .set('authorization', `Bearer ${key}`)
      .send(invoiceBody());

  it('signs up', async () => {
    await page.getByLabel('E-mail').fill(`${randomUUID()}@example.com`);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByLabel('Organization').fill('First Day Studio');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await heading('Home');
    await page.getByText('Complete your organization').first().waitFor();
  });

  it('fills in the organization, which the next invoice shows', async () => {
    await go('Organization');
    await heading('Organization');
    await page.getByLabel('City').first().fill('Springfield');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your organization is saved.').waitFor();
    await page.reload();
    await expect(page.getByLabel('City').first().inputValue()).resolves.toBe('Springfield');
  });

  it('makes an invoice beside its preview and downloads the stored PDF', async () => {
    await go('New invoice');
    await heading('New invoice');
    await page.getByLabel('Name', { exact: true }).first().fill('Acme Corp');
    await page
      .getByLabel(/^Description/)
      .first()
      .fill('Consulting services');
    await page
      .getByLabel(/^Unit price/)
      .first()
      .fill('150');
    await page.getByRole('img', { name: /page 1 of 1/ }).waitFor();
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await heading(/INV-0001/);
    const downloading = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /Download/ })
      .or(page.getByRole('button', { name: /Download/ }))
      .first()
      .click();
    const bytes = await readFile(await (await downloading).path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const shown = await page.evaluate(async () => {
      const answer = await fetch(
        location.pathname.replace('/invoices', '/dashboard/invoices') + '/pdf',
      );
      return [...new Uint8Array(await answer.arrayBuffer())];
    });
    expect(Buffer.compare(Buffer.from(shown), bytes)).toBe(0);
  });

  it('generates a key and sends the shown curl command as it stands', async () => {
    await go('API Keys');
    await page.getByRole('button', { name: 'Generate New Key' }).click();
    await page.getByLabel('Name').fill('First key');
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    key = await page.getByRole('group', { name: 'API key' }).innerText();
    const command = await page.getByRole('group', { name: /command/i }).innerText();
    const { stdout } = await run('sh', [
      '-c',
      `cd "$(mktemp -d)" && ${command} -s && head -c 5 invoice.pdf`,
    ]);
    expect(stdout).toBe('%PDF-');
    await page.getByRole('button', { name: 'I have stored it' }).click();
    expect(await page.content()).not.toContain(key);
  });

  it('sees the use of the key, and on the home screen that nothing is left to do', async () => {
    await page.reload();
    const row = page.getByRole('row', { name: 'First key' });
    await row.getByText('127.0.0.1').waitFor();
    await go('Home');
    await page.getByText('INV-0002').first().waitFor();
    await expect(page.getByText('Complete your organization').count()).resolves.toBe(0);
  });

  it('revokes the key, and the next request with it is refused', async () => {
    await generate().expect(201);
    await go('API Keys');
    const row = page.getByRole('row', { name: 'First key' });
    await row.getByRole('button', { name: /Revoke/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Revoke/ })
      .click();
    await row.getByText('revoked', { exact: false }).first().waitFor();
    const refused = await generate().expect(401);
    expect(refused.body.code).toBe('api_key_revoked');
    expect(dashboard.complaints).toEqual([]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { type TestAccount } from '../support/factories.js';

describe('what invoices look like', () => {
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  const preview = (page: Page) => page.getByRole('img', { name: /^Sample invoice, page 1/ });
  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  /** Does something and waits until the sample invoice was drawn anew. */
  async function redrawnBy(page: Page, action: () => Promise<void>): Promise<void> {
    const answer = page.waitForResponse((answered) =>
      answered.url().endsWith('/letterhead-preview'),
    );
    await action();
    expect((await answer).status()).toBe(200);
  }
  async function save(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('All changes are saved').waitFor();
  }
  const invoicesOf = async (account: TestAccount) =>
    (await request(dashboard.running.url).get('/v1/invoices').set(account.bearer)).body
      .data as Record<string, unknown>[];
  const profileOf = async (account: TestAccount) =>
    (await request(dashboard.running.url).get('/dashboard/organization').set(account.session))
      .body as Record<string, unknown>;

  it('is chosen in the settings, where the preview follows', async () => {
    const { page, account } = await dashboard.visitSignedIn('/settings/organization');
    await preview(page).waitFor();
    await redrawnBy(page, () => page.getByText('Classic', { exact: true }).click());
    await page.getByText('A letter: the recipient where a window shows it').waitFor();
    await redrawnBy(page, () => page.getByText('Right', { exact: true }).click());
    await save(page);
    await expectAccessible(page);
    expect(await profileOf(account)).toMatchObject({ template: 'classic', logo_position: 'end' });
    await page.reload();
    expect(await page.getByRole('radio', { name: 'Classic' }).isChecked()).toBe(true);
    await page.getByText('Clean', { exact: true }).click();
    await save(page);
    expect(await profileOf(account)).toMatchObject({ template: null, logo_position: 'end' });
  });

  it('holds a payment code, whose missing link is told at its field', async () => {
    const { page, account } = await dashboard.visitSignedIn('/settings/organization');
    await choose(page, 'Payment code', 'Link');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const link = page.getByLabel('Link to pay at');
    await page.getByText('This field is required.').waitFor();
    expect(await link.getAttribute('aria-invalid')).toBe('true');
    await link.fill('https://pay.example.com/{number}');
    await save(page);
    await expectAccessible(page);
    expect(await profileOf(account)).toMatchObject({
      payment: { code: 'link', link: 'https://pay.example.com/{number}' },
    });
    await choose(page, 'Payment code', 'None');
    await link.fill('');
    await save(page);
    expect(await profileOf(account)).toMatchObject({ payment: null });
  });

  it('may be another for one invoice, and so may its code', async () => {
    const { page, account } = await dashboard.visitSignedIn('/invoices/new');
    await page.getByLabel('Name', { exact: true }).fill('Acme Corp');
    const item = page.getByRole('group', { name: 'Item 1' });
    await item.getByLabel('Description').fill('Consulting');
    await item.getByLabel('Unit price').fill('150');
    await page.getByRole('button', { name: 'Another layout' }).click();
    await choose(page, 'Layout', 'Compact');
    await page.getByRole('button', { name: 'Other payment details' }).click();
    await page.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00');
    await choose(page, 'Payment code', 'EPC code (GiroCode)');
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.getByText('An EPC code needs euros').first().waitFor();
    expect(await invoicesOf(account)).toHaveLength(0);
    await page.getByRole('combobox', { name: 'Currency' }).fill('EUR');
    await page.getByRole('option', { name: /EUR/ }).click();
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.getByRole('heading', { name: /INV-0001/ }).waitFor();
    expect(await invoicesOf(account)).toMatchObject([
      { template: 'compact', payment: { code: 'epc' }, currency: 'EUR' },
    ]);
  });

  it('makes no complaint in the browser’s console', () => {
    // The refusals of the tests above are answers with the status 422, which Chromium tells.
    expect(dashboard.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });
});

describe('layouts of the operator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-layouts-'));
  writeFileSync(join(folder, 'letter.typ'), 'Dear customer');
  writeFileSync(join(folder, 'torn.typ'), '#nothing');
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await openDashboard({ TEMPLATES_DIR: folder });
  });
  afterAll(async () => {
    await dashboard.close();
    rmSync(folder, { recursive: true });
  });

  it('are offered in the settings and with an invoice, broken ones but shown', async () => {
    const { page, account } = await dashboard.visitSignedIn('/settings/organization');
    const layout = page.getByRole('combobox', { name: 'Layout' });
    await layout.click();
    const torn = page.getByRole('option', { name: 'torn (broken)' });
    await torn.waitFor();
    expect(await torn.getAttribute('data-combobox-disabled')).toBe('true');
    await page.getByRole('option', { name: 'letter', exact: true }).click();
    await page.getByText('A layout of this installation.').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('All changes are saved').waitFor();
    await expectAccessible(page);
    const saved = await request(dashboard.running.url)
      .get('/dashboard/organization')
      .set(account.session);
    expect(saved.body).toMatchObject({ template: 'letter' });
    await page.goto(`${dashboard.running.url}/invoices/new`);
    await page.getByRole('button', { name: 'Another layout' }).click();
    await page.waitForFunction(() => document.querySelector('input[value="letter"]') !== null);
    expect(dashboard.complaints).toEqual([]);
  });
});

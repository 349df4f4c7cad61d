import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';

const pages = [
  '',
  '/api-keys',
  '/api-keys-help',
  '/invoices',
  '/recurring',
  '/import',
  '/webhooks',
  '/automation',
  '/organization',
  '/errors',
];

describe('Help', () => {
  let dashboard: Dashboard;
  let page: Page;
  beforeAll(async () => {
    dashboard = await openDashboard();
    ({ page } = await dashboard.visitSignedIn('/help'));
  });
  afterAll(() => dashboard.close());

  const open = async (path: string, on = page) => {
    await on.goto(dashboard.running.url + path);
    await on.getByRole('heading', { level: 1 }).waitFor();
  };

  it.each(pages)('/help%s: is accessible, light and wide, dark and narrow', async (path) => {
    await open(`/help${path}`);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect(overflow).toBe(false);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('leads to every page from the documentation and back again', async () => {
    const titles = [
      'API Keys',
      'API Keys Help',
      'Invoices',
      'Recurring Invoices',
      'CSV Import',
      'Webhooks',
      'n8n, Zapier and Make',
      'Organization',
      'Errors',
    ];
    for (const title of titles) {
      await open('/help');
      await page
        .getByRole('main')
        .getByRole('listitem')
        .getByRole('link')
        .filter({ has: page.getByText(title, { exact: true }) })
        .click();
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
      await page.getByRole('link', { name: 'Back to Documentation' }).click();
      await page.getByRole('heading', { level: 1, name: 'Documentation' }).waitFor();
    }
    await page.getByRole('link', { name: /^API reference/ }).click();
    await page.waitForURL(/\/docs/);
  });

  it('goes to the section that an address names, from outside and from the list beside the text', async () => {
    const top = (id: string) =>
      page.locator(`#${id}`).evaluate((section) => section.getBoundingClientRect().top);
    await open('/help/errors#api_key_revoked');
    await page.waitForFunction(() => window.scrollY > 0);
    expect(await top('api_key_revoked')).toBeGreaterThanOrEqual(56);
    expect(await top('api_key_revoked')).toBeLessThan(300);
    await open('/help/invoices');
    const contents = page.getByRole('navigation', { name: 'On this page' });
    await contents.getByRole('link', { name: 'Rounding', exact: true }).click();
    await page.waitForURL(/#rounding$/);
    await page.waitForFunction(() => window.scrollY > 0);
    expect(await top('rounding')).toBeGreaterThanOrEqual(56);
    expect(await top('rounding')).toBeLessThan(300);
    await contents.locator('[aria-current=location]').filter({ hasText: 'Rounding' }).waitFor();
  });

  it('finds an error code by a part of it', async () => {
    await open('/help/errors');
    await page.getByLabel('Find a code').fill('revoked');
    await page.getByText('total_mismatch').waitFor({ state: 'detached' });
    expect(await page.locator('#api_key_revoked').count()).toBe(1);
    await page.getByLabel('Find a code').fill('no such thing');
    await page.getByText('There is no such code.').waitFor();
  });

  it('shows snippets for this very server, to be copied', async () => {
    const { url } = dashboard.running;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/help/api-keys');
    await page.getByRole('tab', { name: 'Python' }).click();
    const panel = page.getByRole('tabpanel');
    await panel.getByRole('button', { name: 'Copy' }).click();
    await panel.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`"${url}/generate"`);
    expect(copied).toBe(await panel.getByRole('group').innerText());
  });

  it('has no link, and no anchor, that leads nowhere', async () => {
    const { url } = dashboard.running;
    const found = new Map<string, string>();
    for (const path of pages) {
      await open(`/help${path}`);
      const links = await page
        .getByRole('main')
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      for (const link of links) found.set(link, path);
    }
    const inside = [...found.keys()].filter((link) => link.startsWith(`${url}/`)).sort();
    expect(inside).toHaveLength(found.size);
    let opened = '';
    for (const link of inside) {
      const { pathname, hash } = new URL(link);
      if (pathname.startsWith('/docs')) {
        expect((await page.request.get(link)).status()).toBe(200);
        continue;
      }
      if (pathname !== opened) await open(pathname);
      opened = pathname;
      const heading = await page.getByRole('heading', { level: 1 }).innerText();
      expect([link, heading]).not.toEqual([link, 'Page not found']);
      expect([link, heading]).not.toEqual([link, 'This page does not exist']);
      if (hash !== '') expect([link, await page.locator(hash).count()]).toEqual([link, 1]);
    }
  });

  it('says kindly that a page does not exist, with the way back', async () => {
    await open('/help/nothing-here');
    await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Back to Documentation' }).click();
    await page.getByRole('heading', { level: 1, name: 'Documentation' }).waitFor();
  });

  it('can be read without signing in, and leads back after the log-in', async () => {
    const visitor = await dashboard.visit('/help/api-keys-help');
    await visitor.getByRole('heading', { level: 1, name: 'API Keys Help' }).waitFor();
    await expectAccessible(visitor);
    await visitor.getByRole('link', { name: 'Log in' }).click();
    await visitor.waitForURL(/\/login\?next=%2Fhelp%2Fapi-keys-help$/);
    await visitor.getByRole('heading', { name: 'Log in' }).waitFor();
    expect(dashboard.complaints).toEqual([]);
  });
});

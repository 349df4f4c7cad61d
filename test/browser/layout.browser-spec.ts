import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Dashboard, openDashboard } from '../support/dashboard.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { createSchedule } from '../support/schedules.js';

const screens = [
  '/login',
  '/signup',
  '/',
  '/invoices',
  '/invoices/new',
  '/invoices/:id',
  '/e-invoice-check',
  '/recurring',
  '/recurring/:id',
  '/recurring/:id/edit',
  '/settings/organization',
  '/settings/api-keys',
  '/settings/number-series',
  '/settings/taxes',
  '/settings/e-mails',
  '/settings/webhooks',
  '/settings/security',
  '/help',
  '/help/api-keys',
];
const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

describe('the layout of every screen', () => {
  let dashboard: Dashboard;
  let account: TestAccount;
  let invoicePath: string;
  let schedulePath: string;

  beforeAll(async () => {
    dashboard = await openDashboard();
    account = await createAccount(dashboard.running);
    const schedule = await createSchedule(dashboard.running, account);
    schedulePath = `/recurring/${schedule.id}`;
    for (let count = 0; count < 8; count += 1) {
      const invoice = await createInvoice(dashboard.running.url, account);
      invoicePath = `/invoices/${invoice.id}`;
    }
  });
  afterAll(() => dashboard.close());

  it('is judged by a measure that sees a page jump', async () => {
    const page = await dashboard.visit('/login');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => {
      const root = document.querySelector<HTMLElement>('#root');
      if (root !== null) root.style.marginTop = '300px';
      return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    });
    expect(await layoutShift(page)).toBeGreaterThan(0.02);
    await page.context().close();
  });

  describe.each(sizes)('at $width × $height', (viewport) => {
    it.each(screens)(
      'stays where it is when data arrives, and needs no sideways scrolling: %s',
      async (path) => {
        const shown = path
          .replace('/invoices/:id', invoicePath)
          .replace('/recurring/:id', schedulePath);
        const { page } = await dashboard.visitSignedIn(shown, { account, viewport });
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        // Google calls a page good below 0.1 over its whole life.
        expect(await layoutShift(page)).toBeLessThan(0.02);
        const overflows = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(overflows).toBe(false);
        await page.context().close();
      },
    );
  });

  it('begins at the top after a link, and where it was left after "Back"', async () => {
    const viewport = { width: 1440, height: 500 };
    const { page } = await dashboard.visitSignedIn('/invoices', { account, viewport });
    const top = () => page.evaluate(() => window.scrollY);
    const link = page.getByRole('table').getByRole('link').last();
    await link.scrollIntoViewIfNeeded();
    const left = await top();
    expect(left).toBeGreaterThan(0);
    await link.click();
    await page.getByRole('heading', { name: /^Invoice INV-/ }).waitFor();
    await page.getByRole('img', { name: /page 1 of 1/ }).waitFor();
    expect(await top()).toBe(0);
    await page.goBack();
    await link.waitFor();
    expect(await top()).toBe(left);
  });
});

/** The cumulative layout shift of the page so far; what the browser has kept is there at once. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    const entries = observer.takeRecords() as (PerformanceEntry & { value: number })[];
    return entries.reduce((sum, { value }) => sum + value, 0);
  });
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';

const phone = { width: 360, height: 740 };

describe('the home screen', () => {
  let dashboard: Dashboard;
  let account: TestAccount;

  beforeAll(async () => {
    dashboard = await openDashboard();
    account = await createAccount(dashboard.running);
    const { url } = dashboard.running;
    const today = dashboard.running.clock.now().toISOString().slice(0, 10);
    for (const [currency, price] of [
      ['USD', '0.10'],
      ['USD', '0.20'],
      ['JPY', '1000'],
    ]) {
      const items = [{ description: 'Work', quantity: 1, unit_price: price }];
      await createInvoice(url, account, { currency, date: today, line_items: items });
    }
  });
  afterAll(() => dashboard.close());

  it('shows the exact figures of each currency for itself, also as a table', async () => {
    const { page } = await dashboard.visitSignedIn('/', { account });
    const figures = page.getByRole('region', { name: 'Figures' });
    await figures.getByText('$0.30').waitFor();
    await figures
      .getByRole('img', { name: 'Bar chart of the last twelve months in USD' })
      .waitFor();
    await figures.getByText('JPY').click();
    await figures.getByText('¥1,000').first().waitFor();
    await figures.getByRole('button', { name: 'Show as a table' }).click();
    await expect(figures.getByRole('table').getByRole('row').count()).resolves.toBe(1 + 12);
    await figures.getByRole('cell', { name: '¥1,000' }).waitFor();
    await expect(figures.getByText('$0.30').count()).resolves.toBe(0);
  });

  it('says how many requests each key has sent', async () => {
    const { page } = await dashboard.visitSignedIn('/', { account });
    const requests = page.getByRole('region', { name: 'API requests of the last 90 days' });
    await requests.getByRole('row', { name: 'Test 3', exact: true }).waitFor();
  });

  it('leads to the latest invoices', async () => {
    const { page } = await dashboard.visitSignedIn('/', { account });
    await page
      .getByRole('table', { name: 'Invoices' })
      .getByRole('link', { name: 'INV-0003' })
      .click();
    await page.getByRole('heading', { name: 'Invoice INV-0003' }).waitFor();
  });

  it('ticks off the first steps by what the account holds, and drops them when all are done', async () => {
    const { url } = dashboard.running;
    const { page, account: newcomer } = await dashboard.visitSignedIn('/');
    await page.getByText('1 of 4 done').waitFor();
    await expectAccessible(page);
    const body = { name: 'Example Ltd', tax_id: 'DE123456789' };
    await request(url).put('/dashboard/organization').set(newcomer.session).send(body).expect(200);
    await request(url)
      .post('/dashboard/invoices')
      .set(newcomer.session)
      .send({
        recipient: { name: 'Acme Corp' },
        line_items: [{ description: 'Work', quantity: 1, unit_price: 1 }],
      })
      .expect(201);
    await page.reload();
    await page.getByText('3 of 4 done').waitFor();
    await page.getByRole('link', { name: 'Make your first API call' }).waitFor();
    await expect(page.getByRole('link', { name: 'Generate an API key' }).count()).resolves.toBe(0);
    await request(url).get('/v1/account').set(newcomer.bearer).expect(200);
    await page.reload();
    await page.getByRole('heading', { name: 'Latest invoices' }).waitFor();
    await expect(page.getByText('First steps').count()).resolves.toBe(0);
  });

  it('says that the server is away, and goes on when it is back', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices', { account });
    await page.getByRole('link', { name: 'INV-0001' }).waitFor();
    await page.route('**/dashboard/monthly-totals', (route) => route.abort());
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByRole('alert').getByText('Finvo cannot be reached.').waitFor();
    await page.unroute('**/dashboard/monthly-totals');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('$0.30').first().waitFor();
  });

  it('is readable by everybody: light, dark, on a phone', async () => {
    for (const options of [{}, { colorScheme: 'dark' as const }, { viewport: phone }]) {
      const { page } = await dashboard.visitSignedIn('/', { account, ...options });
      await page.getByRole('img', { name: /^Bar chart/ }).waitFor();
      await page.getByRole('button', { name: 'Show as a table' }).click();
      await expectAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(page.viewportSize()!.width);
    }
    expect(dashboard.complaints).toEqual([]);
  });
});

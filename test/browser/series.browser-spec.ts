import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createAccount, createInvoice } from '../support/factories.js';

describe('number series in the dashboard', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  it('are listed, checked, and their report is kept as a PDF', async () => {
    const account = await createAccount(dashboard.running);
    const { page } = await dashboard.visitSignedIn('/settings/number-series', { account });
    await page.getByText('No numbers yet').waitFor();
    await expectAccessible(page);
    for (const changes of [{}, {}, { series: 'SHOP/A' }]) {
      await createInvoice(dashboard.running.url, account, changes);
    }
    await page.reload();
    await page.getByText('SHOP/A').waitFor();
    await page.getByRole('button', { name: 'Check default' }).click();
    await page.getByText('No gaps and no duplicates').waitFor();
    await page.getByText('INV-0001 to INV-0002').waitFor();
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    await expectAccessible(page);
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Report of SHOP/A as PDF' }).click();
    expect((await started).suggestedFilename()).toBe('series-SHOP-A.pdf');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BatchWorker } from '../../src/batches/batch-worker.js';
import { doneBatch, postBatch } from '../support/batches.js';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { startAppOn } from '../support/app.js';
import { invoiceBody } from '../support/factories.js';

const faulty = {
  line_items: [{ description: 'X', quantity: 'two', unit_price: 1 }],
  curency: 'EUR',
};

describe('batches, in the browser', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
    // The browser's clock is the real one, by which a batch stops being news.
    dashboard.running.clock.set(new Date().toISOString());
    // This process only shows them; the test decides when another one works on them.
    await dashboard.running.app.get(BatchWorker).onModuleDestroy();
  });
  afterAll(() => dashboard.close());

  it('are shown while they wait and when they are done, with their invoices and the faults of what was refused', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    const { running, complaints } = dashboard;
    await page.goto(`${running.url}/invoices`);
    await page.getByText('There are no invoices yet.').waitFor();
    expect(await page.getByRole('region', { name: 'Batches' }).count()).toBe(0);

    const invoices = [invoiceBody(), faulty, invoiceBody(), invoiceBody()];
    const { body } = await postBatch(running, account, { invoices });
    await page.reload();
    const section = page.getByRole('region', { name: 'Batches' });
    await section.getByText('Waiting for its turn').waitFor();
    await section.getByRole('progressbar', { name: /^Progress of the batch of / }).waitFor({
      state: 'attached',
    });
    await expectAccessible(page);

    const working = await startAppOn(running.database, {}, running.clock);
    try {
      working.app.get(BatchWorker).wake();
      await doneBatch(running, account, body.id as string);
    } finally {
      await working.close();
    }
    // Nobody reloads the page.
    await section.getByText('3 issued').waitFor();
    expect(await section.getByRole('progressbar').count()).toBe(0);
    await page.getByRole('link', { name: 'INV-0003' }).waitFor();
    await section.getByRole('button', { name: /^1 refused in the batch of / }).click();
    const dialog = page.getByRole('dialog', { name: /^Refused in the batch of / });
    await dialog.getByText('Row 1').waitFor();
    await dialog.getByText('/line_items/0/quantity').waitFor();
    await dialog.getByText('Did you mean "currency"?').waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);

    const phone = await dashboard.visitSignedIn('/invoices', {
      account,
      viewport: { width: 360, height: 740 },
    });
    await phone.page.getByRole('button', { name: /^1 refused in the batch of / }).waitFor();
    const overflow = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await expectAccessible(phone.page);
  });
});

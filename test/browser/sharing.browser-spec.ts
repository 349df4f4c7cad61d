import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createInvoice } from '../support/factories.js';
import { getPdf } from '../support/invoices.js';

describe('a link to an invoice, in the browser', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  it('is made on the page of the invoice, shows a stranger the invoice and its PDF, and ends when it is revoked', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    const { running, complaints } = dashboard;
    const invoice = await createInvoice(running.url, account, { due_date: '2026-03-01' });
    await page.goto(`${running.url}/invoices/${invoice.id}`);
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: /^Share / });
    await dialog.getByLabel('A new link works for').selectOption('30 days');
    await dialog.getByRole('button', { name: 'Create link' }).click();
    const link = dialog.getByRole('textbox', { name: /^Link that works until/ });
    const { pathname } = new URL(await link.inputValue());
    await expectAccessible(page);

    const stranger = await dashboard.visit(pathname);
    await stranger.getByRole('heading', { name: `Invoice ${invoice.invoice_number}` }).waitFor();
    await stranger.getByText('From Example Ltd').waitFor();
    await stranger.getByRole('img', { name: /page 1 of 1$/ }).waitFor();
    await expectAccessible(stranger);
    const [download] = await Promise.all([
      stranger.waitForEvent('download'),
      stranger.getByRole('link', { name: 'Download PDF' }).click(),
    ]);
    const stored = await getPdf(running.url, account, invoice.id);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(stored.body)).toBe(true);

    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await link.waitFor({ state: 'detached' });
    await stranger.reload();
    await stranger.getByRole('heading', { name: 'This link leads nowhere' }).waitFor();
    await expectAccessible(stranger);
    expect(complaints).toEqual([]);
  });

  it('fits a phone, and asks nothing that only a signed-in person may', async () => {
    const { page, account } = await dashboard.visitSignedIn('/');
    const { url } = dashboard.running;
    const invoice = await createInvoice(url, account, {});
    const { pathname } = await page.evaluate(async (id) => {
      const path = `/dashboard/invoices/${id}/share-links`;
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(path, { method: 'POST', headers, body: '{}' });
      return new URL(((await answer.json()) as { url: string }).url);
    }, invoice.id);
    const phone = await dashboard.visit('/help', { viewport: { width: 360, height: 740 } });
    const asked: string[] = [];
    phone.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await phone.goto(url + pathname);
    await phone.getByRole('img', { name: /page 1 of 1$/ }).waitFor();
    expect(asked.filter((path) => /^\/(dashboard|v1)\//.test(path))).toEqual([]);
    const overflow = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await expectAccessible(phone);
  });
});

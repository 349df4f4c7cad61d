import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';

const header = 'Bestellung;Kunde;Bezeichnung;Menge;Einzelpreis;MwSt;Datum';
const rows = [
  'A1;Müller & Söhne;=SUM(A1:A9);2;1.234,50;19;01.02.2026',
  'A1;Müller & Söhne;Anfahrt;1;35,00;19;01.02.2026',
  'A2;Grün GmbH;Beratung;3;99,90;19;02.02.2026',
  'A3;Blau KG;Beratung;drei;99,90;19;03.02.2026',
];
const fileOf = (...lines: string[]) => ({
  name: 'Rechnungen.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${[header, ...lines].join('\r\n')}\r\n`, 'latin1'),
});

describe('importing a CSV file, in the browser', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
    dashboard.running.clock.set(new Date().toISOString());
  });
  afterAll(() => dashboard.close());

  const choose = (page: Page, file: ReturnType<typeof fileOf>) =>
    page.locator('input[type=file]').setInputFiles(file);
  const step = (page: Page) => page.locator('[aria-current=step]').textContent();

  it('goes from the file to issued invoices: columns, one question, preview, faults, progress', async () => {
    const { page, account } = await dashboard.visitSignedIn('/invoices');
    await page.getByRole('link', { name: 'Import CSV' }).click();
    await page.getByRole('heading', { name: 'Import invoices' }).waitFor();
    expect(await page.title()).toBe('Import invoices · Finvo');
    await expectAccessible(page);
    const sample = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download a sample' }).click();
    expect((await sample).suggestedFilename()).toBe('finvo-import-sample.csv');

    await choose(page, { ...fileOf(), buffer: Buffer.from('PK\u0003\u0004') });
    await page.getByText('This is an Excel workbook or another ZIP, no CSV.').waitFor();

    await choose(page, fileOf(...rows));
    await page.getByText('Rechnungen.csv, 4 rows').waitFor();
    expect(await step(page)).toBe('2. Columns');
    expect(await page.getByLabel('Characters').inputValue()).toBe('windows-1252');
    const name = page.getByLabel('What the column “Kunde” becomes');
    expect(await name.inputValue()).toBe('recipient_name');
    await page.getByText('Müller & Söhne · Grün GmbH · Blau KG').waitFor();
    await expectAccessible(page);

    // Without the name of the recipient there is no invoice, and no date of the file has a day above 12.
    await name.selectOption('');
    const preview = page.getByRole('button', { name: 'Preview the invoices' });
    await preview.click();
    await page.getByText('Choose the column with the name of the recipient.').waitFor();
    await name.selectOption('recipient_name');
    await preview.click();
    await page.getByText('begins with the day or with the month', { exact: false }).waitFor();
    await page.getByLabel('Dates').selectOption('day_first');
    await preview.click();

    await page.getByText('2 invoices ready. 1 invoice with faults').waitFor();
    expect(await step(page)).toBe('3. Preview');
    await page.getByRole('region', { name: '1 fault' }).getByText('Menge').waitFor();
    await expectAccessible(page);
    const issue = page.getByRole('button', { name: 'Issue 2 invoices' });
    expect(await issue.isDisabled()).toBe(true);
    const faulty = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the rows with faults' }).click();
    expect((await faulty).suggestedFilename()).toBe('faulty-rows-of-Rechnungen.csv');
    await page.getByLabel('Leave out 1 invoice with faults and import the others').check();
    await issue.click();
    await page.getByText('All issued').waitFor();
    expect(await step(page)).toBe('4. Progress');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Import another file' }).click();
    await choose(page, fileOf(...rows.map((row) => row.replace('drei', '3'))));
    await page.getByText('As in your last import with the same columns.').waitFor();
    await preview.click();
    await page.getByText('1 invoice ready. 2 invoices left out').waitFor();
    await page.getByLabel('Issue again what was imported before').check();
    await page.getByRole('button', { name: 'Issue 3 invoices' }).waitFor();
    await page.getByLabel('Issue again what was imported before').uncheck();
    await page.getByRole('button', { name: 'Issue 1 invoice' }).click();
    await page.getByText('All issued').waitFor();
    await page.getByRole('link', { name: 'Go to the invoices' }).click();
    await page.getByRole('link', { name: 'INV-0003' }).waitFor();
    expect(await page.getByRole('link', { name: /^INV-/ }).count()).toBe(3);

    const phone = await dashboard.visitSignedIn('/invoices/import', {
      ...{ account, viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
    });
    await choose(phone.page, fileOf(...rows));
    for (const button of ['Preview the invoices', 'Back to the columns']) {
      await phone.page.getByRole('button', { name: button }).waitFor();
      const overflow = await phone.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([button, overflow <= 0]).toEqual([button, true]);
      await expectAccessible(phone.page);
      await phone.page.getByRole('button', { name: button }).click();
    }
    expect(dashboard.complaints).toEqual([]);
  });
});

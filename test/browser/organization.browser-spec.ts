import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { countries } from '../../src/common/i18n/countries.js';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { pngClaiming, smallPng } from '../support/pictures.js';

const path = '/settings/organization';

describe('Settings → Organization', () => {
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  const preview = (page: Page) => page.getByRole('img', { name: /^Sample invoice, page 1/ });
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
  /** The texts of the sample invoices; Chromium keeps the bytes of what is read as a Blob from Playwright. */
  async function printedBy(page: Page): Promise<(part: string) => Promise<string>> {
    let heard: () => void = () => undefined;
    let last = '';
    await page.exposeFunction('onPreview', async (pdf: string) => {
      last = await textOf(Buffer.from(pdf, 'base64'));
      heard();
    });
    await page.addInitScript(tellPreviews);
    await page.reload();
    return async (part) => {
      while (!last.includes(part)) {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
      const text = last;
      last = '';
      return text;
    };
  }

  it('saves what is typed, renames the header, and shows it again after a reload and in the preview', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    const printed = await printedBy(page);
    await preview(page).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Legal name').fill('Springfield Consulting');
    await page.getByText('Unsaved changes').waitFor();
    await page.getByLabel('Street and number').fill('1 Market Street');
    await page.getByRole('combobox', { name: 'Country' }).fill('Germ');
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Berlin');
    await page.getByRole('option', { name: 'Europe/Berlin' }).click();
    await page.getByLabel('Payment terms').fill('14');
    await page.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00');
    const text = await printed('DE89');
    expect(text).toContain('Springfield Consulting');
    expect(text).toContain('1 Market Street');
    await save(page).click();
    await page.getByText('All changes are saved').waitFor();
    await page.getByRole('button', { name: 'Springfield Consulting' }).waitFor();
    await page.reload();
    expect(await printed('Springfield Consulting')).toContain('DE89');
    expect(await page.getByLabel('IBAN').inputValue()).toMatch(/^DE89/);
    expect(await page.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('Germany');
    expect(await page.getByLabel('Payment terms').inputValue()).toBe('14 days');
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe(
      'Europe/Berlin',
    );
    await preview(page).waitFor();
  });

  it('puts a wrong IBAN at its field with the cursor in it, and keeps the former preview', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await preview(page).waitFor();
    await page.getByLabel('IBAN').fill('DE00 1234');
    await page.getByText('Waiting for an entry to be put right').waitFor();
    expect(await preview(page).isVisible()).toBe(true);
    await save(page).click();
    await page.getByText('This is not a valid IBAN').waitFor();
    const iban = page.getByLabel('IBAN');
    expect(await iban.getAttribute('aria-invalid')).toBe('true');
    expect(await iban.evaluate((field) => field.matches(':focus'))).toBe(true);
    await iban.fill('');
    await page.getByText('All changes are saved').waitFor();
  });

  it('shows the next number for the format as it is typed, and says what is wrong with it', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await page.getByText('Next number: INV-0001').waitFor();
    await page.getByLabel('Number format').fill('A-{00001}');
    await page.getByText('Next number: A-00001').waitFor();
    await page.getByLabel('Number format').fill('A-');
    await page.getByText('No number yet: The format needs a counter.').waitFor();
  });

  it('keeps unsaved changes over a look at another screen, asks before the page is left, and discards on demand', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await page.getByLabel('City').fill('Springfield');
    await page.getByRole('link', { name: 'API Keys' }).click();
    await page.getByRole('heading', { name: 'API Keys' }).waitFor();
    await page.getByRole('link', { name: 'Organization' }).click();
    await page.getByText('Unsaved changes').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Springfield');
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    void page.reload().catch(() => undefined);
    expect(await asked).toBe('beforeunload');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('All changes are saved').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('');
  });

  it('takes a logo, shows, replaces and removes it, and says in words why it refuses others', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    await preview(page).waitFor();
    const choose = (name: string, mimeType: string, buffer: Buffer) =>
      page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
    await choose('notes.txt', 'text/plain', Buffer.from('hello'));
    await page.getByText('“notes.txt” is no PNG, JPEG or SVG.').waitFor();
    await choose('large.png', 'image/png', Buffer.alloc(2_200_000));
    await page.getByText('“large.png” is larger than 2 MB.').waitFor();
    await choose('text.png', 'image/png', Buffer.from('hello'));
    await page.getByText('Upload the logo as PNG, JPEG or uncompressed SVG').waitFor();
    const chosen = await page
      .locator('input[type="file"]')
      .evaluate((input) => (input as unknown as { value: string }).value);
    // Else the browser would not tell when the same file is chosen again.
    expect(chosen).toBe('');
    const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    await choose('script.svg', 'image/svg+xml', Buffer.from(script));
    await page.getByText('The SVG has a <script> element').waitFor();
    await choose('huge.png', 'image/png', pngClaiming(50_000, 50_000));
    await page.getByText('The picture is larger than 6000 pixels a side').waitFor();
    const drawn = page.waitForResponse((answer) => answer.url().endsWith('/letterhead-preview'));
    await choose('logo.png', 'image/png', smallPng(40, 20));
    const logo = page.getByRole('img', { name: 'Your logo' });
    await logo.waitFor();
    expect((await drawn).status()).toBe(200);
    await logo.evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode());
    const former = (await logo.getAttribute('src')) ?? '';
    await choose('logo.png', 'image/png', smallPng(20, 40));
    await page.locator(`img[src="${former}"]`).waitFor({ state: 'detached' });
    await logo.waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Remove the logo' }).click();
    await logo.waitFor({ state: 'detached' });
    await request(dashboard.running.url)
      .get('/dashboard/organization/logo')
      .set(account.session)
      .expect(404);
  });

  it('can be used by keyboard only', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await page.getByLabel('Legal name').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Keys Ltd');
    await page.keyboard.press('Tab');
    await page.keyboard.type('office@example.com');
    const country = page.getByRole('combobox', { name: 'Country' });
    await country.focus();
    const option = page.getByRole('option', { name: 'Austria' });
    await option.waitFor({ state: 'attached' });
    // Opening the list looks for the present choice in a timer, which must not come after the keys.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    await page.keyboard.type('Austri');
    await page.locator('[role="option"][data-combobox-selected]', { hasText: 'Austria' }).waitFor();
    await page.keyboard.press('Enter');
    await option.waitFor({ state: 'hidden' });
    await page.getByLabel('Number format').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Keys Ltd' }).waitFor();
    expect(await country.inputValue()).toBe('Austria');
    expect(await page.getByLabel('E-mail').inputValue()).toBe('office@example.com');
  });

  it('offers exactly the countries that the API takes', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await page.getByRole('combobox', { name: 'Country' }).click();
    const options = page.getByRole('option');
    await options.first().waitFor();
    const codes = await options.evaluateAll((all) =>
      all.map((option) =>
        (option as unknown as { getAttribute(n: string): string }).getAttribute('value'),
      ),
    );
    expect(codes.toSorted()).toEqual([...countries].toSorted());
  });

  it('prints both languages that are chosen and the account’s own wordings', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    const printed = await printedBy(page);
    await page.getByRole('combobox', { name: 'Language', exact: true }).fill('German (Swi');
    await page.getByRole('option', { name: 'Deutsch (Schweiz) – German (Switzerland)' }).click();
    await page.getByRole('combobox', { name: 'Second language' }).fill('fran');
    await page.getByRole('option', { name: 'Français – French' }).click();
    expect(await printed('Facture')).toContain('Rechnung');
    await page.getByRole('button', { name: 'Change labels' }).click();
    const section = page.getByRole('region', { name: 'Wordings' });
    const invoice = section.getByRole('textbox', { name: 'Invoice', exact: true });
    await invoice.waitFor();
    expect(await invoice.getAttribute('placeholder')).toBe('Rechnung');
    await invoice.fill('Honorarnote');
    expect(await printed('Honorarnote')).toContain('Facture');
    await section.getByText('Invoices print one label in your own words.').waitFor();
    const numbering = section.getByRole('textbox', { name: 'Page', exact: true });
    await numbering.fill('Seite {page}');
    await save(page).click();
    await section.getByText('This label needs {page} and {pages} once').waitFor();
    await expectAccessible(page);
    await numbering.fill('');
    await save(page).click();
    await page.getByText('All changes are saved').waitFor();
    await page.reload();
    await page.getByText('Invoices print one label in your own words.').waitFor();
    await page.getByRole('combobox', { name: 'Second language' }).click();
    await page.getByRole('option', { name: 'None', exact: true }).click();
    await save(page).click();
    await page.getByText('All changes are saved').waitFor();
  });

  it('is accessible in the dark and fits a narrow screen', async () => {
    const viewport = { width: 360, height: 740 };
    const { page } = await dashboard.visitSignedIn(path, { colorScheme: 'dark', viewport });
    await preview(page).waitFor();
    await page.getByLabel('IBAN').fill('DE00 1234');
    await save(page).click();
    await page.getByText('This is not a valid IBAN').waitFor();
    await page.getByRole('button', { name: 'Change labels' }).click();
    await page.getByRole('combobox', { name: 'Labels in' }).waitFor();
    await expectAccessible(page);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(dashboard.complaints).toEqual([]);
  });
});

/** Runs in the page before its own scripts: hands every sample invoice to the test. */
const tellPreviews = `{
  const { fetch } = window;
  window.fetch = async (request) => {
    const answer = await fetch(request);
    if (answer.ok && answer.url.endsWith('/letterhead-preview')) {
      const reader = new FileReader();
      reader.onload = () => window.onPreview(reader.result.split(',')[1]);
      reader.readAsDataURL(await answer.clone().blob());
    }
    return answer;
  };
}`;

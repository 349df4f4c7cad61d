import { afterAll, describe, expect, it } from '@jest/globals';
import { newOrganization } from '../accounts/organization.js';
import { isRightToLeft, languages } from '../common/i18n/languages.js';
import { loadConfig } from '../config/config.js';
import { GlyphCoverage } from '../pdf/glyph-coverage.js';
import { PdfRenderer } from '../pdf/pdf-renderer.js';
import { copiedText } from '../pdf/testing/copied-text.js';
import { type PrintedText, rowsOf } from '../pdf/testing/pdf-reader.js';
import { draftOf } from './draft.js';
import { type CompleteRequest } from './complete-request.js';
import { invoiceDocument } from './invoice-document.js';
import { labelsOf } from './labels/labels-of.js';
import { TextFormats } from './text-formats.js';

const config = loadConfig({ RENDER_THREADS: '2', DATABASE_URL: 'sqlite:unused.db' });
const renderer = new PdfRenderer(config, new GlyphCoverage(config));
afterAll(() => renderer.onApplicationShutdown());

const organization = { ...newOrganization, name: 'Example Ltd', tax_id: 'GB 123 4567 89' };
const context = { createdAt: '2026-01-19T10:00:00.000Z', logo: undefined, watermark: undefined };

function draft(language: string, changes: Partial<CompleteRequest> = {}) {
  const request = {
    language,
    currency: 'EUR',
    recipient: { name: 'Acme Corp' },
    due_date: '2026-02-02',
    line_items: [
      { description: 'Consulting', quantity: 1234, unit_price: '15.5', tax_rate: '7.5' },
      {
        description: 'Credit',
        quantity: -2,
        unit_price: '99.9',
        taxes: [{ name: 'VAT', rate: 19 }],
      },
    ],
    notes: 'Thank you',
    ...changes,
  };
  const result = draftOf(request, {
    organization,
    today: '2026-01-19',
    source: 'api',
    templateVersion: () => 'clean-2',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.draft;
}

function render(language: string, changes: Partial<CompleteRequest> = {}): Promise<Buffer> {
  return renderer.render(invoiceDocument(draft(language, changes), { ...context, number: 'N-1' }));
}

/**
 * Without what a page may change: white space, invisible characters, forms of letters; and once, as Typst
 * repeats a cluster of Thai or Bengali for each of its glyphs.
 */
const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/([^0-9]*[\p{M}\p{Script=Thai}\p{Script=Bengali}][^0-9]*?)\1+/gu, '$1');

/** Letters of a text in no order, as right-to-left text is copied from its left. */
const letters = (text: string): string => [...compact(text)].sort().join('');

describe.each(languages)('an invoice in %s', (language) => {
  it('is PDF/A with the labels and the figures of the language', async () => {
    const pdf = await render(language);
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3</);
    const text = compact(copiedText(pdf));
    const { totalMinor, subtotalMinor } = draft(language);
    const formats = new TextFormats(language, 'EUR');
    expect(text).toContain(compact(formats.amount(subtotalMinor)));
    expect(text).toContain(compact(formats.amount(totalMinor)));
    if (isRightToLeft(language)) return;
    const labels = labelsOf(language);
    const shown = [labels.invoice, labels.bill_to, labels.due_date, labels.total, labels.notes];
    for (const label of shown) expect(text).toContain(compact(label));
  });
});

describe('the page of a right-to-left language', () => {
  const at = (rows: readonly PrintedText[], text: string): PrintedText => {
    const found = rows.find((row) => row.text.includes(text));
    if (found === undefined) throw new Error(`${text} is not on the page.`);
    return found;
  };
  const middle = 595.28 / 2;

  it.each(['ar', 'fa', 'he', 'ur'])('mirrors every part: %s', async (language) => {
    const [mirrored, usual] = await Promise.all(
      [language, 'en'].map(async (tag) => rowsOf(await render(tag))),
    );
    for (const text of ['Example Ltd', 'Acme Corp', 'Consulting', '1,234', '15.50', '19,127.00']) {
      const [here, there] = [at(mirrored!, text), at(usual!, text)];
      const isMirrored = here.left > middle !== there.left > middle;
      expect([text, isMirrored || text === '1,234']).toEqual([text, true]);
    }
    // From the right: description, quantity, price, amount.
    const order = ['Consulting', '1,234', '15.50', '19,127.00'].map((text) => at(mirrored!, text));
    for (const [index, { left }] of order.entries())
      if (index > 0) expect(left).toBeLessThan(order[index - 1]!.left);
  });

  it('keeps numbers, signs and groups in their order', async () => {
    const rows = await rowsOf(
      await render('ar', { organization: { tax_id: '100 234 567', phone: '+971 4 123' } }),
    );
    const text = rows.map((row) => row.text).join('\n');
    for (const part of ['+971 4 123', '100 234 567', '-199.80']) expect(text).toContain(part);
  });

  it('prints the letters of its labels', async () => {
    for (const language of ['ar', 'fa', 'he', 'ur']) {
      const text = letters(copiedText(await render(language)));
      const { invoice } = labelsOf(language);
      for (const letter of compact(invoice)) expect(text).toContain(letter);
    }
  });

  it('has the decimals of a column below each other', async () => {
    const rows = await rowsOf(await render('he'));
    const ends = ['19,127.00', '-199.80'].map((text) => at(rows, text).right);
    expect(Math.abs(ends[0]! - ends[1]!)).toBeLessThan(1);
  });
});

describe('an invoice in two languages', () => {
  it.each([
    ['de', 'en'],
    ['en', 'zh-Hans'],
    ['ru', 'th'],
    ['fi', 'hu'],
  ])('has every label in %s and in %s, figures in the first only', async (language, second) => {
    const pdf = await render(language, { second_language: second, prices_include_tax: true });
    const text = compact(copiedText(pdf));
    for (const tag of [language, second]) {
      const { invoice, bill_to, due_date, quantity, total, tax_summary, notes } = labelsOf(tag);
      for (const label of [invoice, bill_to, due_date, quantity, total, tax_summary, notes])
        expect(text).toContain(compact(label));
    }
    const total = draft(language, { prices_include_tax: true }).totalMinor;
    expect(text).toContain(compact(new TextFormats(language, 'EUR').amount(total)));
  });

  it.each([
    ['ar', 'en'],
    ['en', 'ar'],
    ['de', 'he'],
  ])('may be written in opposite directions: %s and %s', async (language, second) => {
    const pdf = await render(language, { second_language: second });
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3</);
    const latin = labelsOf(isRightToLeft(language) ? second : language);
    expect(compact(copiedText(pdf))).toContain(compact(latin.invoice));
  });

  it('keeps within the margins of the page', async () => {
    for (const [language, second] of [
      ['fi', 'hu'],
      ['ta', 'el'],
      ['ms', 'te'],
    ] as const) {
      const rows = await rowsOf(await render(language, { second_language: second }));
      for (const { left, right } of rows) {
        expect(left).toBeGreaterThanOrEqual(49);
        expect(right).toBeLessThanOrEqual(595.28 - 49);
      }
    }
  });
});

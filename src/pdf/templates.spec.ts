import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../config/config.js';
import { GlyphCoverage } from './glyph-coverage.js';
import { type PdfDocument } from './pdf-document.js';
import { PdfRenderer } from './pdf-renderer.js';
import { qrDrawing } from './qr-code.js';
import { currentVersion, logoPositions, templateNames } from './template-versions.js';
import { exampleDocument, exampleRows, exampleTable } from './testing/example-document.js';
import { pagesOf, rowsOf } from './testing/pdf-reader.js';
import { qrTextOn } from './testing/qr-reader.js';

const config = loadConfig({ RENDER_THREADS: '1', DATABASE_URL: 'sqlite:unused.db' });
const renderer = new PdfRenderer(config, new GlyphCoverage(config));

afterAll(() => renderer.onApplicationShutdown());

const folder = 'src/pdf/templates';
const oldVersions = ['clean-1'];
const newVersions = templateNames.map(currentVersion);
const pageWidth = 595.28;

const table = (count: number) => ({ ...exampleTable([]), rows: exampleRows(count) });

describe.each([...oldVersions, ...newVersions])('the layout %s', (template) => {
  const render = (changes: Partial<PdfDocument> = {}) =>
    renderer.render(exampleDocument({ template, ...changes }));

  it.each([1, 5, 40, 500])('prints every one of %i lines once, in order', async (count) => {
    const lines = table(count);
    const pages = await pagesOf(await render({ table: lines }));
    const found = pages.join('\n').match(/Service \d+/g);
    expect(found).toEqual(lines.rows.map(({ description }) => description));
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      if (page.includes('Service ')) expect(page).toMatch(/Description.*Quantity.*Amount/s);
    });
  });

  it('prints all that the document says, in a tagged PDF/A-3a', async () => {
    const document = exampleDocument({ template });
    const pdf = await renderer.render(document);
    expect(pdf.toString('latin1')).toMatch(/pdfaid:conformance>A</);
    const text = (await pagesOf(pdf)).join('\n');
    const parts = [document.sender, document.recipient].flatMap(({ name, lines }) => [
      name,
      ...lines,
    ]);
    const facts = [...document.facts, ...document.totals].flatMap(({ label, value }) => [
      label,
      value,
    ]);
    for (const part of [document.heading, ...parts, ...facts]) expect(text).toContain(part);
    expect(text).toMatch(/Tax summary.*IBAN|IBAN.*Tax summary/s);
    expect(text).toContain('See you again.');
  });

  it('keeps within its margins whatever the words and figures are', async () => {
    const word = 'Abcdefghij'.repeat(14);
    const amount = '$999,999,999,999,999,999,999,999,999.999999';
    const rows = [{ description: word, details: [word], cells: ['1', amount, amount] }];
    const pdf = await render({
      sender: { label: 'From', name: word, lines: [word] },
      recipient: { label: 'To', name: word, lines: [word] },
      facts: [{ label: word, value: '9'.repeat(40) }],
      table: { ...table(0), rows },
      totals: [{ label: word, value: amount, strong: true }],
    });
    for (const { left, right } of await rowsOf(pdf)) {
      expect(left).toBeGreaterThanOrEqual(39);
      expect(right).toBeLessThanOrEqual(pageWidth - 39);
    }
  });

  it('turns the page round for a language that runs from right to left', async () => {
    const pdf = await render({
      language: 'he',
      recipient: { label: 'אל', name: 'לקוח', lines: ['תל אביב'] },
    });
    expect(pdf.toString('latin1')).toMatch(/pdfaid:conformance>A</);
    const rows = await rowsOf(pdf);
    const head = (text: string) => rows.find((row) => row.text === text)!;
    expect(head('Description').left).toBeGreaterThan(head('Amount').right);
  });

  it('is printed on US Letter, in the colour of the account, the same each time', async () => {
    const changes = { paper: 'us-letter', accentColor: '#0f766e' } as const;
    const [one, other] = await Promise.all([render(changes), render(changes)]);
    expect(one.toString('latin1')).toContain('/MediaBox [0 0 612 792]');
    expect(one.equals(other)).toBe(true);
    expect(one.equals(await render({ paper: 'us-letter' }))).toBe(false);
  });
});

describe.each(newVersions)('the layout %s', (template) => {
  const sender = { label: 'From', name: 'Northwind', lines: ['Bristol'] };

  it.each(logoPositions)('puts the sender where it is asked to: %s', async (logoPosition) => {
    const document = exampleDocument({ template, logoPosition, sender, footer: '' });
    const rows = await rowsOf(await renderer.render(document));
    const [topmost] = rows.filter(({ text }) => text === 'Northwind').sort((a, b) => b.y - a.y);
    const middle = (topmost!.left + topmost!.right) / 2 / pageWidth;
    const side = middle < 0.4 ? 'start' : middle > 0.6 ? 'end' : 'center';
    expect(side).toBe(logoPosition);
  });

  it('carries a payment code beside or below the totals', async () => {
    const code = { drawing: qrDrawing('BCD\n002'), alt: 'Payment' };
    const facts = [{ label: 'IBAN', value: 'DE89 3704 0044 0532 0130 00' }];
    const long = [...facts, { label: 'Reference', value: 'A long reference '.repeat(8) }];
    for (const each of [facts, long]) {
      const payment = { title: 'Payment', facts: each, code };
      const pdf = await renderer.render(exampleDocument({ template, payment, taxes: undefined }));
      expect(qrTextOn(pdf, 0)).toBe('BCD\n002');
    }
  });
});

it('the compact layout has more lines on its first page than the others', async () => {
  const lines = await Promise.all(
    newVersions.map(async (template) => {
      const pdf = await renderer.render(exampleDocument({ template, table: table(100) }));
      return (await pagesOf(pdf))[0]?.match(/Service \d+/g)?.length ?? 0;
    }),
  );
  const [clean, classic, compact] = lines;
  expect(compact).toBeGreaterThan(Math.max(clean ?? 0, classic ?? 0) * 1.4);
});

/** Every version that invoices may name already, by the hash of its sources. */
const released: Readonly<Record<string, string>> = {
  'clean-1': '2be1d31b6cfc2cc5e14d744fe78f5d68f5a8b5b2016f43394c64676687321520',
};

it.each(Object.entries(released))('%s is as it was released', (version, expected) => {
  const sources = readdirSync(join(folder, version)).sort();
  const files = [`${version}.typ`, ...sources.map((name) => join(version, name))];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(folder, file)));
  expect(hash.digest('hex')).toBe(expected);
});

import { createHash } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { type AppConfig, loadConfig } from '../config/config.js';
import { exampleDocument, exampleRows, exampleTable } from './testing/example-document.js';
import { GlyphCoverage } from './glyph-coverage.js';
import { RenderTimeout, RendererBusy } from './pdf.errors.js';
import { PdfRenderer } from './pdf-renderer.js';
import { pagesOf, rowsOf, textOf } from './testing/pdf-reader.js';

const configOf = (threads: number): AppConfig =>
  loadConfig({ RENDER_THREADS: String(threads), DATABASE_URL: 'sqlite:unused.db' });

const coverage = new GlyphCoverage(configOf(1));
const renderer = new PdfRenderer(configOf(2), coverage);
const started: PdfRenderer[] = [renderer];

function start(other: PdfRenderer): PdfRenderer {
  started.push(other);
  return other;
}

class NarrowRenderer extends PdfRenderer {
  protected override readonly queueMax = 2;
}

class HurriedRenderer extends PdfRenderer {
  protected override readonly timeoutMs = 1;
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

afterAll(async () => {
  await Promise.all(started.map((each) => each.onApplicationShutdown()));
});

describe('PdfRenderer', () => {
  it('makes a tagged PDF/A-3a with title, author, language and date, smaller than 80 KB', async () => {
    const bytes = await renderer.render(exampleDocument({ language: 'pt-BR' }));
    const file = bytes.toString('latin1');
    expect(file.startsWith('%PDF-1.7')).toBe(true);
    expect(bytes.length).toBeLessThan(80_000);
    expect(file).toMatch(/pdfaid:part>3</);
    expect(file).toMatch(/pdfaid:conformance>A</);
    expect(file).toMatch(/Invoice INV-001/);
    expect(file).toMatch(/Northwind Studio Ltd/);
    expect(file).toMatch(/2026-03-01T10:00:00/);
    expect(file).toMatch(/pt-BR/);
  });

  it('gives the same bytes for the same document in every thread', async () => {
    const other = start(new PdfRenderer(configOf(1), coverage));
    const bytes = await Promise.all(
      [renderer, renderer, renderer, other].map((each) => each.render(exampleDocument())),
    );
    expect(new Set(bytes.map(hashOf)).size).toBe(1);
  });

  it.each([1, 5, 40, 500, 1000])('prints every one of %i lines once, in order', async (count) => {
    const table = { ...exampleTable([]), rows: exampleRows(count) };
    const text = await textOf(await renderer.render(exampleDocument({ table })));
    expect(text.match(/Service \d+/g)).toEqual(table.rows.map((row) => row.description));
  });

  it('repeats the head of the table and the footer on every page', async () => {
    const table = { ...exampleTable([]), rows: exampleRows(200) };
    const pages = await pagesOf(await renderer.render(exampleDocument({ table, texts: [] })));
    const withRows = pages.filter((page) => page.includes('Service '));
    expect(withRows.length).toBeGreaterThan(3);
    for (const page of withRows) expect(page).toMatch(/Description.*Quantity.*Unit price.*Amount/s);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('Northwind Studio Ltd · INV-001');
    });
  });

  it('keeps a row of several lines on one page', async () => {
    const descriptions = Array.from(
      { length: 60 },
      (_, i) => `row${i}a\nrow${i}b\nrow${i}c\nrow${i}d`,
    );
    const pages = await pagesOf(
      await renderer.render(exampleDocument({ table: exampleTable(descriptions) })),
    );
    expect(pages.length).toBeGreaterThan(3);
    descriptions.forEach((_, i) => {
      const at = pages.map((page) => [...'abcd'].filter((end) => page.includes(`row${i}${end}`)));
      expect(at.filter((found) => found.length > 0)).toEqual([['a', 'b', 'c', 'd']]);
    });
  });

  it('prints all of a row that is taller than a page', async () => {
    const lines = Array.from({ length: 180 }, (_, index) => `part${index}.`);
    const pdf = await renderer.render(exampleDocument({ table: exampleTable([lines.join('\n')]) }));
    expect((await textOf(pdf)).match(/part\d+\./g)).toEqual(lines);
  });

  it('breaks words, numbers and amounts that are wider than their place, losing nothing', async () => {
    const word = 'Abcdefghij'.repeat(14);
    const amount = '$999,999,999,999,999,999,999,999,999.999999';
    const table = exampleTable([word]);
    const pdf = await renderer.render(
      exampleDocument({
        sender: { label: 'From', name: word, lines: [word] },
        facts: [{ label: 'Number', value: '9'.repeat(40) }],
        table: {
          ...table,
          rows: [{ description: word, details: [word], cells: ['1', amount, amount] }],
        },
        totals: [{ label: word, value: amount, strong: true }],
      }),
    );
    const rows = await rowsOf(pdf);
    for (const row of rows) {
      expect(row.left).toBeGreaterThanOrEqual(49);
      expect(row.right).toBeLessThanOrEqual(595.28 - 49);
    }
    const text = rows
      .map((row) => row.text)
      .join('')
      .replaceAll(/\s/g, '');
    expect(text.split(word).length - 1).toBeGreaterThanOrEqual(4);
    expect(text).toContain('9'.repeat(40));
  });

  it('prints markup of the typesetter literally', async () => {
    const attack =
      '*b* _i_ #read("/etc/passwd") $x$ \\n `code` - + = / <label> @ref // /* #{1+1} ~ "q"';
    const pdf = await renderer.render(
      exampleDocument({
        title: attack,
        table: exampleTable([attack]),
        texts: [{ title: attack, text: attack }],
      }),
    );
    expect((await textOf(pdf)).split(attack).length - 1).toBe(3);
  });

  it('keeps line feeds, empty lines and tabs of notes', async () => {
    const texts = [{ title: 'Notes', text: 'first\n\tsecond\n\nfour' }];
    const rows = await rowsOf(await renderer.render(exampleDocument({ texts })));
    const at = (text: string) => {
      const { left, y } = rows.find((row) => row.text.includes(text))!;
      return { left, y };
    };
    expect(at('second').left).toBeGreaterThan(at('first').left + 10);
    expect(at('second').y - at('four').y).toBeGreaterThan(1.5 * (at('first').y - at('second').y));
  });

  it('leaves out empty parts', async () => {
    const bare = { taxes: undefined, payment: undefined, texts: [], facts: [], totals: [] };
    const pdf = await renderer.render(exampleDocument(bare));
    const text = await textOf(pdf);
    expect(text).not.toMatch(/Tax summary|Payment|Notes|Total/);
  });

  it('prints on US Letter with a watermark behind the content', async () => {
    const pdf = await renderer.render(
      exampleDocument({ paper: 'us-letter', watermark: 'PREVIEW' }),
    );
    expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 612 792]');
    expect(await textOf(pdf)).toContain('PREVIEW');
  });

  it('makes a document although a glyph is missing, with a question mark in its place', async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const pdf = await renderer.render(exampleDocument({ table: exampleTable(['Rune ᚠ end']) }));
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3</);
    expect(await textOf(pdf)).toContain('Rune ? end');
  });

  it('makes a document although the logo cannot be read', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const logo = { bytes: Uint8Array.from([1, 2, 3]), mediaType: 'image/png' } as const;
    const pdf = await renderer.render(exampleDocument({ logo }));
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3</);
    expect(warn).toHaveBeenCalled();
  });

  it('never mixes documents that are rendered at the same time', async () => {
    const pdfs = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        renderer.render(
          exampleDocument({
            title: `Invoice N${index}.`,
            facts: [{ label: 'Number', value: `N${index}.` }],
            table: exampleTable([`Line of N${index}.`]),
            footer: `Footer N${index}.`,
          }),
        ),
      ),
    );
    const found = await Promise.all(pdfs.map(async (pdf) => (await textOf(pdf)).match(/N\d+\./g)));
    expect(found).toEqual(pdfs.map((_, index) => Array.from({ length: 3 }, () => `N${index}.`)));
  });

  it('refuses a document when too many wait, and goes on with the others', async () => {
    const narrow = start(new NarrowRenderer(configOf(1), coverage));
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => narrow.render(exampleDocument())),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(RendererBusy);
    expect(results.length - refused.length).toBeGreaterThanOrEqual(2);
  });

  it('gives up a document that takes longer than the limit', async () => {
    const hurried = start(new HurriedRenderer(configOf(1), coverage));
    const table = { ...exampleTable([]), rows: exampleRows(1000) };
    await expect(hurried.render(exampleDocument({ table }))).rejects.toBeInstanceOf(RenderTimeout);
  });

  it('finishes running documents when the application stops', async () => {
    const stopped = new PdfRenderer(configOf(1), coverage);
    const running = [1, 2, 3].map(() => stopped.render(exampleDocument()));
    await stopped.onApplicationShutdown();
    const sizes = (await Promise.all(running)).map((pdf) => pdf.length);
    expect(Math.min(...sizes)).toBeGreaterThan(10_000);
  });

  it('leaves the event loop free while it renders 500 lines', async () => {
    const table = { ...exampleTable([]), rows: exampleRows(500) };
    await renderer.render(exampleDocument());
    const shares: number[] = [];
    // Other processes of the machine can hold up a round; a renderer that blocks would hold up each.
    for (let round = 0; round < 5 && Math.min(...shares) >= 0.25; round += 1) {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const startMs = performance.now();
      await Promise.all([1, 2].map(() => renderer.render(exampleDocument({ table }))));
      const takenMs = performance.now() - startMs;
      delay.disable();
      shares.push((delay.percentile(95) / 1e6 - 5) / takenMs);
    }
    expect(Math.min(...shares)).toBeLessThan(0.25);
  });
});

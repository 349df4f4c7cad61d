import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../config/config.js';
import { GlyphCoverage } from '../glyph-coverage.js';
import { textOf } from '../testing/pdf-reader.js';
import { fullExample } from './example-documents.js';
import { OwnTemplates, templateData } from './own-templates.js';
import { readTemplateFolder } from './template-folder.js';

const documentation = readFileSync('docs/own-templates.md', 'utf8');
const block = (language: string) =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(documentation)?.[1] ?? '';

const example = templateData(fullExample);

/** Every member with the path to it, lists left out: `table.rows.cells`. */
function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => pathsIn(each, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = path === '' ? name : `${path}.${name}`;
    return [here, ...pathsIn(inner, here)];
  });
}

/** The words of the slip speak for themselves. */
const explained = [...new Set(pathsIn(example))].filter((path) => !path.startsWith('slip.words.'));

describe('docs/own-templates.md', () => {
  it('explains every field that a layout gets, and none that it does not get', () => {
    const rows = documentation.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
    const meets = (name: string, path: string) =>
      name.startsWith('….') ? path.endsWith(name.slice(1)) : path === name;
    const isField = (path: string) => named.some((name) => meets(name, path));
    expect(explained.filter((path) => !isField(path))).toEqual([]);
    expect(named.filter((name) => !explained.some((path) => meets(name, path)))).toEqual([]);
  });

  it('shows the example as it is', () => {
    const shown: unknown = JSON.parse(block('json'));
    const withoutDrawings = JSON.stringify(example, (name, value: unknown) =>
      name === 'drawing' ? '<svg …></svg>' : value,
    );
    expect(shown).toEqual(JSON.parse(withoutDrawings));
  });

  it('has a layout that prints the example, and an invoice without anything optional', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'finvo-documented-'));
    writeFileSync(join(folder, 'letter.typ'), block('typst'));
    const config = loadConfig({ TEMPLATE_TIMEOUT_MS: '60000' });
    const templates = new OwnTemplates(config, new GlyphCoverage(config));
    try {
      await templates.use(readTemplateFolder(folder));
      expect(templates.problemOf('letter')).toBeUndefined();
      const text = await textOf(await templates.example('letter'));
      for (const part of [
        ...fullExample.sender.lines,
        ...fullExample.recipient.lines,
        ...fullExample.facts.map(({ value }) => value),
        ...fullExample.table.rows.flatMap(({ description, cells }) => [description, ...cells]),
        ...fullExample.totals.map(({ value }) => value),
        ...fullExample.payment.facts.map(({ value }) => value),
        ...fullExample.texts.map(({ text: note }) => note),
        fullExample.footer,
        'Page 1 of 1',
        fullExample.watermark,
      ]) {
        expect(text).toContain(part);
      }
    } finally {
      await templates.onApplicationShutdown();
      rmSync(folder, { recursive: true });
    }
  });
});

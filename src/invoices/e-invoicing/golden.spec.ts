import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type EInvoiceFormat } from '../../einvoice/formats.js';
import { sampleXml } from '../testing/e-invoice-samples.js';
import { goldenEInvoices, largeEInvoice } from '../testing/golden-e-invoices.js';
import { documentDraft, type RandomDocument } from '../testing/random-credit-notes.js';
import { eInvoiceFindings } from './e-invoice-faults.js';

/** GOLDEN=write writes the files anew; look at their differences, and run official validators on them. */
const writes = process.env.GOLDEN === 'write';
const folder = new URL('./golden/', import.meta.url);

const cases = goldenEInvoices.flatMap(({ name, formats, ...document }) =>
  formats.map((format) => ({ file: `${name}.${format}.xml`, format, document })),
);

function written(document: RandomDocument, format: EInvoiceFormat): string {
  const draft = documentDraft(document, format);
  if (draft === undefined) throw new Error('The document has impossible figures.');
  expect(eInvoiceFindings(draft, format)).toEqual([]);
  return sampleXml(draft, format, 'RE-2026-0001');
}

describe('golden e-invoices', () => {
  it.each(cases)('$file is written byte for byte', ({ file, format, document }) => {
    const xml = written(document, format);
    if (writes) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL(file, folder), xml);
    }
    const kept = readFileSync(new URL(file, folder), 'utf8');
    const inLines = (text: string): string[] => text.split(/(?<=>)(?=<)/);
    // Line by line first, as this shows what differs.
    expect(inLines(xml)).toEqual(inLines(kept));
    expect(xml).toBe(kept);
  });

  it('have no file that nothing writes any more', () => {
    expect(readdirSync(folder).sort()).toEqual(cases.map(({ file }) => file).sort());
  });

  it('are the same document as Factur-X and as CII', () => {
    for (const { name: _name, formats: _formats, ...document } of goldenEInvoices) {
      expect(written(document, 'facturx')).toBe(written(document, 'cii'));
    }
  });

  it.each([
    ['cii', '2d1b1183550b726b', 1_031_162],
    ['ubl', 'ab64dda32d5862b9', 550_318],
  ] as const)('of 1,000 lines is the same document as ever (%s)', (format, digest, bytes) => {
    const xml = written({ request: largeEInvoice }, format);
    const sha256 = createHash('sha256').update(xml).digest('hex');
    expect([sha256.slice(0, 16), xml.length]).toEqual([digest, bytes]);
  });
});

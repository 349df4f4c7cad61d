import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ciiOf } from '../../einvoice/cii.js';
import { type EInvoiceFormat, eInvoiceFormats, formatFacts } from '../../einvoice/formats.js';
import { ublOf } from '../../einvoice/ubl.js';
import { eInvoiceFindings } from '../e-invoicing/e-invoice-faults.js';
import { eInvoiceOf } from '../e-invoicing/e-invoice-of.js';
import { type InvoiceDraft } from '../invoice.js';
import { documentDraft, randomDocuments } from './random-credit-notes.js';

/** How many documents of a format were written, and how many were refused by each rule. */
export type SampleCounts = Readonly<
  Record<EInvoiceFormat, { written: number; refused: Record<string, number> }>
>;

/** The XML of a document that may not have its number yet. */
export function sampleXml(draft: InvoiceDraft, format: EInvoiceFormat, number: string): string {
  const invoice = eInvoiceOf(draft, format, number);
  return formatFacts[format].syntax === 'cii' ? ciiOf(invoice) : ublOf(invoice);
}

/**
 * Writes random invoices and credit notes to a folder, each in every format that does not refuse it, as
 * `1.facturx.xml`, `1.xrechnung-cii.xml` and so on. The same seed gives the same files.
 */
export function writeSamples(directory: string, count: number, seed: number): SampleCounts {
  mkdirSync(directory, { recursive: true });
  const counts = Object.fromEntries(
    eInvoiceFormats.map((format) => [format, { written: 0, refused: {} }]),
  ) as unknown as SampleCounts;
  for (const [at, document] of fc.sample(randomDocuments, { numRuns: count, seed }).entries()) {
    const draft = documentDraft(document, 'cii');
    if (draft === undefined) continue;
    for (const format of eInvoiceFormats) {
      const findings = eInvoiceFindings(draft, format);
      const { refused } = counts[format];
      for (const rule of new Set(findings.map((finding) => finding.rule))) {
        refused[rule] = (refused[rule] ?? 0) + 1;
      }
      if (findings.length > 0) continue;
      counts[format].written += 1;
      const file = join(directory, `${at + 1}.${format}.xml`);
      writeFileSync(file, sampleXml(draft, format, `R-${at + 1}`));
    }
  }
  return counts;
}

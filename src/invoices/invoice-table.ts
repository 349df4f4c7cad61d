import { type PdfDocument } from '../pdf/pdf-document.js';
import { type InvoiceDraft, type InvoiceLine, type Reduction } from './invoice.js';
import { periodText } from './particulars-page.js';
import { type Texts } from './texts.js';
import { type TextFormats } from './text-formats.js';
import { type Wording } from './wording.js';

/** The line table; the column of taxes is there only if a line has one. */
export function invoiceTable(
  invoice: InvoiceDraft,
  words: Wording,
  formats: TextFormats,
): PdfDocument['table'] {
  const taxed = invoice.lines.some((line) => line.taxes.length > 0);
  const end = (label: string) => ({ label, align: 'end' as const });
  return {
    columns: [
      { label: words.stacked('description'), align: 'start' },
      end(words.stacked('quantity')),
      end(words.stacked('unit_price')),
      ...(taxed ? [end(words.stacked('tax'))] : []),
      end(words.stacked('amount', () => ({ currency: invoice.currency }))),
    ],
    rows: invoice.lines.map((line) => ({
      description: line.description,
      details: lineDetails(line, words, formats),
      cells: [
        [formats.decimal(line.quantity), line.unit ?? ''].join(' ').trim(),
        formats.unitPrice(line.unitPrice),
        ...(taxed ? [taxRates(line, formats)] : []),
        formats.amount(line.amountMinor),
      ],
    })),
  };
}

function lineDetails(line: InvoiceLine, words: Wording, formats: TextFormats): string[] {
  const period = line.period === null ? '' : periodText(line.period, formats);
  const details = [line.details ?? '', period].filter((text) => text !== '');
  if (line.discount === null) return details;
  const discount = reductionLabel(words.line('discount'), line.discount, { words, formats });
  return [...details, words.labelled(discount, formats.amount(-line.discountMinor))];
}

function taxRates(line: InvoiceLine, formats: TextFormats): string {
  return line.taxes.map((tax) => formats.percent(tax.rate)).join(' + ');
}

/** What a discount or charge is called: its reason, and its percentage where it has one. */
export function reductionLabel(
  name: string,
  { reason = name, percent }: Reduction,
  { words, formats }: Texts,
): string {
  return percent === undefined ? reason : `${reason} (${words.apart(formats.percent(percent))})`;
}

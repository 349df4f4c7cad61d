import { type LabelName } from '../common/i18n/labels.js';
import { type PdfDocument, type PdfTotal } from '../pdf/pdf-document.js';
import { reductionLabel } from './invoice-table.js';
import { type Texts } from './texts.js';
import { settlementRows } from './invoice-settlement.js';
import { type Adjustment, type InvoiceDraft, type InvoiceTax } from './invoice.js';
import { type TextFormats } from './text-formats.js';
import { plainTaxName } from './totals-input.js';
import { type Wording } from './wording.js';

/** The rows between the lines and the total: in both ways of taxing they add up to it as they are printed. */
export function totalRows(invoice: InvoiceDraft, words: Wording, formats: TextFormats): PdfTotal[] {
  const after = settlementRows(invoice, words, formats);
  const total = {
    label: words.line(totalLabel(invoice, after)),
    value: formats.money(invoice.totalMinor),
    strong: true,
  };
  const taxes = invoice.taxes.map((tax) => ({
    label: taxLabel(tax, words.line('tax_name'), { words, formats }),
    value: formats.amount(tax.taxMinor),
  }));
  const adjustments = [
    ...invoice.discounts.map((discount) =>
      adjustmentRow(discount, -1n, { name: words.line('discount'), words, formats }),
    ),
    ...invoice.charges.map((charge) =>
      adjustmentRow(charge, 1n, { name: words.line('charge'), words, formats }),
    ),
  ];
  const entered = {
    label: words.line(invoice.pricesIncludeTax ? 'subtotal_with_tax' : 'subtotal'),
    value: formats.amount(enteredSubtotal(invoice)),
  };
  const before = adjustments.length > 0 || taxes.length > 0 ? [entered, ...adjustments] : [];
  if (!invoice.pricesIncludeTax) return [...before, ...taxes, total, ...after];
  const included = invoice.taxes.map((tax) => ({
    label: words.line('included_tax', ({ tax_name: plain }) => ({
      tax: taxLabel(tax, plain, { words, formats }),
    })),
    value: formats.amount(tax.taxMinor),
  }));
  return [...(adjustments.length > 0 ? before : []), total, ...included, ...after];
}

/** The total of a credit note is what it gives back, unless that is said in a row of its own. */
function totalLabel({ type }: InvoiceDraft, after: readonly PdfTotal[]): LabelName {
  const isLast = !after.some(({ strong }) => strong);
  return type === 'credit_note' && isLast ? 'amount_credited' : 'total';
}

/** The breakdown of taxes, where there is more to say than the rows of the totals do. */
export function taxSummary(
  invoice: InvoiceDraft,
  words: Wording,
  formats: TextFormats,
): PdfDocument['taxes'] {
  if (invoice.taxes.length < 2 && !(invoice.pricesIncludeTax && invoice.taxes.length > 0)) return;
  return {
    title: words.line('tax_summary'),
    columns: [words.stacked('tax'), words.stacked('taxable'), words.stacked('tax_amount')],
    rows: invoice.taxes.map((tax) => [
      taxLabel(tax, words.line('tax_name'), { words, formats }),
      formats.amount(tax.taxableMinor),
      formats.amount(tax.taxMinor),
    ]),
  };
}

/** Why nothing is charged, a line for each exempt tax. */
export function taxNotes(invoice: InvoiceDraft, words: Wording, formats: TextFormats): string {
  return invoice.taxes
    .flatMap(({ exemptionReason: reason, name, rate }) => {
      const shown = name === plainTaxName ? words.line('tax_name') : name;
      // The sentence comes first, so that its own letters decide in which direction the line is written.
      const tax = words.apart(`${shown} ${formats.percent(rate)}`);
      return reason === undefined ? [] : [`${reason} (${tax})`];
    })
    .join('\n');
}

/** A tax with its rate; `plainName` is what one is called that was sent without a name. */
function taxLabel(
  { name, rate }: InvoiceTax,
  plainName: string,
  { words, formats }: Texts,
): string {
  const shown = name === plainTaxName ? plainName : name;
  return `${shown} ${words.apart(formats.percent(rate))}`;
}

function adjustmentRow(
  adjustment: Adjustment,
  sign: bigint,
  { name, ...texts }: Texts & { name: string },
): PdfTotal {
  return {
    label: reductionLabel(name, adjustment, texts),
    value: texts.formats.amount(sign * adjustment.amountMinor),
  };
}

/** What the amount column of the table adds up to. */
function enteredSubtotal(invoice: InvoiceDraft): bigint {
  return invoice.lines.reduce((sum, line) => sum + line.amountMinor, 0n);
}

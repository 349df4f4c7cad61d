import { documentWords } from '../document-words.js';
import { invoiceDocument } from '../invoice-document.js';
import { type InvoiceDraft } from '../invoice.js';
import { Wording } from '../wording.js';

/** What a page shows, each amount as a sign and its digits: what is left of "1.234,50 €" is "123450". */
export interface PrintedAmounts {
  readonly total: string;
  /** Without a row of its own it is the total; unknown where something was prepaid and no row says so. */
  readonly amountDue: string | undefined;
  readonly taxes: readonly string[];
  /** As entered: with tax where prices include it. */
  readonly lines: readonly string[];
}

/** The sign and the digits of an amount, however it is written. */
export function digitsOf(text: string): string {
  const digits = text.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '');
  return /[-\u2212]/.test(text) ? `-${digits}` : digits;
}

/** The amounts on the page of a document. */
export function printedAmounts(draft: InvoiceDraft): PrintedAmounts {
  const context = { number: 'R-1', createdAt: '', logo: undefined, watermark: undefined };
  const { totals, table } = invoiceDocument(draft, context);
  const { amountDue: label } = documentWords[draft.type];
  const values = totals.map(({ value }) => digitsOf(value));
  const totalAt = totals.findIndex(({ strong }) => strong === true);
  const taxesAt = draft.pricesIncludeTax ? totalAt + 1 : totalAt - draft.taxes.length;
  const dueAt = totals.findIndex((row) => label && row.label === new Wording(draft).line(label));
  const total = values[totalAt] ?? '';
  const isPrepaid = draft.settlement.prepaidMinor !== 0n;
  return {
    total,
    amountDue: values[dueAt] ?? (isPrepaid ? undefined : total),
    taxes: values.slice(taxesAt, taxesAt + draft.taxes.length),
    lines: table.rows.map(({ cells }) => digitsOf(cells.at(-1) ?? '')),
  };
}

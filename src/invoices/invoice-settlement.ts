import { type PdfTotal } from '../pdf/pdf-document.js';
import { documentWords } from './document-words.js';
import { type InvoiceDraft, type InvoiceTaxCurrency } from './invoice.js';
import { TextFormats } from './text-formats.js';
import { type Wording } from './wording.js';

/** What follows the total: the tax in another currency, and how the total becomes the amount due where it does. */
export function settlementRows(
  invoice: InvoiceDraft,
  words: Wording,
  formats: TextFormats,
): PdfTotal[] {
  const { withholdings, prepaidMinor, roundingMinor, amountDueMinor, taxCurrency } =
    invoice.settlement;
  const converted = taxCurrency === null ? [] : [convertedTax(invoice, taxCurrency, words)];
  const changes = [
    ...withholdings.map(({ name, rate, amountMinor }) => ({
      label: `${name} ${words.apart(formats.percent(rate))}`,
      value: formats.amount(-amountMinor),
    })),
    ...(prepaidMinor === 0n
      ? []
      : [{ label: words.line('prepaid'), value: formats.amount(-prepaidMinor) }]),
    ...(roundingMinor === 0n
      ? []
      : [{ label: words.line('rounding'), value: formats.amount(roundingMinor) }]),
  ];
  // What will be withheld and rounded is told by the invoice that a quote becomes.
  const { amountDue } = documentWords[invoice.type];
  if (changes.length === 0 || amountDue === undefined) return converted;
  const due = {
    label: words.line(amountDue),
    value: formats.money(amountDueMinor),
    strong: true,
  };
  return [...converted, ...changes, due];
}

function convertedTax(
  { language, currency }: InvoiceDraft,
  { currency: taxCurrency, exchangeRate, taxTotalMinor }: InvoiceTaxCurrency,
  words: Wording,
): PdfTotal {
  const formats = new TextFormats(language, taxCurrency);
  const rate = words.apart(`1 ${currency} = ${formats.decimal(exchangeRate)} ${taxCurrency}`);
  const label = words.line('tax_total_in', () => ({ currency: taxCurrency }));
  return { label: `${label} (${rate})`, value: formats.money(taxTotalMinor) };
}

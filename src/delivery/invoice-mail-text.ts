import { type Invoice } from '../invoices/invoice.js';
import { TextFormats } from '../invoices/text-formats.js';
import { escapeHtml } from '../mail/escape-html.js';
import { type MailText } from '../mail/mail.js';

/** The text of a mail that carries an invoice, plain and as HTML; what people wrote stays text in both. */
export function invoiceMailText(
  invoice: Invoice,
  message: string | null,
): Pick<MailText, 'text' | 'html'> {
  const opening = message ?? 'Hello,\n\nplease find attached our invoice.';
  const rows = details(invoice);
  const { name } = invoice.organization;
  return {
    text: `${opening}\n\n${rows.map(([label, value]) => `${label}: ${value}`).join('\n')}\n\n${name}\n`,
    html: [
      `<p>${escapeHtml(opening)}</p>`,
      `<table>${rows.map(htmlRow).join('')}</table>`,
      `<p>${escapeHtml(name)}</p>\n`,
    ].join('\n'),
  };
}

type Row = readonly [label: string, value: string];

function details(invoice: Invoice): Row[] {
  const formats = new TextFormats('en', invoice.currency);
  const { amountDueMinor } = invoice.settlement;
  return [
    ['Invoice', invoice.number.number],
    ['Date', formats.day(invoice.date)],
    ...(invoice.dueDate === null ? [] : [['Due', formats.day(invoice.dueDate)] as const]),
    ['Total', formats.money(invoice.totalMinor)],
    ...(amountDueMinor === invoice.totalMinor
      ? []
      : [['Amount due', formats.money(amountDueMinor)] as const]),
  ];
}

function htmlRow([label, value]: Row): string {
  return `<tr><td>${label}:&nbsp;</td><td>${escapeHtml(value)}</td></tr>`;
}

import { isRightToLeft } from '../common/i18n/languages.js';
import { documentWords } from '../invoices/document-words.js';
import { type IssuedInvoice } from '../invoices/invoice.js';
import { TextFormats } from '../invoices/text-formats.js';
import { Wording } from '../invoices/wording.js';
import { escapeHtml } from '../mail/escape-html.js';
import { type MailText } from '../mail/mail.js';

/** The parts of an invoice that its mail tells. */
export type MailedInvoice = Pick<
  IssuedInvoice,
  | 'type'
  | 'number'
  | 'date'
  | 'dueDate'
  | 'validUntil'
  | 'currency'
  | 'language'
  | 'secondLanguage'
  | 'labels'
  | 'reference'
  | 'totalMinor'
> & {
  readonly settlement: Pick<IssuedInvoice['settlement'], 'amountDueMinor'>;
  readonly organization: Pick<IssuedInvoice['organization'], 'name'>;
  readonly recipient: Pick<IssuedInvoice['recipient'], 'name'>;
};

/**
 * The text of a mail that carries an invoice, plain and as HTML: the message, the details under the labels
 * that the invoice itself prints, and who sends it. What people wrote stays text in both.
 */
export function invoiceMailText(
  invoice: MailedInvoice,
  message: string,
): Pick<MailText, 'text' | 'html'> {
  const words = new Wording(invoice);
  const rows = details(invoice, words);
  const { name } = invoice.organization;
  const lines = rows.map(([label, value]) => words.labelled(label, value)).join('\n');
  return {
    text: `${message}\n\n${lines}\n\n${name}\n`,
    html: page(invoice.language, [
      `<p>${escapeHtml(message)}</p>`,
      `<table>${rows.map((row) => htmlRow(row, words)).join('')}</table>`,
      `<p>${escapeHtml(name)}</p>`,
    ]),
  };
}

/** "ltr" or "rtl", as HTML says it. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return isRightToLeft(language) ? 'rtl' : 'ltr';
}

type Row = readonly [label: string, value: string];

function details(invoice: MailedInvoice, words: Wording): Row[] {
  const formats = new TextFormats(invoice.language, invoice.currency);
  const { dueDate, validUntil, reference } = invoice;
  const { amountDueMinor } = invoice.settlement;
  const labels = documentWords[invoice.type];
  return [
    [words.line(labels.number), invoice.number.number],
    [words.line(labels.date), formats.day(invoice.date)],
    ...(dueDate === null ? [] : [[words.line('due_date'), formats.day(dueDate)] as const]),
    ...(validUntil === null ? [] : [[words.line('valid_until'), formats.day(validUntil)] as const]),
    ...(reference === null ? [] : [[words.line('reference'), reference] as const]),
    [words.line('total'), formats.money(invoice.totalMinor)],
    ...(amountDueMinor === invoice.totalMinor || labels.amountDue === undefined
      ? []
      : [[words.line(labels.amountDue), formats.money(amountDueMinor)] as const]),
  ];
}

/** The direction stands on an element of the body too, because mail programs drop those around it. */
function page(language: string, parts: readonly string[]): string {
  const attributes = `lang="${language}" dir="${directionOf(language)}"`;
  return [
    `<!doctype html><html ${attributes}><head><meta charset="utf-8"></head><body>`,
    `<div ${attributes}>`,
    ...parts,
    '</div></body></html>\n',
  ].join('\n');
}

function htmlRow([label, value]: Row, words: Wording): string {
  const cells = [escapeHtml(label), escapeHtml(words.apart(value))];
  return `<tr>${cells.map((cell) => `<td style="padding-inline-end:1em">${cell}</td>`).join('')}</tr>`;
}

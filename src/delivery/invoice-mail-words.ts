import { isRightToLeft } from '../common/i18n/languages.js';
import { isolated } from '../invoices/direction.js';
import { documentWords } from '../invoices/document-words.js';
import { TextFormats } from '../invoices/text-formats.js';
import { Wording } from '../invoices/wording.js';
import { filledLine, filledText, type PlaceholderValues } from './domain/mail-template.js';
import { type MailedInvoice } from './invoice-mail-text.js';
import { mailTextsOf, usualMailTexts } from './texts/mail-texts-of.js';
import { type MailTemplate, type OwnMailTexts } from './texts/mail-text.js';

/** Below the 300 characters that the outbox keeps; names have up to 200. */
const subjectMax = 250;

/**
 * Subject and message of the mail of a paper, in its first language and for an invoice in the account's own
 * words where it has some. Where these come to nothing for this invoice, the usual ones stand.
 */
export function invoiceMailWords(invoice: MailedInvoice, own: OwnMailTexts): MailTemplate {
  const { subject, message } = mailTextsOf(invoice.language, own, invoice.type);
  const usual = usualMailTexts(invoice.language, invoice.type);
  const values = valuesOf(invoice);
  const inText = isRightToLeft(invoice.language) ? apart(values) : values;
  return {
    subject: oneLine(filledLine(subject, values) ?? filledLine(usual.subject, values) ?? ''),
    message: filledText(message, inText) || filledText(usual.message, inText),
  };
}

function valuesOf(invoice: MailedInvoice): PlaceholderValues {
  const formats = new TextFormats(invoice.language, invoice.currency);
  return {
    document_title: new Wording(invoice).first[documentWords[invoice.type].title],
    invoice_number: invoice.number.number,
    recipient_name: oneLine(invoice.recipient.name),
    organization_name: oneLine(invoice.organization.name),
    total: formats.money(invoice.totalMinor),
    date: formats.day(invoice.date),
    due_date: invoice.dueDate === null ? null : formats.day(invoice.dueDate),
    reference: invoice.reference,
  };
}

/** In right-to-left words a number or a foreign name keeps an order of its own. */
function apart(values: PlaceholderValues): PlaceholderValues {
  const entries = Object.entries(values) as [keyof PlaceholderValues, string | null][];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value === null ? null : isolated(value)]),
  ) as Record<keyof PlaceholderValues, string | null>;
}

/** A header field is one line, and what only steers its display has no place in it. */
function oneLine(text: string): string {
  const line = text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const characters = [...line];
  return characters.length > subjectMax ? `${characters.slice(0, subjectMax - 1).join('')}…` : line;
}

import { present } from '../common/present.js';
import { type PdfDocument, type PdfFact, type PdfParty } from '../pdf/pdf-document.js';
import { documentWords } from './document-words.js';
import { addressLines, paperFor, type Party } from './domain/party.js';
import { invoiceTable } from './invoice-table.js';
import { taxNotes, taxSummary, totalRows } from './invoice-totals.js';
import { type InvoiceDraft } from './invoice.js';
import { deliveryText, particularsFacts } from './particulars-page.js';
import { paymentParts } from './payment-block.js';
import { countryName, TextFormats } from './text-formats.js';
import { Wording } from './wording.js';

export type PdfLogo = NonNullable<PdfDocument['logo']>;

/** What the page shows beside the invoice itself. */
export interface DocumentContext {
  /** None for a preview or a draft. */
  readonly number: string | undefined;
  readonly createdAt: string;
  readonly logo: PdfLogo | undefined;
  /** The label across the page of what is no document yet. */
  readonly watermark: 'preview' | 'draft' | undefined;
}

/** The page of an invoice, with every text in the invoice's languages: the renderer only places it. */
export function invoiceDocument(invoice: InvoiceDraft, context: DocumentContext): PdfDocument {
  const words = new Wording(invoice);
  const formats = new TextFormats(invoice.language, invoice.currency);
  const { title: titleLabel } = documentWords[invoice.type];
  const title = [words.first[titleLabel], context.number].filter(Boolean).join(' ');
  const taxes = taxSummary(invoice, words, formats);
  const { accentColor, logoPosition } = invoice.organization;
  const payment = paymentParts(invoice, context.number ?? '', { words, formats });
  return {
    template: invoice.template,
    // A slip is made for A4.
    paper: payment.slip ? 'a4' : paperFor(invoice.organization.address?.country),
    language: invoice.language,
    title,
    author: invoice.organization.name,
    createdAt: context.createdAt,
    ...(context.watermark && { watermark: words.line(context.watermark) }),
    ...present({ accentColor, logoPosition }),
    ...(context.logo && { logo: context.logo }),
    heading: words.stacked(titleLabel),
    ...parties(invoice, words),
    facts: facts(invoice, context.number, { words, formats }),
    table: invoiceTable(invoice, words, formats),
    totals: totalRows(invoice, words, formats),
    ...(taxes && { taxes }),
    ...payment,
    texts: texts(invoice, { words, formats }),
    footer: [invoice.organization.name, context.number].filter(Boolean).join(' · '),
    pageLabel: words.line('page'),
  };
}

function texts(
  invoice: InvoiceDraft,
  { words, formats }: { words: Wording; formats: TextFormats },
): PdfDocument['texts'] {
  return [
    { title: '', text: invoice.corrects?.reason ?? '' },
    { title: '', text: taxNotes(invoice, words, formats) },
    deliveryText(invoice, { words, formats }),
    { title: words.line('notes'), text: invoice.notes ?? '' },
    { title: words.line('terms'), text: invoice.terms ?? '' },
  ].filter(({ text }) => text !== '');
}

function parties(invoice: InvoiceDraft, words: Wording): { sender: PdfParty; recipient: PdfParty } {
  const { organization, recipient } = invoice;
  const abroad = organization.address?.country !== recipient.address?.country;
  const language = invoice.language;
  const labels = documentWords[invoice.type];
  return {
    sender: {
      label: words.line(labels.sender),
      name: organization.name,
      lines: partyLines(organization, { abroad, words, language }),
    },
    recipient: {
      label: words.line(labels.recipient),
      name: recipient.name,
      lines: partyLines(recipient, { abroad, words, language }),
    },
  };
}

/** The country is named only where sender and recipient are in different ones. */
function partyLines(
  party: Party,
  { abroad, words, language }: { abroad: boolean; words: Wording; language: string },
): string[] {
  const address = party.address ?? {};
  const country =
    abroad && address.country !== undefined ? countryName(address.country, language) : undefined;
  return [
    ...addressLines(address, country),
    ...(party.contactName === undefined
      ? []
      : [words.labelled(words.line('contact'), party.contactName)]),
    ...[party.email, party.phone, party.website].filter((line) => line !== undefined),
    ...(party.taxId === undefined ? [] : [words.labelled(words.line('tax_id'), party.taxId)]),
    ...(party.registrationNumber === undefined
      ? []
      : [words.labelled(words.line('registration_number'), party.registrationNumber)]),
    ...electronicAddresses(party, words),
  ];
}

/** With the code of their list; a mail address that stands there already is not said twice. */
function electronicAddresses(
  { electronicAddresses: addresses = [], email }: Party,
  words: Wording,
): string[] {
  return addresses
    .filter(({ id }) => id !== email)
    .map(({ scheme, id }) => words.labelled(`EAS ${scheme}`, id));
}

/** The number and the date of the invoice that a credit note corrects. */
function corrected(
  { corrects }: InvoiceDraft,
  { words, formats }: { words: Wording; formats: TextFormats },
): string {
  return corrects === null ? '' : `${words.apart(corrects.number)}, ${formats.day(corrects.date)}`;
}

function facts(
  invoice: InvoiceDraft,
  number: string | undefined,
  { words, formats }: { words: Wording; formats: TextFormats },
): PdfFact[] {
  const labels = documentWords[invoice.type];
  return [
    { label: words.stacked(labels.number), value: number ?? '' },
    { label: words.stacked(labels.date), value: formats.day(invoice.date) },
    {
      label: words.stacked('due_date'),
      value: invoice.dueDate === null ? '' : formats.day(invoice.dueDate),
    },
    {
      label: words.stacked('valid_until'),
      value: invoice.validUntil === null ? '' : formats.day(invoice.validUntil),
    },
    { label: words.stacked('corrected_invoice'), value: corrected(invoice, { words, formats }) },
    { label: words.stacked('reference'), value: invoice.reference ?? '' },
    ...particularsFacts(invoice, { words, formats }),
  ].filter(({ value }) => value !== '');
}

import { type components } from '../api/schema.js';

export type DocumentType = components['schemas']['InvoiceSummaryDto']['type'];

const nouns: Readonly<Record<DocumentType, string>> = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  proforma: 'Pro forma invoice',
  quote: 'Quote',
};

/** The types to choose one of, for filters. */
export const typeChoices = [
  { value: '', label: 'Any type' },
  ...Object.entries(nouns).map(([value, label]) => ({ value, label })),
];

/** What a document is called at the start of a title or sentence: "Quote". */
export function documentNoun(type: DocumentType | undefined): string {
  return nouns[type ?? 'invoice'];
}

/** The same inside a sentence: "quote". */
export function documentWord(type: DocumentType | undefined): string {
  return documentNoun(type).toLowerCase();
}

/** The series that numbers documents of a type where a request names none. */
export const usualSeries: Readonly<Record<DocumentType, string>> = {
  invoice: 'default',
  credit_note: 'CN',
  proforma: 'PF',
  quote: 'Q',
};

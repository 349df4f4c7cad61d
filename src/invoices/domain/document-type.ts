/** What a document is: only an invoice asks for money, and a credit note takes some of that back. */
export const documentTypes = ['invoice', 'credit_note', 'proforma', 'quote'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** What a request may ask for; a credit note is made from the invoice that it corrects. */
export const requestedTypes = ['invoice', 'proforma', 'quote'] as const satisfies DocumentType[];
export type RequestedType = (typeof requestedTypes)[number];

/** What announces an invoice without being one, and may become one. */
export const convertibleTypes: readonly DocumentType[] = ['proforma', 'quote'];

/**
 * The series that numbers documents of a type where none was asked for: each has its own, so that the numbers
 * of invoices have no gaps. That of invoices has the format of the account's profile.
 */
export const usualSeries: Readonly<Record<DocumentType, string>> = {
  invoice: 'default',
  credit_note: 'CN',
  proforma: 'PF',
  quote: 'Q',
};

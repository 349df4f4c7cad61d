import { type LabelName } from '../common/i18n/labels.js';
import { type DocumentType } from './domain/document-type.js';

/** The labels that say what a document is; in many languages those of an invoice name it. */
export interface DocumentWords {
  readonly title: LabelName;
  readonly number: LabelName;
  readonly date: LabelName;
  readonly sender: LabelName;
  readonly recipient: LabelName;
  /** None on a paper that asks for no money and gives none back. */
  readonly amountDue: LabelName | undefined;
}

const neutral = {
  number: 'document_number',
  date: 'document_date',
  sender: 'seller',
  recipient: 'customer',
  amountDue: 'amount_due',
} as const;

/** The labels of each type of document. */
export const documentWords: Readonly<Record<DocumentType, DocumentWords>> = {
  invoice: {
    title: 'invoice',
    number: 'number',
    date: 'date',
    sender: 'from',
    recipient: 'bill_to',
    amountDue: 'amount_due',
  },
  credit_note: { ...neutral, title: 'credit_note', amountDue: 'amount_credited' },
  proforma: { ...neutral, title: 'proforma' },
  quote: { ...neutral, title: 'quote', amountDue: undefined },
};

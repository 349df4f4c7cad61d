import { type EInvoiceFormat } from '../einvoice/formats.js';

/** What is stored of an invoice: its PDF, and each e-invoice that was asked for. */
export type DocumentKind = 'pdf' | EInvoiceFormat;

/** A stored document of an invoice. */
export interface StoredDocument {
  readonly bytes: Buffer;
  /** As hexadecimal digits. */
  readonly sha256: string;
}

/** A document that is to be stored. */
export interface NewDocument extends StoredDocument {
  readonly kind: DocumentKind;
  readonly createdAt: string;
}

/** A document whose bytes are where its row will say: in the row itself, or under a key of the store. */
export interface PlacedDocument {
  readonly invoiceId: string;
  readonly document: NewDocument;
  readonly objectKey: string | null;
}

/** Which document is meant. */
export interface DocumentName {
  readonly invoiceId: string;
  readonly kind: DocumentKind;
}

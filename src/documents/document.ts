/** The stored PDF of an invoice. */
export interface StoredDocument {
  readonly bytes: Buffer;
  /** As hexadecimal digits. */
  readonly sha256: string;
}

/** A PDF that is to be stored. */
export interface NewDocument extends StoredDocument {
  readonly createdAt: string;
}

/** A document whose bytes are where its row will say: in the row itself, or under a key of the store. */
export interface PlacedDocument {
  readonly invoiceId: string;
  readonly document: NewDocument;
  readonly objectKey: string | null;
}

/** Files that one invoice may carry, and their bytes together. */
export const attachmentsMax = 5;
export const attachmentBytesMax = 10 * 1024 * 1024;
/** Bytes that an account may have uploaded and not used yet. */
export const unusedBytesMax = 100 * 1024 * 1024;

/** An attachment as an invoice carries it; never changed. */
export interface AttachedFile {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  /** Its size. */
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

/** An uploaded file; instants are ISO 8601 in UTC. */
export interface Attachment extends AttachedFile {
  readonly createdAt: string;
  /** Whether an invoice or a schedule refers to it, so that it stays. */
  readonly isUsed: boolean;
}

/** A file that is to be stored. */
export interface NewAttachment extends Omit<Attachment, 'isUsed'> {
  readonly content: Buffer;
}

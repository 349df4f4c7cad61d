import { type SqlSession } from '../common/database/database.js';
import { type Handover } from './handover.js';

/** What mails are about; each kind has one {@link MailWriter}. */
export type MailKind =
  | 'invoice'
  | 'password_reset'
  | 'api_key_expiry'
  | 'email_change'
  | 'email_changed'
  | 'security_notice'
  | 'webhook_off';

export type MailStatus = 'queued' | 'sent' | 'failed';

/** A mail to be put into the outbox. */
export interface NewMail {
  readonly kind: MailKind;
  /** The row that it is about. */
  readonly aboutId: string | null;
  readonly to: readonly string[];
  /** Who else gets it, for everybody to see. */
  readonly cc?: readonly string[];
  /** Who else gets it, unseen by the others. */
  readonly bcc?: readonly string[];
  readonly subject: string;
  /** What the sender says in it, where its writer does not know that by itself. */
  readonly message: string | null;
  /** The mail that this one repeats; each is repeated once at most. */
  readonly resendOf?: string | null;
}

/** A mail in the outbox with what has become of it; instants are ISO 8601 texts in UTC. */
export interface Mail extends NewMail {
  readonly id: string;
  /** None where it was asked for by somebody who is not known, such as a password reset. */
  readonly accountId: string | null;
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly resendOf: string | null;
  readonly status: MailStatus;
  readonly attempts: number;
  readonly failure: string | null;
  /** What became of its single addresses so far. */
  readonly handover: Handover;
  readonly createdAt: string;
  readonly sentAt: string | null;
}

export interface MailAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** The text of a mail, made when it is sent. */
export interface MailText {
  /** The name beside the address of this installation. */
  readonly fromName: string;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
  /**
   * Stores what follows from the mail's having been sent, in the transaction that says so, and answers what
   * is to be done once that is committed.
   */
  readonly whenSent?: (session: SqlSession, sending: Sending) => Promise<() => void>;
}

/** When a mail was sent, and which of its addresses were refused, in words for the sender. */
export interface Sending {
  readonly sentAt: string;
  readonly failure: string | null;
}

/**
 * Writes the mails of one kind at the moment of their sending, so that no secret and no document lies in
 * the outbox. Answers nothing where there is nothing to send any more, and the mail is dropped.
 */
export interface MailWriter {
  write(mail: Mail): Promise<MailText | undefined>;
}

import { type OwnMailTexts } from './texts/mail-text.js';

/** What an account has set for the mails that carry its invoices. */
export interface MailSettings {
  readonly texts: OwnMailTexts;
  /** Who gets an unseen copy of every such mail. */
  readonly copyTo: string | null;
}

export const newMailSettings: MailSettings = { texts: {}, copyTo: null };

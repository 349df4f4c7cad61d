import { type MailText } from '../mail/mail.js';

/** What a mail says around its one link; all of it is ours, so nothing needs to be escaped. */
export interface LinkWords {
  readonly asked: string;
  /** Stands before the link in plain text. */
  readonly invitation: string;
  /** Is the link in HTML. */
  readonly label: string;
  readonly lifeMs: number;
}

/** The mail about something that happens only when its link is used. */
export function linkMail(subject: string, link: string, words: LinkWords): MailText {
  const { asked, invitation, label, lifeMs } = words;
  const life = `The link works once, for ${lifeMs / 60_000} minutes.`;
  const ignore = 'If it was not you, ignore this mail: nothing changes.';
  return {
    fromName: 'Finvo',
    subject,
    text: `${asked}\n\n${invitation}\n${link}\n\n${life}\n\n${ignore}\n`,
    html: `<p>${asked}</p>\n<p><a href="${link}">${label}</a></p>\n<p>${life}</p>\n<p>${ignore}</p>\n`,
    attachments: [],
  };
}

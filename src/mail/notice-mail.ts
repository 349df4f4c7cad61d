import { escapeHtml } from './escape-html.js';
import { type MailText } from './mail.js';

/** The page of the dashboard that a notice leads to, and what it is called there. */
export interface NoticeLink {
  readonly url: string;
  readonly label: string;
}

/** A mail that tells of something: plain sentences, each a paragraph, and at most one link under them. */
export function noticeMail(
  subject: string,
  sentences: readonly string[],
  link?: NoticeLink,
): MailText {
  const paragraphs = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`);
  if (link !== undefined) paragraphs.push(`<p><a href="${link.url}">${link.label}</a></p>`);
  return {
    fromName: 'Finvo',
    subject,
    text: `${[...sentences, ...(link === undefined ? [] : [link.url])].join('\n\n')}\n`,
    html: `${paragraphs.join('\n')}\n`,
    attachments: [],
  };
}

/** An instant of ISO 8601 as a sentence says it: "2026-01-19 at 10:00 UTC". */
export function spokenInstant(instant: string): string {
  return `${instant.slice(0, 10)} at ${instant.slice(11, 16)} UTC`;
}

import { isToken, newToken } from '../common/ids/random-token.js';

const prefix = 'finvo_share_';

/** Days that a link works where nobody asks for another time. */
export const usualDays = 90;
export const daysMax = 3650;

/** A link with which anybody who has it can read one invoice, and nothing else. */
export interface ShareLink {
  readonly id: string;
  readonly token: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

export const shareLinkStatuses = ['active', 'expired', 'revoked'] as const;
export type ShareLinkStatus = (typeof shareLinkStatuses)[number];

/** Derived, never stored, so that it cannot be out of date. */
export function shareLinkStatus(link: ShareLink, now: string): ShareLinkStatus {
  if (link.revokedAt !== null) return 'revoked';
  return now >= link.expiresAt ? 'expired' : 'active';
}

/** What makes a link unguessable. */
export function newShareToken(): string {
  return newToken(prefix);
}

/** Whether `text` has the form of a link's token. */
export function isShareToken(text: string): boolean {
  return isToken(text, prefix);
}

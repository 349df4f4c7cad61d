import { createHash } from 'node:crypto';
import { isToken, newToken } from '../common/ids/random-token.js';

const prefix = 'finvo_sess_';

/** A new session token: 256 random bits; the database keeps only {@link tokenHash} of it. */
export function newSessionToken(): string {
  return newToken(prefix);
}

/** Whether `text` has the form of a session token; saves a look-up that cannot succeed. */
export function isSessionToken(text: string | undefined): text is string {
  return isToken(text, prefix);
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

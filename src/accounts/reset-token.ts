import { isToken, newToken } from '../common/ids/random-token.js';

const prefix = 'finvo_rst_';

/** A new token for a password reset: 256 random bits; the database keeps only its hash. */
export function newResetToken(): string {
  return newToken(prefix);
}

/** Whether `text` has the form of such a token; saves a look-up that cannot succeed. */
export function isResetToken(text: string): boolean {
  return isToken(text, prefix);
}

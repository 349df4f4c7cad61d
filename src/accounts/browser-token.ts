import { isToken, newToken } from '../common/ids/random-token.js';

const prefix = 'finvo_bro_';

/** A new token by which a browser is known again: 256 random bits; the database keeps only its hash. */
export function newBrowserToken(): string {
  return newToken(prefix);
}

/** Whether `text` has the form of such a token; saves a look-up that cannot succeed. */
export function isBrowserToken(text: string | undefined): text is string {
  return isToken(text, prefix);
}

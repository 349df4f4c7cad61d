import { randomBytes } from 'node:crypto';

/** 32 bytes in base64url. */
const randomLength = 43;

/** A token that nobody can guess: 256 random bits behind a prefix that says what it is for. */
export function newToken(prefix: string): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** Whether `text` has the form of a token with this prefix; saves a look-up that cannot succeed. */
export function isToken(text: string | undefined, prefix: string): text is string {
  return text?.length === prefix.length + randomLength && text.startsWith(prefix);
}

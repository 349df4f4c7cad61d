import { randomBytes, randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Prefixes of public ids: what an id names can be read off it. */
export type IdPrefix =
  | 'acc'
  | 'usr'
  | 'ses'
  | 'key'
  | 'inv'
  | 'logo'
  | 'mail'
  | 'aud'
  | 'bro'
  | 'shr'
  | 'emc'
  | 'rec'
  | 'pky'
  | 'chl'
  | 'bat'
  | 'txp'
  | 'sch'
  | 'whe'
  | 'msg'
  | 'cus'
  | 'itm'
  | 'att';

/** `length` base62 characters without bias: bytes of 248 and above are dropped, as 256 is no multiple of 62. */
export function randomBase62(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes((length - text.length) * 2)) {
      if (byte < 248 && text.length < length) text += alphabet.charAt(byte % 62);
    }
  }
  return text;
}

/** `value` in base62, left-padded with zeros to `width` characters. */
export function base62(value: number, width: number): string {
  let rest = value;
  let text = '';
  do {
    text = alphabet.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  } while (rest > 0);
  return text.padStart(width, '0');
}

const headWidth = 4;
const heads = 62 ** headWidth;

/** The last id of each prefix that this process has made: its millisecond, and the number behind it. */
const lastIds = new Map<IdPrefix, { readonly ms: number; readonly head: number }>();

/**
 * A new id such as `inv_0VtL…`: 9 characters of time, 4 that begin anywhere and count on within a
 * millisecond, and 9 random ones (76 bits that cannot be guessed). The base62 alphabet is in ASCII order,
 * so ids sort by the time they were made, and those of one process by the order as well.
 */
export function newId(prefix: IdPrefix, now: Date): string {
  const ms = now.getTime();
  const last = lastIds.get(prefix);
  // The lower half only, so that there is room to count on: seven million in a millisecond.
  const head = last?.ms === ms ? (last.head + 1) % heads : randomInt(heads / 2);
  lastIds.set(prefix, { ms, head });
  return `${prefix}_${base62(ms, 9)}${base62(head, headWidth)}${randomBase62(9)}`;
}

/** Whether `text` has the form of an id with this prefix; saves a look-up that cannot succeed. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return (
    text.length === prefix.length + 23 &&
    text.startsWith(`${prefix}_`) &&
    /^[0-9A-Za-z_]+$/.test(text)
  );
}

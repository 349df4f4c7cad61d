import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { base62, randomBase62 } from '../common/ids/id.js';

const prefix = 'finvo_sk_';
const randomLength = 32;
const form = /^finvo_sk_[0-9A-Za-z]{38}$/;

/** What may be shown of a key after it was made. */
export interface KeyHint {
  readonly start: string;
  readonly end: string;
}

/**
 * A new API key: `finvo_sk_`, 32 random base62 characters (190 bits) and 6 of their CRC32.
 * The checksum is no secret: it lets a mistyped key fail without a look at the database.
 */
export function newKey(): string {
  const random = randomBase62(randomLength);
  return prefix + random + checksum(random);
}

/** Whether `text` has the form and the checksum of an API key. */
export function isWellFormedKey(text: string): boolean {
  return form.test(text) && checksum(text.slice(prefix.length, -6)) === text.slice(-6);
}

/** What is stored of a key: SHA-256 in hex. A slow hash would protect nothing at 190 random bits (ASVS 6.5.2). */
export function keyHash(key: string): string {
  return createHash('sha256').update(key, 'ascii').digest('hex');
}

/** The first and last four characters of the random part and checksum. */
export function keyHint(key: string): KeyHint {
  return { start: key.slice(prefix.length, prefix.length + 4), end: key.slice(-4) };
}

/** How a key is shown once it was made. */
export function obscured({ start, end }: KeyHint): string {
  return `${prefix}${start}…${end}`;
}

/** Over prefix and random part, so that a changed prefix fails as well. */
function checksum(random: string): string {
  return base62(crc32(prefix + random), 6);
}

/** The encodings that a file may be read in, by their WHATWG labels. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'iso-8859-15',
] as const;
export type Encoding = (typeof encodings)[number];

/** Bytes looked at where only their pattern tells. */
const lookedAt = 4_096;

/**
 * The encoding of a file: what its byte order mark says, else UTF-16 where every other byte is zero, else
 * UTF-8 where the whole file is valid UTF-8, else Windows-1252, which has all of Latin-1.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** The text of a file without its byte order mark, or undefined where it is not valid in this encoding. */
export function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding === 'windows-1252') return windows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What Windows-1252 has in the place of Latin-1's control characters 0x80 to 0x9F; five of them are unused. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Written out, as TextDecoder takes Windows-1252 for Latin-1 on some versions of Node. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(
      /[\u0080-\u009F]/g,
      (character) => windowsCharacters[character.charCodeAt(0) - 0x80] ?? '',
    );
}

/** What a file is that is no text at all, by how it begins. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const begins = (...start: number[]) => start.every((byte, at) => bytes[at] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'an Excel workbook or another ZIP';
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'an old Excel workbook';
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'a PDF';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  return decoded(bytes, 'utf-8') !== undefined;
}

/** Western text in UTF-16 has a zero in nearly every second byte, and in no other one. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, lookedAt);
  const pairs = Math.floor(head.length / 2);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd > pairs / 2 && even === 0) return 'utf-16le';
  return even > pairs / 2 && odd === 0 ? 'utf-16be' : undefined;
}

import { XmlFault } from './xml-fault.js';

/** The encodings that XML processors must know (XML 1.0 §4.3.3), and those that invoices are still written in. */
const known: ReadonlySet<string> = new Set([
  'utf-8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'us-ascii',
  'iso-8859-1',
  'iso-8859-15',
  'windows-1252',
]);

const marks: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** How `<?` looks where a character has two bytes and no mark stands before it (XML 1.0, appendix F). */
const wideStarts: typeof marks = [
  [[0x3c, 0x00, 0x3f, 0x00], 'utf-16le'],
  [[0x00, 0x3c, 0x00, 0x3f], 'utf-16be'],
];

/** The declaration stands at the very beginning and in ASCII. */
const declared = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/;
const declarationBytesMax = 300;

/**
 * The characters of an XML document: by its byte order mark, else by the charset of its media type
 * (RFC 7303, 3.2), else by its declaration, else as UTF-8.
 * @throws XmlFault for another encoding, and for bytes that are not valid in theirs
 */
export function decodeXml(bytes: Uint8Array, charset?: string): string {
  const encoding = startIn(bytes, marks) ?? startIn(bytes, wideStarts) ?? named(bytes, charset);
  if (!known.has(encoding)) {
    throw new XmlFault('The encoding of the XML is not known. Write it in UTF-8.');
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlFault(`The XML is not valid ${encoding.toUpperCase()}. Write it in UTF-8.`);
  }
}

function startIn(bytes: Uint8Array, starts: typeof marks): string | undefined {
  return starts.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1];
}

function named(bytes: Uint8Array, charset: string | undefined): string {
  const start = String.fromCharCode(...bytes.subarray(0, declarationBytesMax));
  return (charset ?? declared.exec(start)?.[1] ?? 'utf-8').toLowerCase();
}

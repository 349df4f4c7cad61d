import { closeSync, openSync, readSync } from 'node:fs';

/** One face of an OpenType file: the family that Typst knows it by and the code points it maps. */
export interface FontFace {
  readonly family: string;
  /** Ascending pairs of first and last code point, both inclusive. */
  readonly ranges: Uint32Array;
}

/**
 * Reads the faces of a .ttf, .otf or .ttc file. Only the tables `name` and `cmap` are read, so that
 * a font of 8 MB costs a few hundred kilobytes of reading.
 * @throws Error when the file is not an OpenType font
 */
export function readFontFaces(path: string): FontFace[] {
  const file = openSync(path, 'r');
  try {
    const read: Reader = (offset, length) => {
      const buffer = Buffer.alloc(length);
      if (readSync(file, buffer, 0, length, offset) < length)
        throw new Error(`${path} is cut off.`);
      return buffer;
    };
    return faceOffsets(read).map((offset) => readFace(read, offset, path));
  } finally {
    closeSync(file);
  }
}

type Reader = (offset: number, length: number) => Buffer;

function faceOffsets(read: Reader): number[] {
  const header = read(0, 12);
  if (header.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = Math.min(header.readUInt32BE(8), 64);
  const offsets = read(12, count * 4);
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4));
}

function readFace(read: Reader, offset: number, path: string): FontFace {
  const count = read(offset, 12).readUInt16BE(4);
  const directory = read(offset + 12, count * 16);
  const table = (tag: string): Buffer => {
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) === tag)
        return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
    }
    throw new Error(`${path} has no table "${tag}": it is not an OpenType font.`);
  };
  return { family: withoutStyle(familyName(table('name'))), ranges: mappedRanges(table('cmap')) };
}

/** The first record with name id 1, as Typst takes it. */
function familyName(name: Buffer): string {
  const count = name.readUInt16BE(2);
  const texts = name.readUInt16BE(4);
  for (let at = 6; at < 6 + count * 12; at += 12) {
    if (name.readUInt16BE(at + 6) !== 1) continue;
    const start = texts + name.readUInt16BE(at + 10);
    const bytes = name.subarray(start, start + name.readUInt16BE(at + 8));
    if (name.readUInt16BE(at) === 1) return bytes.toString('latin1');
    return Buffer.from(bytes).swap16().toString('utf16le');
  }
  return '';
}

const styleAtEnd =
  /[ _-]*(?:(?:extra|ext|ex|x|semi|sem|sm|demi|dem|ultra)[ _-]?)?(?:normal|italic|oblique|slanted|thin|th|hairline|light|lt|regular|medium|med|md|bold|bd|demi|extb|black|blk|bk|heavy|narrow|condensed|cond|cn|cd|compressed|expanded|exp)$/i;

/** "Noto Sans S Chinese Regular" is the family "Noto Sans S Chinese" in Typst's font book. */
function withoutStyle(family: string): string {
  let name = family.trim();
  for (;;) {
    const shorter = name.replace(styleAtEnd, '');
    if (shorter === name || shorter === '' || !/[a-z0-9]$/i.test(shorter)) return name;
    if (!/[ _-]/.test(name.charAt(shorter.length))) return name;
    name = shorter;
  }
}

/** Prefers format 12 (all planes) over format 4 (the first plane), which every font here has. */
function mappedRanges(cmap: Buffer): Uint32Array {
  const count = cmap.readUInt16BE(2);
  let best: { format: number; offset: number } | undefined;
  for (let at = 4; at < 4 + count * 8; at += 8) {
    const offset = cmap.readUInt32BE(at + 4);
    const format = cmap.readUInt16BE(offset);
    if (isUnicode(cmap.readUInt16BE(at), cmap.readUInt16BE(at + 2)) && [4, 12].includes(format))
      if (best === undefined || format > best.format) best = { format, offset };
  }
  if (best === undefined) return new Uint32Array();
  const table = cmap.subarray(best.offset);
  return joined(best.format === 12 ? rangesOfFormat12(table) : rangesOfFormat4(table));
}

const isUnicode = (platform: number, encoding: number): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));

function* rangesOfFormat12(table: Buffer): Generator<readonly [number, number]> {
  const end = 16 + table.readUInt32BE(12) * 12;
  for (let at = 16; at < end; at += 12) {
    const glyph = table.readUInt32BE(at + 8);
    const first = table.readUInt32BE(at) + (glyph === 0 ? 1 : 0);
    yield [first, table.readUInt32BE(at + 4)];
  }
}

function* rangesOfFormat4(table: Buffer): Generator<readonly [number, number]> {
  const doubledCount = table.readUInt16BE(6);
  for (let segment = 0; segment < doubledCount; segment += 2) {
    const last = table.readUInt16BE(14 + segment);
    const first = table.readUInt16BE(16 + doubledCount + segment);
    const delta = table.readUInt16BE(16 + doubledCount * 2 + segment);
    const rangeAt = 16 + doubledCount * 3 + segment;
    const rangeOffset = table.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const stored =
        rangeOffset === 0 ? code : table.readUInt16BE(rangeAt + rangeOffset + (code - first) * 2);
      const missing = rangeOffset !== 0 && stored === 0;
      if (!missing && ((stored + delta) & 0xffff) !== 0) yield [code, code];
    }
  }
}

function joined(ranges: Iterable<readonly [number, number]>): Uint32Array {
  const flat: number[] = [];
  for (const [first, last] of ranges) {
    if (last < first) continue;
    if (flat.length > 0 && flat[flat.length - 1] === first - 1) flat[flat.length - 1] = last;
    else flat.push(first, last);
  }
  return Uint32Array.from(flat);
}

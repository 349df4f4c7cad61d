import { inflateSync } from 'node:zlib';

/**
 * The text that a reader copies out of a PDF made by Typst, in the order in which it is drawn, right-to-left
 * scripts from their left: replacement texts (ActualText) are honoured, which scripts with ligatures and reordering need.
 */
export function copiedText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => textOfPage(head, objects)).join('\n');
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

type Objects = ReadonlyMap<string, PdfObject>;

function objectsOf(pdf: Buffer): Objects {
  const file = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of file.matchAll(/(?<=\n)(\d+) 0 obj\n([^]*?)(?:\nstream\n|\nendobj)/g)) {
    const [all, id = '', head = ''] = match;
    const start = match.index + all.length;
    objects.set(id, { head, stream: streamOf(head, pdf.subarray(start)) });
  }
  return objects;
}

function streamOf(head: string, rest: Buffer): string {
  if (!head.includes('/Length ')) return '';
  const bytes = rest.subarray(0, Number(found(head, /\/Length (\d+)/)));
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

const found = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';

const objectAt = (objects: Objects, id: string): PdfObject =>
  objects.get(id) ?? { head: '', stream: '' };

function textOfPage(page: string, objects: Objects): string {
  const content = objectAt(objects, found(page, /\/Contents (\d+) 0 R/)).stream;
  const resources = objectAt(objects, found(page, /\/Resources (\d+) 0 R/)).head || page;
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = '', id = ''] of resources.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const unicode = found(objectAt(objects, id).head, /\/ToUnicode (\d+) 0 R/);
    fonts.set(name, glyphTexts(objectAt(objects, unicode).stream));
  }
  return readContent(content, fonts);
}

/** `<0001> <0054>` in a ToUnicode map: glyph and text, both hexadecimal. */
function glyphTexts(map: string): Map<string, string> {
  const pairs = [...map.matchAll(/^<(\w{4})> <(\w+)>$/gm)];
  return new Map(pairs.map(([, glyph = '', text = '']) => [glyph.toLowerCase(), utf16(text)]));
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Parentheses inside a string need no escape as long as they are in pairs. */
const token =
  /\/ActualText <FEFF(?<actual>\w*)>|\b(?<mark>BDC|BMC|EMC)\b|\/(?<font>f\d+) [\d.]+ Tf|\((?<glyphs>(?:\\[^]|[^\\()]|\((?:\\[^]|[^\\()])*\))*)\)/g;

/** Walks through the marked content; inside a replaced run the glyphs themselves are not read. */
function readContent(content: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  const open: string[] = [];
  let replaced = '';
  let font = new Map<string, string>();
  let result = '';
  for (const { groups = {} } of content.matchAll(token)) {
    const { actual, mark, font: name, glyphs } = groups;
    if (actual !== undefined) replaced = utf16(actual);
    if (mark === 'EMC') result += String(open.pop());
    else if (mark !== undefined) {
      open.push(replaced);
      replaced = '';
    }
    font = fonts.get(name ?? '') ?? font;
    if (glyphs !== undefined && open.join('') === '')
      result += glyphCodes(glyphs)
        .map((code) => textAt(font, code))
        .join('');
  }
  return result;
}

const textAt = (font: ReadonlyMap<string, string>, code: string): string => font.get(code) ?? '';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A literal string of two-byte glyph numbers, as four hexadecimal digits each. */
function glyphCodes(literal: string): string[] {
  const bytes = literal.replaceAll(/\\(\d{3}|[^])/g, (_, escaped: string) =>
    escaped.length === 3
      ? String.fromCharCode(Number.parseInt(escaped, 8))
      : (escapes[escaped] ?? escaped),
  );
  return Buffer.from(bytes, 'latin1').toString('hex').match(/.{4}/g) ?? [];
}

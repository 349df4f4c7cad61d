/** Why an SVG is refused; the message says what to do. */
export class SvgFault extends Error {}

const bytesMax = 512 * 1024;
const elementsMax = 10_000;
const depthMax = 64;

/** Elements that run code, load something, repeat other elements or need a font; with the way out. */
const forbiddenElements: ReadonlyMap<string, string> = new Map([
  ...entries('text tspan textpath tref altglyph', 'convert text to paths; fonts are not embedded'),
  ...entries('use', 'replace clones and symbols by copies of the shapes'),
  ...entries('image feimage', 'export the logo with shapes only, or upload it as PNG'),
  ...entries('a', 'remove the link and keep what it wraps'),
  ...entries(
    'script foreignobject iframe embed object audio video canvas link handler listener',
    'remove it, or export the logo as “plain SVG”',
  ),
]);

const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const attributePattern = new RegExp(`\\s+(${name})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y');
const openPattern = new RegExp(`<(${name})`, 'y');
const closePattern = new RegExp(`</(${name})\\s*>`, 'y');
const openEndPattern = /\s*(\/?)>/y;
const textPattern = /[^<]+/y;
const commentPattern = /<!--[\s\S]*?-->/y;
const cdataPattern = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const declarationPattern = /\s*<\?xml\s[^<>]*\?>/y;

/** Reads one piece of text after the other and never goes back, so its time grows with the length only. */
class Scanner {
  position = 0;
  constructor(readonly text: string) {}

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match) this.position = pattern.lastIndex;
    return match;
  }

  startsWith(prefix: string): boolean {
    return this.text.startsWith(prefix, this.position);
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Root {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly contentStart: number;
  readonly closed: boolean;
}

/** True when the first element of the text is an SVG picture, whatever the file is called. */
export function looksLikeSvg(bytes: Buffer): boolean {
  const scanner = new Scanner(bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''));
  scanner.take(declarationPattern);
  while (scanner.take(/\s+/y) || scanner.take(commentPattern));
  return scanner.take(/<!DOCTYPE\s+svg[\s>[]|<(?:[\w-]+:)?svg[\s/>]/iy) !== null;
}

/**
 * The same picture, free of everything that could run, load or blow up, with the width and height
 * that make it as large as fits into the box, and the size it asked for; throws an `SvgFault`
 * otherwise.
 */
export function fitSvg(bytes: Buffer, box: Size): { svg: string; size: Size } {
  if (bytes.length > bytesMax) {
    throw new SvgFault('The SVG is larger than 512 KiB. Simplify it, or upload the logo as PNG.');
  }
  const text = decode(bytes);
  const root = checkDocument(new Scanner(text));
  const size = naturalSize(root.attributes);
  const scale = Math.min(box.width / size.width, box.height / size.height);
  const attributes = new Map(root.attributes);
  if (!attributes.has('viewBox')) attributes.set('viewBox', `0 0 ${size.width} ${size.height}`);
  if (root.tag === 'svg') attributes.set('xmlns', 'http://www.w3.org/2000/svg');
  attributes.set('width', String(Math.max(1, Math.round(size.width * scale))));
  attributes.set('height', String(Math.max(1, Math.round(size.height * scale))));
  const tag = [...attributes].map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`);
  const end = root.closed ? '/>' : '>';
  return { svg: `<${root.tag}${tag.join('')}${end}${text.slice(root.contentStart)}`, size };
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SvgFault('The SVG is not written in UTF-8. Save it again with the encoding UTF-8.');
  }
}

function checkDocument(scanner: Scanner): Root {
  scanner.take(declarationPattern);
  const open: string[] = [];
  const roots: Root[] = [];
  let elements = 0;
  while (scanner.position < scanner.text.length) {
    if (scanner.startsWith('</')) {
      if (scanner.take(closePattern)?.[1] !== open.pop()) throw notWellFormed();
    } else if (/^<[A-Za-z_]/.test(head(scanner))) {
      const element = readElement(scanner);
      if (open.length === 0) roots.push(element);
      if (!element.closed) open.push(element.tag);
      checkAmount(++elements, open.length);
    } else {
      checkText(scanner, open.at(-1));
    }
  }
  const [root] = roots;
  if (!root || roots.length + open.length > 1) throw notWellFormed();
  return root;
}

function checkAmount(elements: number, depth: number): void {
  if (elements > elementsMax || depth > depthMax) {
    throw new SvgFault(
      `The SVG has more than ${elementsMax} elements or ${depthMax} levels. Simplify it, or upload the logo as PNG.`,
    );
  }
}

/** Text, comments and CDATA; document types and processing instructions have no place in a logo. */
function checkText(scanner: Scanner, parent: string | undefined): void {
  if (scanner.take(commentPattern)) return;
  if (/^<(?:\?|!DOCTYPE|!ENTITY)/i.test(head(scanner))) {
    throw new SvgFault(
      'The SVG has a document type, entity or processing instruction. Export the logo as “plain SVG”.',
    );
  }
  const text = scanner.take(cdataPattern)?.[1] ?? scanner.take(textPattern)?.[0];
  if (text === undefined) throw notWellFormed();
  if (parent === undefined) {
    if (text.trim() !== '') throw notWellFormed();
  } else if (localName(parent) === 'style') {
    checkStyle(text);
  }
}

function readElement(scanner: Scanner): Root {
  const tag = scanner.take(openPattern)?.[1];
  if (tag === undefined) throw notWellFormed();
  const wayOut = forbiddenElements.get(localName(tag));
  if (wayOut !== undefined) throw new SvgFault(`The SVG has a <${tag}> element: ${wayOut}.`);
  const attributes = readAttributes(scanner);
  const end = scanner.take(openEndPattern);
  if (!end) throw notWellFormed();
  return { tag, attributes, contentStart: scanner.position, closed: end[1] === '/' };
}

function readAttributes(scanner: Scanner): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let match = scanner.take(attributePattern); match; match = scanner.take(attributePattern)) {
    const [, key = '', double, single = ''] = match;
    if (attributes.has(key)) throw notWellFormed();
    checkAttribute(key, double ?? single);
    attributes.set(key, double ?? single);
  }
  return attributes;
}

function checkAttribute(key: string, raw: string): void {
  const local = localName(key);
  const value = decodeReferences(raw);
  if (local.startsWith('on')) {
    throw new SvgFault(`The SVG has the event handler “${key}”. Remove it, or export “plain SVG”.`);
  }
  if (local === 'href' && !value.trim().startsWith('#')) throw refersOutside();
  if (key !== 'xmlns' && !key.startsWith('xmlns:')) checkUrls(value);
  if (local === 'style') checkStyle(value);
}

function checkStyle(raw: string): void {
  const css = decodeReferences(raw);
  if (css.includes('\\') || /@import/i.test(css)) {
    throw new SvgFault('The SVG’s style has an @import or a backslash. Export “plain SVG”.');
  }
  checkUrls(css);
}

function checkUrls(value: string): void {
  const outside = /(?:url|image|image-set|src)\s*\(\s*(?!\s|["']?\s*#)/i;
  if (outside.test(value)) throw refersOutside();
}

/** Shows `&#104;ttp:` and `url(&quot;` as what they mean. */
function decodeReferences(raw: string): string {
  return raw.replace(/&(?:quot|apos|#x([0-9a-f]{1,6})|#([0-9]{1,7}));/gi, (_, hex, decimal) => {
    const digits = (hex ?? decimal) as string | undefined;
    const code = digits === undefined ? 0x22 : parseInt(digits, hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Size in CSS pixels from width and height, else from the viewBox. */
function naturalSize(attributes: ReadonlyMap<string, string>): Size {
  const view = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = pixels(attributes.get('width'));
  const height = pixels(attributes.get('height'));
  const [, , viewWidth = 0, viewHeight = 0] = view.every(Number.isFinite) ? view : [];
  const known = width !== undefined && height !== undefined;
  const size = known ? { width, height } : { width: viewWidth, height: viewHeight };
  if (!(size.width > 0 && size.height > 0)) {
    throw new SvgFault(
      'The SVG has no size. Give its root element a width and height or a viewBox.',
    );
  }
  return size;
}

const pixelsPerUnit: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** A length in pixels; `undefined` for percentages and other units that need surroundings. */
function pixels(length = '100%'): number | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)([a-z]{0,2})\s*$/i.exec(length);
  const factor = pixelsPerUnit[match?.[2]?.toLowerCase() ?? '%'];
  return match && factor !== undefined ? Number(match[1]) * factor : undefined;
}

const localName = (qualified: string): string => qualified.replace(/^.*:/, '').toLowerCase();
const head = (scanner: Scanner): string =>
  scanner.text.slice(scanner.position, scanner.position + 9);
const notWellFormed = (): SvgFault =>
  new SvgFault('The SVG is not well-formed XML. Export it again from the drawing program.');
const refersOutside = (): SvgFault =>
  new SvgFault('The SVG refers to something outside itself. Export the logo as “plain SVG”.');

function entries(names: string, wayOut: string): [string, string][] {
  return names.split(' ').map((entry) => [entry, wayOut]);
}

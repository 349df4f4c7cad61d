// @ts-check
// Plain JavaScript, because it is the program of a process of its own, started from src/ in tests and from dist/.
import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFParser,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/**
 * @typedef {object} Task
 * @property {readonly string[]} names of the file that is looked for in lower case, the best first
 * @property {number} fileBytesMax of that file when it is decoded
 * @property {number} decodedBytesMax of everything that is decoded on the way to it
 * @property {Record<Fault, number>} exits exit codes
 */

/** @typedef {'unreadable' | 'encrypted' | 'absent' | 'tooLarge'} Fault */

/** A name tree that has more nodes and files than this is not made by people. */
const visitsMax = 10_000;

class TooLarge extends Error {}

/**
 * Bounds what streams grow to when they are decoded, which the library does not: a megabyte can hold a
 * gigabyte, and object streams are decoded as they are met.
 * @param {number} bytesMax
 */
function boundDecoding(bytesMax) {
  const budget = { left: bytesMax, isExceeded: false };
  const empty = PDFRawStream.of(
    PDFDict.fromMapWithContext(
      new Map([[PDFName.of('Filter'), PDFName.of('FlateDecode')]]),
      PDFContext.create(),
    ),
    Uint8Array.of(0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01),
  );
  const decoder = Object.getPrototypeOf(Object.getPrototypeOf(decodePDFRawStream(empty)));
  const { ensureBuffer } = decoder;
  if (typeof ensureBuffer !== 'function') throw new Error('Decoded streams cannot be bounded.');
  /** @param {number} requested */
  decoder.ensureBuffer = function ensureBounded(requested) {
    const had = this.buffer.byteLength;
    if (requested - had > budget.left) {
      budget.isExceeded = true;
      budget.left = 0;
      throw new TooLarge();
    }
    const buffer = ensureBuffer.call(this, requested);
    budget.left -= buffer.byteLength - had;
    return buffer;
  };
  return budget;
}

/**
 * The file specifications of a document: those of its name tree, then those of its AF array.
 * @param {PDFDict} catalog
 * @returns {Generator<{ spec: PDFDict, key: string }>}
 */
function* fileSpecs(catalog) {
  const names = dictAt(catalog, 'Names');
  const open = [names && names.lookup(PDFName.of('EmbeddedFiles'))];
  const seen = new Set();
  while (open.length > 0 && seen.size < visitsMax) {
    const node = open.shift();
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const pairs = entriesAt(node, 'Names');
    for (let at = 1; at < pairs.length; at += 2) {
      const spec = pairs[at];
      if (spec instanceof PDFDict) yield { spec, key: textOf(pairs[at - 1]) };
    }
    open.push(...entriesAt(node, 'Kids'));
  }
  for (const spec of entriesAt(catalog, 'AF')) if (spec instanceof PDFDict) yield { spec, key: '' };
}

/** @param {PDFDict} dict @param {string} name */
function dictAt(dict, name) {
  const value = dict.lookup(PDFName.of(name));
  return value instanceof PDFDict ? value : undefined;
}

/** @param {PDFDict} dict @param {string} name */
function entriesAt(dict, name) {
  const value = dict.lookup(PDFName.of(name));
  if (!(value instanceof PDFArray)) return [];
  const size = Math.min(value.size(), visitsMax);
  return Array.from({ length: size }, (_, index) => value.lookup(index));
}

/** @param {unknown} value */
function textOf(value) {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

/**
 * The best of the wanted files, which may stand under its name in the tree or in its specification.
 * @param {PDFDict} catalog
 * @param {readonly string[]} wanted
 */
function wantedFile(catalog, wanted) {
  let found;
  let best = wanted.length;
  for (const { spec, key } of fileSpecs(catalog)) {
    const own = [key, textOf(spec.lookup(PDFName.of('UF'))), textOf(spec.lookup(PDFName.of('F')))];
    const files = dictAt(spec, 'EF');
    const file = files && (files.lookup(PDFName.of('UF')) ?? files.lookup(PDFName.of('F')));
    const rank = wanted.findIndex((name) => own.some((text) => text.toLowerCase() === name));
    if (rank < 0 || rank >= best || !(file instanceof PDFRawStream)) continue;
    [found, best] = [file, rank];
  }
  return found;
}

/**
 * @param {Uint8Array} pdf
 * @param {Task} task
 * @returns {Promise<Uint8Array | Fault>}
 */
async function embeddedXml(pdf, { names, fileBytesMax, decodedBytesMax }) {
  const budget = boundDecoding(decodedBytesMax);
  try {
    const context = await PDFParser.forBytesWithOptions(pdf, Infinity).parseDocument();
    if (context.trailerInfo.Encrypt !== undefined) return 'encrypted';
    const catalog = context.lookup(context.trailerInfo.Root);
    if (budget.isExceeded) return 'tooLarge';
    if (!(catalog instanceof PDFDict)) return 'unreadable';
    const file = wantedFile(catalog, names);
    if (file === undefined) return 'absent';
    // A buffer doubles as it grows, so it may be larger than its content.
    budget.left = 2 * fileBytesMax;
    const xml = decodePDFRawStream(file).decode();
    return xml.length > fileBytesMax ? 'tooLarge' : xml;
  } catch {
    return budget.isExceeded ? 'tooLarge' : 'unreadable';
  }
}

// The library tells of every oddity of a file.
console.warn = () => undefined;

const task = /** @type {Task} */ (JSON.parse(process.argv[2] ?? ''));
/** @type {Buffer[]} */
const pieces = [];
for await (const piece of process.stdin) pieces.push(piece);
const outcome = await embeddedXml(Buffer.concat(pieces), task);
if (typeof outcome === 'string') process.exitCode = task.exits[outcome];
else process.stdout.write(outcome);

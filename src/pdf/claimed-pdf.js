// @ts-check
// What Typst cannot do to its PDF/A-3a: say that it is PDF/UA-1 too, and a Factur-X invoice where it carries one.
import { Buffer } from 'node:buffer';
import { replaced, unexpected, withClaims } from './xmp-claims.js';

/** Every line of a cross-reference table has twenty bytes and begins with the ten digits of a place. */
const entryBytes = 20;
const placeDigits = 10;

/**
 * The PDF/A-3a that Typst made, with the claims of {@link withClaims}. Its metadata and its catalog are its last two
 * objects: they are written anew, every byte before them stays as it is. Equal files give equal ones.
 * @param {Uint8Array} pdf
 * @param {boolean} isHybrid whether it embeds the XML of an e-invoice
 * @returns {Uint8Array<ArrayBuffer>} in memory of its own
 * @throws {Error} where the file is not built as Typst 0.14 builds it
 */
export function claimed(pdf, isHybrid) {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const { tableAt, startAt, trailer, entryOf } = readEnd(file);
  /** @param {string} number of an object */
  const placeOf = (number) =>
    Number(file.toString('latin1', entryOf(number), entryOf(number) + placeDigits));

  const catalogNumber = captured(trailer, /\/Root (\d+) 0 R/);
  const catalogAt = placeOf(catalogNumber);
  const catalog = file.toString('latin1', catalogAt, tableAt);
  const metadataAt = placeOf(captured(catalog, /\/Metadata (\d+) 0 R/));
  const metadata = file.toString('latin1', metadataAt, catalogAt);

  const newMetadata = withXmp(metadata, (xmp) => withClaims(xmp, isHybrid));
  const newCatalog = showingTitle(catalog);
  const newCatalogAt = metadataAt + newMetadata.length;
  const newTableAt = newCatalogAt + newCatalog.length;
  const newStart = `startxref\n${newTableAt}\n%%EOF`;

  const whole = new Uint8Array(newTableAt + (startAt - tableAt) + newStart.length);
  const view = Buffer.from(whole.buffer);
  view.set(file.subarray(0, metadataAt));
  view.write(newMetadata + newCatalog, metadataAt, 'latin1');
  view.set(file.subarray(tableAt, startAt), newTableAt);
  view.write(newStart, newTableAt + (startAt - tableAt), 'latin1');
  const place = String(newCatalogAt).padStart(placeDigits, '0');
  view.write(place, newTableAt + entryOf(catalogNumber) - tableAt, 'latin1');
  return whole;
}

/** @param {Buffer} file where its cross-reference table is, the entries in it, and the words behind it */
function readEnd(file) {
  const last = file.toString('latin1', file.length - 64);
  const start = captured(last, /(startxref\s+\d+\s+%%EOF\s*)$/);
  const tableAt = Number(captured(start, /(\d+)/));
  const heading = captured(file.toString('latin1', tableAt, tableAt + 64), /^(xref\s+0 \d+\s+)/);
  const entriesAt = tableAt + heading.length;
  const trailerAt = entriesAt + Number(captured(heading, /0 (\d+)/)) * entryBytes;
  const startAt = file.length - start.length;
  return {
    tableAt,
    startAt,
    trailer: captured(file.toString('latin1', trailerAt, startAt), /^\s*trailer\s*<<(.*)>>\s*$/s),
    /** @param {string} number of an object; where its line begins */
    entryOf: (number) => entriesAt + Number(number) * entryBytes,
  };
}

/** @param {string} catalog for the title in a reader's window, not the name of the file (ISO 14289-1, 7.1) */
function showingTitle(catalog) {
  if (catalog.split('endobj').length !== 2) throw unexpected('a catalog as the last object');
  return replaced(
    catalog,
    '/ViewerPreferences <<',
    (found) => `${found}\n    /DisplayDocTitle true`,
  );
}

/**
 * The words of a title may look like a part of the file, so the end is known by the length.
 * @param {string} object with the metadata in its stream
 * @param {(xmp: string) => string} change
 */
function withXmp(object, change) {
  const head = captured(object, /^(\d+ 0 obj\s+<<.*?>>\s+stream\r?\n)/s);
  const length = Number(captured(head, /\/Length (\d+)/));
  const tail = object.slice(head.length + length);
  if (!/^\s+endstream\s+endobj\s+$/.test(tail)) throw unexpected('metadata before the catalog');
  const xmp = change(object.slice(head.length, head.length + length));
  return head.replace(/\/Length \d+/, `/Length ${xmp.length}`) + xmp + tail;
}

/**
 * @param {string} text
 * @param {RegExp} pattern with one group
 */
function captured(text, pattern) {
  const group = pattern.exec(text)?.[1];
  if (group === undefined) throw unexpected(pattern.source);
  return group;
}

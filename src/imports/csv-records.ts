import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type Fault, InvalidRequest } from '../common/errors/app-error.js';
import { isBlank, type Sheet, type SheetRow } from './domain/sheet.js';

/** Rows of one file, blank ones not counted. */
export const csvRowsMax = 5_000;
/** Columns of one file: many times as many as an invoice has fields. */
export const csvColumnsMax = 200;

/** Characters that are read before other requests have their turn. */
const sliceLength = 65_536;

interface ParsedRecord {
  readonly record: string[];
  readonly raw: string;
}

/**
 * The table of a CSV text (RFC 4180); rows may be of any width, and quotes within an unquoted cell are text,
 * as in every spreadsheet. @throws InvalidRequest
 */
export async function sheetOf(
  text: string,
  delimiter: string,
  linesBefore: number,
): Promise<Sheet> {
  const rows: SheetRow[] = [];
  let number = linesBefore;
  try {
    for await (const { record, raw } of records(text, delimiter)) {
      number += 1;
      if (isBlank(record)) continue;
      rows.push({ number, cells: record, raw });
      if (rows.length > csvRowsMax + 1) throw refused(tooManyRows);
    }
  } catch (error) {
    throw error instanceof CsvError ? refused(unreadable(number + 1)) : error;
  }
  const [header, ...below] = rows;
  if (header === undefined) throw refused(empty);
  if (header.cells.length > csvColumnsMax) throw refused(tooManyColumns);
  if (below.length === 0) throw refused(noRows);
  return { header, rows: below };
}

/** Files that several programs have written mix them; left to itself, the parser takes those of the first line. */
const lineBreaks = { record_delimiter: ['\r\n', '\n', '\r'] };

function records(text: string, delimiter: string): AsyncIterable<ParsedRecord> {
  const parser = parse({
    ...lineBreaks,
    delimiter,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  return Readable.from(slices(text)).pipe(parser);
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += sliceLength) yield text.slice(at, at + sliceLength);
}

/** A file that cannot be imported, whatever its rows say. */
export function refused(fault: Omit<Fault, 'pointer'>): InvalidRequest {
  return new InvalidRequest([{ pointer: '/file', ...fault }]);
}

const empty = { code: 'empty_file', message: 'The file is empty.' };
const noRows = {
  code: 'empty_file',
  message: 'The file has one row only.',
  hint: 'The first row names the columns; the rows below it are what is invoiced.',
};
const tooManyRows = {
  code: 'too_many',
  message: `The file has more than ${csvRowsMax.toLocaleString('en')} rows.`,
  hint: 'Split it into several files with the same first row.',
};
const tooManyColumns = {
  code: 'too_many',
  message: `The file has more than ${csvColumnsMax} columns.`,
  hint: 'Choose another delimiter, or leave out the columns that are not needed.',
};

function unreadable(row: number) {
  return {
    code: 'wrong_quotes',
    message: `The double quotes in row ${row} cannot be read.`,
    hint: 'Put the whole text in double quotes, and write each one inside it twice: "a 5"" pipe".',
  };
}

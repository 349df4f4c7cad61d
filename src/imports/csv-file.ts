import { refused, sheetOf } from './csv-records.js';
import { type Delimiter, delimiters, detectDelimiter, namedDelimiter } from './domain/delimiter.js';
import { binaryKind, decoded, detectEncoding, type Encoding } from './domain/encoding.js';
import { type Sheet } from './domain/sheet.js';

/** How a file is to be read; what is left out is detected. */
export interface FileFormat {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
}

/** A file that is read, and how. */
export interface CsvFile {
  readonly sheet: Sheet;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}

/** Reads an uploaded file as a table. @throws InvalidRequest for what is no CSV */
export async function readCsv(bytes: Buffer, format: FileFormat): Promise<CsvFile> {
  const encoding = format.encoding ?? detectEncoding(bytes);
  const whole = textOf(bytes, encoding);
  const named = namedDelimiter(whole);
  const text = named?.rest ?? whole;
  const delimiter = format.delimiter ?? named?.delimiter ?? detectDelimiter(text);
  const sheet = await sheetOf(text, delimiters[delimiter], named === undefined ? 0 : 1);
  return { sheet, encoding, delimiter };
}

/** @throws InvalidRequest */
function textOf(bytes: Buffer, encoding: Encoding): string {
  const kind = binaryKind(bytes);
  if (kind !== undefined) throw refused(notCsv(`This is ${kind}, no CSV.`));
  const text = decoded(bytes, encoding);
  if (text === undefined) throw refused(wrongEncoding(encoding));
  if (text.includes('\0')) throw refused(notCsv(nulMessage(text)));
  return text;
}

function notCsv(message: string) {
  return {
    code: 'not_csv',
    message,
    hint: 'Save the table as CSV in your spreadsheet program, and import that file.',
  };
}

function nulMessage(text: string): string {
  const line = text.slice(0, text.indexOf('\0')).split('\n').length;
  return `Line ${line} of the file has a NUL byte, which no text has.`;
}

function wrongEncoding(encoding: Encoding) {
  return {
    code: 'wrong_encoding',
    message: `The file is not valid in the encoding ${encoding}.`,
    hint: 'Choose another encoding, or let Finvo detect it.',
  };
}

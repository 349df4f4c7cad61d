import { stringify } from 'csv-stringify/sync';

/** How a column of a file gets its value from a row; texts of people are guarded, figures are ours and stay figures. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => string>>;

/** What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection"), full-width forms included. */
const formulaStart = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/;

/** A text with an apostrophe before it where a spreadsheet would run it as a formula. */
export function guarded(text: string | null | undefined): string {
  if (text == null) return '';
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The byte order mark, without which Excel does not read UTF-8, and the row of names. */
export function csvHead(columns: CsvColumns<never>): string {
  return `\uFEFF${csvText([Object.keys(columns)])}`;
}

/** The rows of a file, in the order of its columns. */
export function csvRows<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string {
  return csvText(rows.map((row) => Object.values(columns).map((valueOf) => valueOf(row))));
}

/** RFC 4180; every text in quotes, so that a semicolon starts no new column in any country's Excel. */
function csvText(records: readonly (readonly string[])[]): string {
  return stringify(records as string[][], { record_delimiter: 'windows', quoted_string: true });
}

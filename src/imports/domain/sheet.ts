/** One record of a CSV file; `number` is its row in a spreadsheet, where the header is usually row 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** The record as it stands in the file, with its line ending. */
  readonly raw: string;
}

/** A CSV file as a table: the names of its columns, and the rows below that are not empty. */
export interface Sheet {
  readonly header: SheetRow;
  readonly rows: readonly SheetRow[];
}

/** One wrong place of a file; `column` counts from 0, and is null where no column has the value. */
export interface RowFault {
  readonly row: number;
  readonly column: number | null;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** Whether nothing stands in a row, as in those that spreadsheets leave at the end of a file. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The name of a column for people: its header, or its place where it has none. */
export function columnName(header: readonly string[], column: number): string {
  const name = header[column]?.trim() ?? '';
  return name === '' ? `Column ${column + 1}` : name.slice(0, 100);
}

/** What is wrong with the shape of a row: cells that no header names, or cells that are missing. */
export function shapeFault({ number, cells }: SheetRow, width: number): RowFault | undefined {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled <= width && cells.length >= width) return undefined;
  const counts = `This row has ${cells.length} cells, the header has ${width}.`;
  const hint = 'Put a text that holds the delimiter or a line break in double quotes.';
  return filled > width
    ? { row: number, column: null, code: 'too_many_cells', message: counts, hint }
    : { row: number, column: null, code: 'too_few_cells', message: counts, hint };
}

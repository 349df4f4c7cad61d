import { type DateOrder, dateOrderOf } from './days-of-cells.js';
import { type DecimalMark, decimalMarkOf, type Evidence } from './figures.js';
import { type CellKind, type FieldName, importFields, type MappedColumn } from './import-fields.js';
import { type Sheet, type SheetRow } from './sheet.js';

/** The columns of a sheet by the fields that they fill. */
export class Columns {
  private readonly byField: ReadonlyMap<FieldName, number>;

  constructor(mapped: readonly MappedColumn[]) {
    this.byField = new Map(mapped.map(({ column, field }) => [field, column]));
  }

  /** The place of a field's column, from 0; null where no column fills it. */
  of(field: FieldName): number | null {
    return this.byField.get(field) ?? null;
  }

  /** The cell of a field in a row, without spaces around it and with plain line feeds; empty where there is none. */
  cell({ cells }: SheetRow, field: FieldName): string {
    const column = this.byField.get(field);
    const cell = column === undefined ? '' : (cells[column] ?? '');
    return cell.trim().replaceAll(/\r\n?/g, '\n');
  }

  /** The fields of a level that have a column. */
  fields(level: 'key' | 'invoice' | 'line'): FieldName[] {
    return [...this.byField.keys()].filter((field) => importFields[field].level === level);
  }

  /** Every cell of the columns with one of these kinds, row by row, and the row that each stands in. */
  cellsOf({ rows }: Sheet, ...kinds: CellKind[]): { row: number; cell: string }[] {
    const fields = [...this.byField.keys()].filter((field) =>
      kinds.includes(importFields[field].kind),
    );
    return rows.flatMap((row) =>
      fields.map((field) => ({ row: row.number, cell: this.cell(row, field) })),
    );
  }
}

/** How the figures and dates of a file are written. */
export interface CellStyle {
  readonly decimalMark: DecimalMark;
  readonly dateOrder: DateOrder;
}

/** A reading that a person has to choose, as this cell could be read in two ways. */
export interface Unclear {
  readonly row: number;
  readonly cell: string;
  /** Whether cells contradict each other, so that either choice leaves faults. */
  readonly contradicts: boolean;
}

/** How figures are written, or the cell for which somebody has to say it. */
export function decimalMarkIn(sheet: Sheet, columns: Columns): DecimalMark | Unclear {
  const cells = columns.cellsOf(sheet, 'figure', 'percentage');
  return readingOf(decimalMarkOf(cells.map(({ cell }) => cell)), cells);
}

/** How dates are written, or the cell for which somebody has to say it. */
export function dateOrderIn(sheet: Sheet, columns: Columns): DateOrder | Unclear {
  const cells = columns.cellsOf(sheet, 'day');
  return readingOf(dateOrderOf(cells.map(({ cell }) => cell)), cells);
}

function readingOf<Reading>(
  evidence: Evidence<Reading>,
  cells: readonly { row: number; cell: string }[],
): Reading | Unclear {
  if ('reading' in evidence) return evidence.reading;
  const { row = 0, cell = '' } = cells[evidence.at] ?? {};
  return { row, cell: cell.slice(0, 60), contradicts: evidence.unclear === 'both' };
}

import { type Columns } from './columns.js';
import { type InvoiceRows } from './grouped-rows.js';
import { type FieldName, fieldNames, importFields } from './import-fields.js';
import { type RowFault } from './sheet.js';

/** What a request is refused for. */
interface PointedFault extends Omit<RowFault, 'row' | 'column'> {
  readonly pointer: string;
}

/** Faults of a row that are kept; the first ones tell enough. */
const faultsMax = 20;

/** The rows that are looked at, and those of them whose cells do not stand below their headers. */
interface Place {
  readonly invoice: InvoiceRows;
  readonly columns: Columns;
  readonly ofShape: readonly RowFault[];
}

/**
 * Faults of the request of some rows, at the rows and columns that they come from. One a cell is enough, and
 * in a row whose cells have moved everything else would mislead.
 */
export function placed(
  own: readonly RowFault[],
  refused: readonly PointedFault[],
  place: Place,
): RowFault[] {
  const moved = new Set(place.ofShape.map(({ row }) => row));
  const ofCells = [...own, ...refused.map((each) => atCell(each, place))];
  const byCell = new Map<string, RowFault>();
  for (const fault of [...place.ofShape, ...ofCells.filter(({ row }) => !moved.has(row))]) {
    const cell = `${fault.row} ${fault.column ?? fault.code + fault.message}`;
    if (!byCell.has(cell)) byCell.set(cell, fault);
  }
  return [...byCell.values()]
    .sort((a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1))
    .slice(0, faultsMax * place.invoice.rows.length);
}

function atCell({ pointer, ...fault }: PointedFault, { invoice, columns }: Place): RowFault {
  const [, line, below] = /^\/line_items\/(\d+)(.*)$/.exec(pointer) ?? [];
  const row = line === undefined ? invoice.first : (invoice.rows[Number(line)] ?? invoice.first);
  const field = fieldAt(below ?? pointer, line === undefined ? 'invoice' : 'line');
  return { row: row.number, column: field === undefined ? null : columns.of(field), ...fault };
}

/** The field that stands at a pointer of the request, or below it, such as a whole missing recipient. */
function fieldAt(pointer: string, level: 'invoice' | 'line'): FieldName | undefined {
  if (pointer === '') return undefined;
  if (pointer === '/taxes/0/rate') return 'tax_rate';
  if (pointer === '/recipient') return 'recipient_name';
  return fieldNames.find(
    (field) => importFields[field].level === level && importFields[field].pointer === pointer,
  );
}

import { type Columns } from './columns.js';
import { type FieldName } from './import-fields.js';
import { type RowFault, type Sheet, type SheetRow } from './sheet.js';

/** The rows of one invoice, in their order; there is at least one. */
export interface InvoiceRows {
  readonly first: SheetRow;
  readonly rows: readonly SheetRow[];
  readonly faults: readonly RowFault[];
}

/**
 * Rows with the same key are one invoice, wherever they stand; without a column for the key or the number
 * each row is an invoice of its own. Invoices are in the order of their first rows.
 */
export function invoicesOf(sheet: Sheet, columns: Columns): InvoiceRows[] {
  const key = keyField(sheet, columns);
  if (key === undefined) return sheet.rows.map((row) => ({ first: row, rows: [row], faults: [] }));
  const byKey = new Map<string, SheetRow[]>();
  const groups: InvoiceRows[] = [];
  for (const row of sheet.rows) {
    const value = columns.cell(row, key);
    const known = byKey.get(value);
    if (value === '') {
      groups.push({ first: row, rows: [row], faults: [withoutKey(row, columns.of(key))] });
    } else if (known === undefined) {
      const rows = [row];
      byKey.set(value, rows);
      groups.push({ first: row, rows, faults: [] });
    } else known.push(row);
  }
  return groups;
}

/** A column for it that is empty in every row says nothing. */
function keyField({ rows }: Sheet, columns: Columns): FieldName | undefined {
  const candidates: FieldName[] = ['invoice_key', 'invoice_number'];
  return candidates.find((field) => rows.some((row) => columns.cell(row, field) !== ''));
}

/** It could belong to the row above or be an invoice of its own, which nobody should have to guess. */
function withoutKey({ number: row }: SheetRow, column: number | null): RowFault {
  return {
    row,
    column,
    code: 'required',
    message: 'This does not say which invoice the row belongs to.',
    hint: 'Write the same value into all rows of an invoice, and another one for each invoice.',
  };
}

import { type CellStyle, type Columns } from './columns.js';
import { dayText } from './days-of-cells.js';
import { figureText } from './figures.js';
import { type InvoiceRows } from './grouped-rows.js';
import { type CellKind, type FieldName, importFields } from './import-fields.js';
import { type RowFault, type SheetRow } from './sheet.js';

type Json = Record<string, unknown>;

/** The request that some rows come to, and what is wrong with their cells; the rest is for the request's own rules. */
export interface InvoiceBody {
  readonly body: Json;
  readonly faults: readonly RowFault[];
}

/** Reads the cells of an invoice's rows as a request for it. */
export function bodyOf(
  { rows }: InvoiceRows,
  columns: Columns,
  options: CellStyle & { readonly pricesIncludeTax: boolean },
): InvoiceBody {
  const reader = new CellReader(columns, options);
  const body: Json = {};
  for (const field of columns.fields('invoice')) {
    const value = reader.common(rows, field);
    if (value !== undefined) put(body, importFields[field].pointer, value);
  }
  if (options.pricesIncludeTax) body.prices_include_tax = true;
  body.line_items = rows.map((row) => reader.line(row));
  return { body, faults: reader.faults };
}

class CellReader {
  readonly faults: RowFault[] = [];

  constructor(
    private readonly columns: Columns,
    private readonly style: CellStyle,
  ) {}

  /** The value that all rows of an invoice share; rows in which the cell is empty leave it to the others. */
  common(rows: readonly SheetRow[], field: FieldName): unknown {
    const [first, ...others] = rows.filter((row) => this.columns.cell(row, field) !== '');
    if (first === undefined) return undefined;
    const cell = this.columns.cell(first, field);
    for (const row of others) {
      if (this.columns.cell(row, field) === cell) continue;
      this.faults.push({
        ...this.place(row, field),
        code: 'differs_within_invoice',
        message: `Row ${first.number} of the same invoice has another value here.`,
        hint: 'Write the same value into all rows of the invoice, or only into its first one.',
      });
    }
    return this.value(first, field);
  }

  /** One line of the invoice; without a column for the quantity it is 1. */
  line(row: SheetRow): Json {
    const line: Json = this.columns.of('quantity') === null ? { quantity: '1' } : {};
    for (const field of this.columns.fields('line')) {
      const value = this.value(row, field);
      if (value !== undefined) put(line, importFields[field].pointer, value);
    }
    return withNamedTax(line);
  }

  private value(row: SheetRow, field: FieldName): unknown {
    const cell = this.columns.cell(row, field);
    if (cell === '') return undefined;
    const { kind } = importFields[field];
    const value = read(cell, kind, this.style);
    if (value === undefined) this.faults.push({ ...this.place(row, field), ...unreadable(kind) });
    // The request's own rules look at what stands there instead; the fault above is told first.
    return value ?? cell;
  }

  private place({ number: row }: SheetRow, field: FieldName) {
    return { row, column: this.columns.of(field) };
  }
}

function read(cell: string, kind: CellKind, { decimalMark, dateOrder }: CellStyle): unknown {
  switch (kind) {
    case 'text':
      return cell;
    case 'figure':
      return figureText(cell, decimalMark);
    case 'percentage':
      return figureText(cell.replace(/\s*%$/, ''), decimalMark);
    case 'whole':
      return /^\d{1,9}$/.test(cell) ? Number(cell) : undefined;
    case 'day':
      return dayText(cell, dateOrder);
  }
}

function unreadable(kind: CellKind): Pick<RowFault, 'code' | 'message' | 'hint'> {
  if (kind === 'day') {
    return {
      code: 'wrong_format',
      message: 'This is no date that Finvo can read.',
      hint: 'Write 2026-01-31 or 31/01/2026, with four digits for the year.',
    };
  }
  if (kind === 'whole')
    return { code: 'wrong_format', message: 'Expected a whole number, such as 14.' };
  return {
    code: 'not_a_number',
    message: 'This is no number in the way that the file writes numbers.',
    hint: 'Write the figure alone, without a currency; formulas are not calculated.',
  };
}

/** A tax with a name of its own is an entry of `taxes`; both ways of saying it exclude each other. */
function withNamedTax({ tax_rate: rate, taxes, ...line }: Json): Json {
  if (taxes === undefined) return rate === undefined ? line : { ...line, tax_rate: rate };
  const [named] = Object.values(taxes as Json) as Json[];
  return { ...line, taxes: [{ ...named, ...(rate !== undefined && { rate }) }] };
}

/** Puts a value where a pointer points; every part on the way is an object. */
function put(target: Json, pointer: string, value: unknown): void {
  const names = pointer.split('/').slice(1);
  const last = names.pop() ?? '';
  let part = target;
  for (const name of names) part = (part[name] ??= {}) as Json;
  part[last] = value;
}

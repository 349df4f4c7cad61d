import { type Fault, InvalidRequest } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';
import { type CsvFile } from './csv-file.js';
import {
  type CellStyle,
  Columns,
  dateOrderIn,
  decimalMarkIn,
  type Unclear,
} from './domain/columns.js';
import { type FieldName, importFields, type MappedColumn } from './domain/import-fields.js';
import { type ImportPlanDto } from './dto/import-plan.dto.js';
import { type ImportPlan } from './import.js';

/** What no invoice can be without, in words for who chooses columns. */
const needed: Partial<Record<FieldName, string>> = {
  recipient_name: 'the name of the recipient',
  description: 'the description of what is sold',
  unit_price: 'the price of one unit',
};

/** A plan as it was sent, without what was left out. */
export function planOf(sent: ImportPlanDto): ImportPlan {
  return {
    encoding: sent.encoding ?? undefined,
    delimiter: sent.delimiter ?? undefined,
    columns: sent.columns.map(({ column, field }) => ({ column, field })),
    decimalMark: sent.decimal_mark ?? undefined,
    dateOrder: sent.date_order ?? undefined,
    pricesIncludeTax: sent.prices_include_tax ?? false,
    skipFaulty: sent.skip_faulty ?? false,
    repeatAfter: sent.repeat_after ?? undefined,
  };
}

/** The columns of a plan, and how their cells are read. @throws InvalidRequest where the plan does not fit the file */
export function readingOf(
  { sheet }: CsvFile,
  plan: ImportPlan,
): { columns: Columns; style: CellStyle } {
  const faults = mappingFaults(plan.columns, sheet.header.cells.length);
  if (faults.length > 0) throw new InvalidRequest(faults);
  const columns = new Columns(plan.columns);
  const decimalMark = plan.decimalMark ?? decimalMarkIn(sheet, columns);
  const dateOrder = plan.dateOrder ?? dateOrderIn(sheet, columns);
  if (typeof decimalMark === 'string' && typeof dateOrder === 'string')
    return { columns, style: { decimalMark, dateOrder } };
  throw new InvalidRequest([
    ...(typeof decimalMark === 'string' ? [] : [unclearNumbers(decimalMark)]),
    ...(typeof dateOrder === 'string' ? [] : [unclearDates(dateOrder)]),
  ]);
}

function mappingFaults(mapped: readonly MappedColumn[], width: number): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string | number>();
  mapped.forEach(({ column, field }, at) => {
    if (column >= width) {
      const message = `The file has no column ${column}; they count from 0 to ${width - 1}.`;
      faults.push({ pointer: pointer('columns', at, 'column'), code: 'out_of_range', message });
    }
    if (seen.has(field) || seen.has(column)) {
      const message = 'A column fills one field, and a field has one column.';
      faults.push({ pointer: pointer('columns', at), code: 'mapped_twice', message });
    }
    seen.add(field).add(column);
  });
  for (const field of Object.keys(needed) as FieldName[]) {
    if (seen.has(field)) continue;
    const message = `Choose the column with ${needed[field] ?? importFields[field].pointer}.`;
    faults.push({ pointer: pointer('columns', field), code: 'required', message });
  }
  return faults;
}

function unclearNumbers({ row, cell, contradicts }: Unclear): Fault {
  return {
    pointer: '/decimal_mark',
    code: 'ambiguous_numbers',
    message: contradicts
      ? `Some numbers have a decimal point and others a decimal comma; "${cell}" in row ${row} is the first that differs.`
      : `Nothing tells whether the mark in "${cell}" in row ${row} separates thousands or decimals.`,
    hint: 'Choose the decimal mark.',
  };
}

function unclearDates({ row, cell, contradicts }: Unclear): Fault {
  return {
    pointer: '/date_order',
    code: 'ambiguous_dates',
    message: contradicts
      ? `Some dates begin with the day and others with the month; "${cell}" in row ${row} is the first that differs.`
      : `Nothing tells whether "${cell}" in row ${row} begins with the day or with the month.`,
    hint: 'Choose the order of the dates.',
  };
}

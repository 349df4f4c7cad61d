import { Answer } from '../../common/http/fields.js';
import { type DateOrder, dateOrders } from '../domain/days-of-cells.js';
import { type Delimiter, delimiterNames } from '../domain/delimiter.js';
import { type Encoding, encodings } from '../domain/encoding.js';
import { type DecimalMark, decimalMarks } from '../domain/figures.js';
import { type FieldName, fieldNames } from '../domain/import-fields.js';
import { columnName } from '../domain/sheet.js';
import { type Reading } from '../import.js';

const samplesMax = 3;
const sampleLength = 60;

export class FileColumnDto {
  @Answer({ type: 'integer', description: 'Place of the column, from 0.' }) column: number;
  @Answer({ type: 'string', description: 'Its header, or its place where it has none.' })
  name: string;
  @Answer({
    type: 'string',
    isArray: true,
    description: 'What stands in the first rows, cut after 60 characters.',
  })
  samples: string[];
  @Answer({
    type: ['string', 'null'],
    enum: fieldNames,
    description: 'The field that it most likely fills.',
  })
  field: FieldName | null;
}

/** A file as Finvo sees it, with a plan that a person can change. */
export class ImportReadingDto {
  @Answer({ type: 'string', enum: encodings, description: 'Encoding.' }) encoding: Encoding;
  @Answer({ type: 'string', enum: delimiterNames, description: 'What stands between two cells.' })
  delimiter: Delimiter;
  @Answer({ type: 'integer', description: 'Rows below the header that are not blank.' })
  rows: number;
  @Answer({ type: () => FileColumnDto, isArray: true, description: 'The columns in their order.' })
  columns: FileColumnDto[];
  @Answer({
    type: 'boolean',
    description: 'Whether the plan is the one of the last import with the same header.',
  })
  remembered: boolean;
  @Answer({
    type: ['string', 'null'],
    enum: decimalMarks,
    description: 'Decimal mark of that import.',
  })
  decimal_mark: DecimalMark | null;
  @Answer({
    type: ['string', 'null'],
    enum: dateOrders,
    description: 'Order of dates of that import.',
  })
  date_order: DateOrder | null;
  @Answer({ type: 'boolean', description: 'Whether prices of that import included tax.' })
  prices_include_tax: boolean;

  static from({ file, suggestion, remembered }: Reading): ImportReadingDto {
    const { header, rows } = file.sheet;
    return {
      encoding: file.encoding,
      delimiter: file.delimiter,
      rows: rows.length,
      columns: header.cells.map((_, column) => ({
        column,
        name: columnName(header.cells, column),
        samples: samplesOf(rows.map(({ cells }) => cells[column]?.trim() ?? '')),
        field: suggestion.columns.find((mapped) => mapped.column === column)?.field ?? null,
      })),
      remembered,
      decimal_mark: suggestion.decimalMark ?? null,
      date_order: suggestion.dateOrder ?? null,
      prices_include_tax: suggestion.pricesIncludeTax,
    };
  }
}

function samplesOf(cells: readonly string[]): string[] {
  const samples = new Set<string>();
  for (const cell of cells) {
    if (cell !== '')
      samples.add(cell.length > sampleLength ? `${cell.slice(0, sampleLength)}…` : cell);
    if (samples.size >= samplesMax) break;
  }
  return [...samples];
}

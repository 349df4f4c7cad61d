import { Choice, Flag, Integer, ListOf, Text } from '../../common/http/fields.js';
import { csvColumnsMax } from '../csv-records.js';
import { type DateOrder, dateOrders } from '../domain/days-of-cells.js';
import { type Delimiter, delimiterNames } from '../domain/delimiter.js';
import { type Encoding, encodings } from '../domain/encoding.js';
import { type DecimalMark, decimalMarks } from '../domain/figures.js';
import { type FieldName, fieldNames } from '../domain/import-fields.js';

/** How the bytes of a file are to be read as a table. */
export class FileFormatDto {
  @Choice(encodings, { optional: true, description: 'Encoding; left out: detected.' })
  encoding?: Encoding;

  @Choice(delimiterNames, {
    optional: true,
    description: 'What stands between two cells; left out: detected.',
  })
  delimiter?: Delimiter;
}

export class MappedColumnDto {
  @Integer({ min: 0, max: csvColumnsMax - 1, description: 'Place of the column, from 0.' })
  column: number;

  @Choice(fieldNames, { description: 'The field that it fills.', example: 'recipient_name' })
  field: FieldName;
}

/** How the rows of a file become invoices. */
export class ImportPlanDto extends FileFormatDto {
  @ListOf(() => MappedColumnDto, {
    min: 1,
    max: fieldNames.length,
    description: 'Which column fills which field; other columns are left out.',
  })
  columns: MappedColumnDto[];

  @Choice(decimalMarks, {
    optional: true,
    description: 'Decimal mark; left out: the one that the numbers show.',
  })
  decimal_mark?: DecimalMark;

  @Choice(dateOrders, {
    optional: true,
    description: 'What dates such as 01/02/2026 begin with; left out: what other dates show.',
  })
  date_order?: DateOrder;

  @Flag({ optional: true, description: 'Prices and amounts include tax.' })
  prices_include_tax?: boolean;

  @Flag({
    optional: true,
    description: 'Import the invoices without faults where others have some.',
  })
  skip_faulty?: boolean;

  @Text({
    max: 32,
    optional: true,
    description:
      'Import also what was imported before: the last_import of the preview that shows it.',
  })
  repeat_after?: string;
}

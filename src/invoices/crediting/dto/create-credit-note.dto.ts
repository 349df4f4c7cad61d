import { DecimalField, type DecimalInput } from '../../../common/http/decimal-fields.js';
import { Integer, ListOf, Pattern, Text } from '../../../common/http/fields.js';
import { Metadata } from '../../../common/http/metadata.js';
import { seriesName } from '../../../numbering/number-format.js';
import { FormatField, type InvoiceFormat } from '../../dto/particulars.dto.js';
import { Day } from '../../dto/invoice.fields.js';

/** What is taken back of one line of the invoice. */
export class CreditLineDto {
  @Integer({
    min: 0,
    max: 999,
    description: 'Place of the line in line_items of the invoice, counted from 0.',
    example: 0,
  })
  index: number;

  @DecimalField({
    optional: true,
    description: 'How many of it are taken back; signed like the quantity of the line.',
    example: '2',
  })
  quantity?: DecimalInput;

  @DecimalField({
    optional: true,
    description:
      'Instead of quantity: what is taken off the amount of the line, as it was entered: after its discount, tax included where prices include it.',
    example: '50.00',
  })
  amount?: DecimalInput;
}

/** A credit note to be made. An empty one credits all that is left of the invoice. */
export class CreateCreditNoteDto {
  @ListOf(() => CreditLineDto, {
    min: 1,
    max: 1000,
    optional: true,
    description: 'What is credited; left out: all that is left.',
  })
  lines?: CreditLineDto[];

  @Text({
    max: 200,
    optional: true,
    description: 'Why; printed on the credit note.',
    example: 'Two hours were not worked',
  })
  reason?: string;

  @Day({
    optional: true,
    description: 'Date of the credit note; left out: today in the time zone of the organization.',
    example: '2026-02-02',
  })
  date?: string;

  @Text({
    max: 40,
    optional: true,
    description: 'Your own number; left out: the next one of the series.',
    example: 'CN-001',
  })
  invoice_number?: string;

  @Pattern({
    max: 20,
    regex: seriesName,
    expected: 'letters, digits and . _ / -, starting with a letter or digit',
    optional: true,
    description: 'Series that gives the number; left out: "CN".',
  })
  series?: string;

  @Text({
    max: 5000,
    multiline: true,
    linesMax: 200,
    optional: true,
    description: 'Printed below the totals.',
  })
  notes?: string;

  @FormatField(
    'What it is made as; left out: what the invoice is. Refused before a number is used unless the rules of the format are met; "pdf" is a PDF alone.',
  )
  format?: InvoiceFormat;

  @Metadata({ optional: true, description: 'Your own data, given back and never printed.' })
  metadata?: Record<string, string>;

  @DecimalField({
    optional: true,
    description: 'What you expect the total to be; refused if it is another.',
  })
  expected_total?: DecimalInput;
}

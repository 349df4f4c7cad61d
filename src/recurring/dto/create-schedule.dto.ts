import { OmitType } from '@nestjs/swagger';
import { object } from '../../common/http/checks.js';
import { Choice, Field, Flag, Integer, Text, Untouched } from '../../common/http/fields.js';
import { CreateInvoiceDto } from '../../invoices/dto/create-invoice.dto.js';
import { Day } from '../../invoices/dto/invoice.fields.js';
import { frequencies, type Frequency } from '../domain/recurrence.js';
import { type ScheduledRequest } from '../schedule.js';

/** What a schedule says of each of its invoices itself. */
export const ownFields = ['invoice_number', 'date', 'due_date'] as const;

/** An invoice request without its number and dates, which the schedule gives. */
export class ScheduledInvoiceDto extends OmitType(CreateInvoiceDto, [
  ...ownFields,
  'valid_until',
]) {}

/** When which invoice is issued. */
export class CreateScheduleDto {
  @Text({ max: 100, description: 'What you call it.', example: 'Hosting for Acme Corp' })
  name: string;

  @Untouched()
  @Field({ type: () => ScheduledInvoiceDto }, object, {
    description:
      'The invoice as for POST /v1/invoices, without its number and dates. Descriptions, details, notes, terms and reference may say `{{period_start}}`, `{{period_end}}`, `{{month}}`, `{{year}}`, `{{previous_month}}`, `{{previous_period_start}}` and `{{previous_period_end}}`.',
  })
  invoice: ScheduledRequest;

  @Choice(frequencies, { description: 'What the interval is counted in.', example: 'month' })
  frequency: Frequency;

  @Integer({
    min: 1,
    max: 100,
    optional: true,
    description: 'An invoice every so many days, weeks, months, quarters or years; left out: 1.',
    example: 1,
  })
  interval?: number;

  @Day({
    description:
      'Date of the first invoice. All others are counted from it: from the 31st on, shorter months have theirs on their last day.',
    example: '2026-01-31',
  })
  start_date: string;

  @Day({ optional: true, description: 'No invoice after this day.', example: '2026-12-31' })
  end_date?: string;

  @Integer({
    min: 1,
    max: 10_000,
    optional: true,
    description: 'Instead of end_date: how many periods there are.',
    example: 12,
  })
  occurrences?: number;

  @Flag({
    optional: true,
    description: 'Mail each invoice with its PDF to its recipient when it is issued.',
    example: false,
  })
  send_email?: boolean;
}

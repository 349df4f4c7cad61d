import { type ProblemBody } from '../../common/errors/problem.js';
import { Answer } from '../../common/http/fields.js';
import { InvoicePreviewDto } from '../../invoices/dto/invoice.dto.js';
import { dueBy, upcoming } from '../domain/plan.js';
import { type Period } from '../domain/recurrence.js';
import { type CheckedSchedule } from '../schedule-requests.js';
import {
  dueAtOnceMax,
  type Occurrence,
  type OccurrenceStatus,
  occurrenceStatuses,
} from '../schedule.js';

const previewMax = 12;

/** A period of a schedule. */
export class PeriodDto {
  @Answer({
    type: 'string',
    format: 'date',
    description: 'Date of its invoice, and the first day of the period.',
  })
  date: string;
  @Answer({ type: 'string', format: 'date', description: 'The last day of the period.' })
  period_end: string;

  static from({ start, end }: Period): PeriodDto {
    return { date: start, period_end: end };
  }
}

export class UpcomingDto {
  @Answer({ type: () => PeriodDto, isArray: true, description: 'The next periods, in order.' })
  data: PeriodDto[];
}

/** What a schedule would do. */
export class SchedulePreviewDto {
  @Answer({ type: 'string', description: 'Where its days would begin.', example: 'Europe/Berlin' })
  time_zone: string;
  @Answer({ type: 'integer', description: 'How many invoices it would issue at once.' })
  due_now: number;
  @Answer({ type: () => PeriodDto, isArray: true, description: 'The first twelve periods.' })
  upcoming: PeriodDto[];
  @Answer({ type: () => InvoicePreviewDto, description: 'What the first invoice would be.' })
  invoice: InvoicePreviewDto;

  static from({ terms, timeZone, today, first }: CheckedSchedule): SchedulePreviewDto {
    const position = { step: 0, made: 0 };
    const { draft, numbering, references } = first;
    const series = 'own' in numbering ? null : numbering.series;
    const customerId = references.knownCustomerId;
    return {
      time_zone: timeZone,
      due_now: dueBy(terms.plan, position, { day: today, max: dueAtOnceMax }),
      upcoming: upcoming(terms.plan, position, previewMax).map((period) => PeriodDto.from(period)),
      invoice: InvoicePreviewDto.fromDraft(draft, { series, customerId }),
    };
  }
}

/** What has become of a period. */
export class OccurrenceDto extends PeriodDto {
  @Answer({
    type: 'string',
    enum: [...occurrenceStatuses],
    description: 'A failed one waits to be tried again or skipped.',
  })
  status: OccurrenceStatus;
  @Answer({ type: ['string', 'null'], description: 'Id of its invoice.' })
  invoice_id: string | null;
  @Answer({ type: ['string', 'null'], description: 'Number of its invoice; null of a draft.' })
  invoice_number: string | null;
  @Answer({
    oneOf: [{ $ref: '#/components/schemas/ProblemDto' }, { type: 'null' }],
    description: 'Why it has failed; pointers begin at the schedule.',
  })
  problem: ProblemBody | null;

  static fromOccurrence(occurrence: Occurrence): OccurrenceDto {
    const { period, status, invoiceId, invoiceNumber, problem } = occurrence;
    return {
      ...PeriodDto.from(period),
      status,
      invoice_id: invoiceId,
      invoice_number: invoiceNumber,
      problem,
    };
  }
}

export class OccurrenceListDto {
  @Answer({ type: () => OccurrenceDto, isArray: true, description: 'Newest first.' })
  data: OccurrenceDto[];
  @Answer({ type: 'boolean', description: 'Whether there are earlier ones.' }) has_more: boolean;
  @Answer({ type: ['string', 'null'], description: 'Send it as cursor to get them.' })
  next_cursor: string | null;

  /** A page of at most `limit`, from one period more than that where there is one. */
  static from(found: readonly Occurrence[], limit: number): OccurrenceListDto {
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      data: page.map((occurrence) => OccurrenceDto.fromOccurrence(occurrence)),
      has_more: last !== undefined,
      next_cursor: last === undefined ? null : String(last.position),
    };
  }
}

import { Answer } from '../../common/http/fields.js';
import { cursorAfter } from '../../common/http/cursor.js';
import { frequencies, type Frequency } from '../domain/recurrence.js';
import {
  type CountedSchedule,
  type ScheduledRequest,
  type ScheduleStatus,
  scheduleStatuses,
} from '../schedule.js';
import { ScheduledInvoiceDto } from './create-schedule.dto.js';

const nullableDay = { type: ['string', 'null'], format: 'date' };

/** A schedule in a list. */
export class ScheduleSummaryDto {
  @Answer({ type: 'string', description: 'Id of the schedule.', example: 'sch_0VtLk3Xq9…' })
  id: string;
  @Answer({ type: 'string', enum: ['schedule'], description: 'What this is.' }) object: 'schedule';
  @Answer({ type: 'string', description: 'What you call it.' }) name: string;
  @Answer({
    type: 'string',
    enum: [...scheduleStatuses],
    description: 'Whether it issues invoices; an ended one never does again.',
  })
  status: ScheduleStatus;
  @Answer({ type: 'string', description: 'Name of the recipient.' }) recipient_name: string;
  @Answer({
    type: 'string',
    enum: [...frequencies],
    description: 'What the interval is counted in.',
  })
  frequency: Frequency;
  @Answer({ type: 'integer', description: 'An invoice every so many of them.' }) interval: number;
  @Answer({ type: 'string', format: 'date', description: 'What all dates are counted from.' })
  start_date: string;
  @Answer({ ...nullableDay, description: 'No invoice after this day.' }) end_date: string | null;
  @Answer({ type: ['integer', 'null'], description: 'How many periods there are.' })
  occurrences: number | null;
  @Answer({ type: 'boolean', description: 'Whether each invoice is mailed to its recipient.' })
  send_email: boolean;
  @Answer({
    type: 'string',
    description: 'Where its days begin: the organization’s time zone when it was made.',
    example: 'Europe/Berlin',
  })
  time_zone: string;
  @Answer({ ...nullableDay, description: 'Date of the next invoice, while it is active.' })
  next_date: string | null;
  @Answer({ type: 'integer', description: 'How many periods it has come to.' }) made: number;
  @Answer({ type: 'integer', description: 'How many of them have no invoice because of a fault.' })
  failed: number;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was made.' })
  created_at: string;

  static fromSchedule(schedule: CountedSchedule): ScheduleSummaryDto {
    const { plan, status } = schedule;
    return {
      id: schedule.id,
      object: 'schedule',
      name: schedule.name,
      status,
      recipient_name: schedule.recipient,
      frequency: plan.frequency,
      interval: plan.interval,
      start_date: plan.startDate,
      end_date: plan.endDate,
      occurrences: plan.occurrencesMax,
      send_email: schedule.sendEmail,
      time_zone: schedule.timeZone,
      next_date: status === 'active' ? schedule.nextDate : null,
      made: schedule.position.made,
      failed: schedule.failed,
      created_at: schedule.createdAt,
    };
  }
}

/** A schedule with what each of its invoices is made of. */
export class ScheduleDto extends ScheduleSummaryDto {
  @Answer({ type: () => ScheduledInvoiceDto, description: 'The invoice as it was asked for.' })
  invoice: ScheduledRequest;

  static from(schedule: CountedSchedule): ScheduleDto {
    return { ...ScheduleSummaryDto.fromSchedule(schedule), invoice: schedule.request };
  }
}

export class ScheduleListDto {
  @Answer({ type: () => ScheduleSummaryDto, isArray: true, description: 'Newest first.' })
  data: ScheduleSummaryDto[];
  @Answer({ type: 'boolean', description: 'Whether there are older ones.' }) has_more: boolean;
  @Answer({ type: ['string', 'null'], description: 'Send it as cursor to get them.' })
  next_cursor: string | null;

  /** A page of at most `limit`, from one schedule more than that where there is one. */
  static from(found: readonly CountedSchedule[], limit: number): ScheduleListDto {
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      data: page.map((schedule) => ScheduleSummaryDto.fromSchedule(schedule)),
      has_more: last !== undefined,
      next_cursor: last === undefined ? null : cursorAfter(last.id),
    };
  }
}

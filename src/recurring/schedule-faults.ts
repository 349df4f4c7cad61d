import { type Fault } from '../common/errors/app-error.js';
import { missing } from '../common/http/fields.js';
import { isPart } from '../common/parts.js';
import { compareDays, isDay } from '../invoices/domain/days.js';
import { dueBy, type Plan, type Position } from './domain/plan.js';
import { type CreateScheduleDto, ownFields } from './dto/create-schedule.dto.js';
import { dueAtOnceMax, type ScheduledRequest } from './schedule.js';

/** What is wrong between the fields of a request for a schedule; looks only at what is there. */
export function termsFaults(request: Partial<CreateScheduleDto>): Fault[] {
  const { start_date: start, end_date: end, occurrences } = request;
  const faults: Fault[] = [];
  if (end != null && occurrences != null) {
    const message = 'Send end_date or occurrences, not both.';
    faults.push({ pointer: '/occurrences', code: 'end_date_or_occurrences', message });
  }
  if (isDay(start) && isDay(end) && compareDays(end, start) < 0) {
    const message = `The last day lies before the first invoice (${start}).`;
    faults.push({ pointer: '/end_date', code: 'end_before_start', message });
  }
  return faults;
}

/** What stands in the invoice of a schedule although the schedule itself says it. */
export function ownFieldFaults(request: ScheduledRequest): Fault[] {
  return ownFields
    .filter((name) => request[name] != null)
    .map((name) => ({
      pointer: `/${name}`,
      code: 'set_by_schedule',
      message: 'The schedule gives each of its invoices this itself.',
      hint:
        name === 'due_date'
          ? 'Send payment_terms_days: days from the date of each invoice.'
          : 'Leave it out.',
    }));
}

/** What is offered again and again, and never asked for, is most often a mistake. */
export function quoteFaults({ type }: ScheduledRequest): Fault[] {
  if (type !== 'quote') return [];
  const message = 'A quote does not come again and again.';
  return [{ pointer: '/type', code: 'not_for_this_type', message, hint: 'Leave the type out.' }];
}

/**
 * A mail needs an address. Of the completed recipient where there is one; an invoice with faults has none, and
 * then only what needs no stored customer can be judged.
 */
export function addressFaults(
  request: ScheduledRequest,
  sendEmail: unknown,
  completed: Addressee | undefined,
): Fault[] {
  if (sendEmail !== true) return [];
  const recipient = completed ?? whollyWritten(request);
  if (recipient === undefined || recipient.email != null) return [];
  const hint = 'Each invoice is to be mailed to its recipient.';
  return [{ pointer: '/recipient/email', ...missing, hint }];
}

interface Addressee {
  readonly email?: unknown;
}

/** The recipient as written, where nothing can come from a stored customer. */
function whollyWritten({ customer, recipient }: ScheduledRequest): Addressee | undefined {
  const written: Readonly<Record<string, unknown>> | undefined = isPart(recipient)
    ? recipient
    : undefined;
  return customer == null && written?.external_id == null ? written : undefined;
}

/** A draft waits for somebody who looks at it, so nobody gets it. */
export function draftFaults(request: ScheduledRequest, sendEmail: unknown): Fault[] {
  if (sendEmail !== true || request['draft'] !== true) return [];
  return [
    {
      pointer: '/draft',
      code: 'draft_not_mailed',
      message: 'Drafts are mailed to nobody.',
      hint: 'Leave out draft or send_email.',
    },
  ];
}

/** A start so long ago that many invoices would be issued at once is most often a mistake. */
export function dueFaults(plan: Plan, position: Position, today: string): Fault[] {
  const due = dueBy(plan, position, { day: today, max: dueAtOnceMax + 1 });
  if (due <= dueAtOnceMax) return [];
  return [
    {
      pointer: '/start_date',
      code: 'too_many_due',
      message: `More than ${dueAtOnceMax} invoices would be due today at once.`,
      hint: 'Choose a later start.',
    },
  ];
}

/** A plan that is over before it issues anything more. */
export function overFaults({ endDate }: Plan): Fault[] {
  return [
    {
      pointer: endDate === null ? '/occurrences' : '/end_date',
      code: 'no_date_left',
      message: 'No period is left with this.',
      hint: 'End the schedule instead, or choose a later end.',
    },
  ];
}

/** A fault of the invoice, with its pointer into the schedule. */
export function withinInvoice(fault: Fault): Fault {
  return { ...fault, pointer: `/invoice${fault.pointer}` };
}

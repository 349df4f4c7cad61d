import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../audit/audit-log.js';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { type Fault, InvalidRequest } from '../common/errors/app-error.js';
import { type Caller } from '../common/http/caller.js';
import { readRequest } from '../common/http/read-request.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { isPart } from '../common/parts.js';
import { type CheckedRequest } from '../invoices/invoice-requests.js';
import { isDay } from '../invoices/domain/days.js';
import { type Plan } from './domain/plan.js';
import { CreateScheduleDto } from './dto/create-schedule.dto.js';
import { PeriodInvoices } from './period-invoices.js';
import {
  addressFaults,
  draftFaults,
  dueFaults,
  ownFieldFaults,
  quoteFaults,
  termsFaults,
  withinInvoice,
} from './schedule-faults.js';
import { type ScheduledRequest, type ScheduleTerms } from './schedule.js';
import { placeholderFaults } from './placeholders.js';

/** A request for a schedule without faults, and what its first invoice would be. */
export interface CheckedSchedule {
  readonly terms: ScheduleTerms;
  readonly timeZone: string;
  /** Today in that time zone. */
  readonly today: string;
  readonly first: CheckedRequest;
}

/** What the invoice of a schedule came to: without faults it is checked. */
interface InvoiceCheck {
  readonly faults: readonly Fault[];
  readonly checked: CheckedRequest | undefined;
}

/** A line of the audit log, and before it what keeps the attachments of the invoices to come. */
export function withAttachments({ first }: CheckedSchedule, line: AuditLine): AuditLine {
  return async (session) => {
    await first.keepAttachments(session);
    await line(session);
  };
}

/** Reads the body of a request as a schedule, or says everything that is wrong with it and with its invoice. */
@Injectable()
export class ScheduleRequests {
  constructor(
    private readonly periods: PeriodInvoices,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  /** The same for a schedule that begins anew: not so long ago that many invoices are due. @throws as below */
  checkNew(caller: Caller, body: unknown): Promise<CheckedSchedule> {
    return this.check(caller, body, (plan, today) => dueFaults(plan, { step: 0, made: 0 }, today));
  }

  /** @throws InvalidRequest, MailOff */
  async check(
    caller: Caller,
    body: unknown,
    planFaults: (plan: Plan, today: string) => Fault[] = () => [],
  ): Promise<CheckedSchedule> {
    const { value, faults } = readRequest(CreateScheduleDto, body);
    const { time_zone: timeZone } = await this.organizations.get(caller.accountId);
    const today = dayIn(timeZone, this.clock.now());
    const own = [...faults, ...termsFaults(value)];
    const plan = own.length === 0 ? planOf(value) : standInPlan(value, today);
    const invoice = await this.checkInvoice(caller, value, plan);
    const all = [...own, ...invoice.faults];
    if (own.length === 0) all.push(...planFaults(plan, today));
    if (all.length > 0 || invoice.checked === undefined) throw new InvalidRequest(all);
    if (value.send_email === true) this.periods.expectMail();
    const terms = termsOf(value, plan, invoice.checked);
    return { terms, timeZone, today, first: invoice.checked };
  }

  private async checkInvoice(
    caller: Caller,
    { invoice, send_email: sendEmail }: Partial<CreateScheduleDto>,
    plan: Plan,
  ): Promise<InvoiceCheck> {
    // What is no object has its fault already.
    if (!isPart(invoice)) return { faults: [], checked: undefined };
    const { checked, faults: found } = await this.preview(caller, invoice, plan);
    const faults = [
      ...found,
      ...ownFieldFaults(invoice),
      ...quoteFaults(invoice),
      ...addressFaults(invoice, sendEmail, checked?.draft.recipient),
      ...draftFaults(invoice, sendEmail),
      ...placeholderFaults(invoice),
    ];
    return { faults: distinct(faults).map(withinInvoice), checked };
  }

  private async preview(
    caller: Caller,
    invoice: ScheduledRequest,
    plan: Plan,
  ): Promise<InvoiceCheck> {
    try {
      return { faults: [], checked: await this.periods.preview(caller, invoice, plan) };
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      return { faults: error.faults ?? [], checked: undefined };
    }
  }
}

function planOf(request: CreateScheduleDto): Plan {
  return {
    frequency: request.frequency,
    interval: request.interval ?? 1,
    startDate: request.start_date,
    endDate: request.end_date ?? null,
    occurrencesMax: request.occurrences ?? null,
  };
}

/** A plan by which the invoice can be looked at although the rule has faults. */
function standInPlan({ start_date: start }: Partial<CreateScheduleDto>, today: string): Plan {
  const startDate = isDay(start) ? start : today;
  return { frequency: 'month', interval: 1, startDate, endDate: null, occurrencesMax: null };
}

function termsOf(request: CreateScheduleDto, plan: Plan, { draft }: CheckedRequest): ScheduleTerms {
  return {
    name: request.name,
    plan,
    request: request.invoice,
    recipient: draft.recipient.name,
    sendEmail: request.send_email ?? false,
  };
}

function distinct(faults: readonly Fault[]): Fault[] {
  return faults.filter(
    ({ pointer }, at) => faults.findIndex((other) => other.pointer === pointer) === at,
  );
}

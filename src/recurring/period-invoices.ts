import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { InvalidRequest } from '../common/errors/app-error.js';
import { type Caller } from '../common/http/caller.js';
import { isPart } from '../common/parts.js';
import { languages } from '../common/i18n/languages.js';
import { InvoiceMailsService } from '../delivery/invoice-mails.service.js';
import { type CheckedRequest } from '../invoices/invoice-requests.js';
import { isDay } from '../invoices/domain/days.js';
import { isIssued } from '../invoices/invoice.js';
import { InvoicesService, type PreparedInvoice } from '../invoices/invoices.service.js';
import { type Plan } from './domain/plan.js';
import { type Period, periodAt } from './domain/recurrence.js';
import { filled } from './placeholders.js';
import { withinInvoice } from './schedule-faults.js';
import { type Schedule, type ScheduledRequest } from './schedule.js';

/** The invoices of single periods, by the rules of a single request. */
@Injectable()
export class PeriodInvoices {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly mails: InvoiceMailsService,
    private readonly organizations: OrganizationsService,
  ) {}

  /** @throws MailOff where this installation cannot mail invoices */
  expectMail(): void {
    this.mails.expectOn();
  }

  /** The first invoice of a plan; nothing is stored. @throws InvalidRequest with pointers into the invoice */
  async preview(caller: Caller, request: ScheduledRequest, plan: Plan): Promise<CheckedRequest> {
    return this.invoices.preview(caller, await this.bodyOf(caller, request, periodAt(plan, 0)));
  }

  /**
   * Checks the invoice of a period by what the schedule asks for now; what is answered stores it, and the mail
   * to its recipient unless it is a draft, in a transaction of its caller's.
   * @throws InvalidRequest with pointers into the schedule
   */
  async prepare(schedule: Schedule, period: Period): Promise<PreparedInvoice['store']> {
    const { caller, request, sendEmail } = schedule;
    const { store } = await this.checked(caller, await this.bodyOf(caller, request, period));
    const mail = sendEmail ? await this.mails.whenIssued(caller.accountId) : undefined;
    if (mail === undefined) return store;
    return async (session) => {
      const { invoice, committed } = await store(session);
      if (!isIssued(invoice)) return { invoice, committed };
      const mailed = await mail(session, invoice);
      return {
        invoice,
        committed: () => {
          committed();
          mailed();
        },
      };
    };
  }

  private async checked(caller: Caller, body: ScheduledRequest): Promise<PreparedInvoice> {
    try {
      return await this.invoices.prepare(caller, body);
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      throw new InvalidRequest((error.faults ?? []).map(withinInvoice));
    }
  }

  private async bodyOf(
    { accountId }: Caller,
    request: ScheduledRequest,
    period: Period,
  ): Promise<ScheduledRequest> {
    const { invoice_number: _number, due_date: _dueDate, ...texts } = request;
    const { language } = await this.organizations.get(accountId);
    const own = languages.find((known) => known === request.language);
    const body = filled(texts, period, own ?? language);
    return { ...body, ...ownPeriod(request.period, period), date: period.start };
  }
}

/** The days of an invoice that says a period at all go on with its schedule; what is wrong with them stays to be told. */
function ownPeriod(said: unknown, { start, end }: Period): { period?: object } {
  if (!isPart(said)) return {};
  const days = { start, end };
  const wrong = Object.entries(said).filter(
    ([name, value]) => value !== null && !(name in days && isDay(value)),
  );
  return { period: { ...days, ...Object.fromEntries(wrong) } };
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.js';
import { type Caller } from '../../common/http/caller.js';
import { Clock } from '../../common/time/clock.js';
import { InvoiceHasCreditNotes } from '../crediting/crediting.errors.js';
import { transition } from '../domain/lifecycle.js';
import { type IssuedInvoice } from '../invoice.js';
import { InvoicesService } from '../invoices.service.js';
import { InvoiceVoidsRepository } from './invoice-voids.repository.js';

/** Takes issued invoices back: they keep their number, their figures and their PDF, and count no more. */
@Injectable()
export class InvoiceVoidsService {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly voids: InvoiceVoidsRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an invoice void; one that is void already is answered as it is.
   * @throws InvoiceNotFound, InvoiceIsDraft, InvoiceHasCreditNotes
   */
  async add(caller: Caller, invoiceId: string, reason: string | null): Promise<IssuedInvoice> {
    const { accountId } = caller;
    const invoice = await this.invoices.issued(accountId, invoiceId);
    if (invoice.status === 'void') return invoice;
    const voided = { at: this.clock.nowText(), reason };
    const after = { ...invoice, status: transition(invoice.status, 'void'), voided };
    const line = this.audit.line(caller, {
      kind: 'invoice_voided',
      targetId: invoice.id,
      details: { number: invoice.number.number },
    });
    const isFirst = await this.voids.add(accountId, { invoice: after, line });
    if (isFirst) return after;
    const now = await this.invoices.issued(accountId, invoiceId);
    if (now.status !== 'void') throw new InvoiceHasCreditNotes(now.number.number);
    return now;
  }
}

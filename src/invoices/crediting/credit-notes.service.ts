import { Injectable } from '@nestjs/common';
import { type Caller } from '../../common/http/caller.js';
import { type Created, IdempotentIssuing } from '../idempotent-issuing.js';
import { CreditNoteIssuing } from './credit-note-issuing.js';
import { type CheckedCreditNote, CreditNoteRequests } from './credit-note-requests.js';
import { CreditableInvoices, type CreditedInvoice } from './creditable-invoices.js';

/** Corrects issued invoices by credit notes, which together never come to more than the invoice. */
@Injectable()
export class CreditNotesService {
  constructor(
    private readonly invoices: CreditableInvoices,
    private readonly requests: CreditNoteRequests,
    private readonly issuing: CreditNoteIssuing,
    private readonly idempotent: IdempotentIssuing,
  ) {}

  /**
   * Issues the credit note that a body asks for, once per Idempotency-Key.
   * @throws InvoiceNotFound, InvoiceNotCreditable, NothingToCredit, TooManyCreditNotes, InvalidRequest,
   * InvoiceNumberTaken, IdempotencyKeyReused
   */
  create(
    caller: Caller,
    invoiceId: string,
    { body, key }: { body: unknown; key: string | undefined },
  ): Promise<Created> {
    const asked = { credits: invoiceId, body: body ?? {} };
    return this.idempotent.once(caller.accountId, { asked, key }, async (idempotency) => {
      // Each further turn follows a change that somebody else has stored, and is calculated with it.
      for (;;) {
        const creditable = await this.invoices.creditable(caller.accountId, invoiceId);
        const checked = await this.requests.check(caller, creditable, body);
        const issued = { checked, idempotency };
        const note = await this.issuing.issue(caller, creditable.invoice, issued);
        if (note !== undefined) return note;
      }
    });
  }

  /** The credit note that a body asks for; stores nothing and uses no number. Throws what `create` throws. */
  async preview(caller: Caller, invoiceId: string, body: unknown): Promise<CheckedCreditNote> {
    const creditable = await this.invoices.creditable(caller.accountId, invoiceId);
    return this.requests.check(caller, creditable, body);
  }

  /** An invoice with its credit notes. @throws InvoiceNotFound */
  list(accountId: string, invoiceId: string): Promise<CreditedInvoice> {
    return this.invoices.get(accountId, invoiceId);
  }
}

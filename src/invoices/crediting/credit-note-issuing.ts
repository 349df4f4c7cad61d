import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.js';
import { type Caller } from '../../common/http/caller.js';
import { type IdempotentRequest } from '../idempotency.repository.js';
import { keptReferences } from '../invoice-creation.js';
import { type Invoice, type IssuedInvoice } from '../invoice.js';
import { InvoicesService } from '../invoices.service.js';
import { type CheckedCreditNote } from './credit-note-requests.js';
import { CreditNotesRepository } from './credit-notes.repository.js';

/** Issues credit notes that are calculated already. */
@Injectable()
export class CreditNoteIssuing {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly creditNotes: CreditNotesRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Stores a credit note of the invoice; undefined where that has changed since the note was calculated.
   * @throws InvoiceNumberTaken, IdempotencyKeyInUse
   */
  issue(
    caller: Caller,
    invoice: IssuedInvoice,
    {
      checked: { draft, numbering },
      idempotency,
    }: { checked: CheckedCreditNote; idempotency: IdempotentRequest | undefined },
  ): Promise<Invoice | undefined> {
    const references = keptReferences(invoice.customerId, draft.lines);
    const issuable = this.invoices.issuable(caller, { draft, numbering, references });
    const creation = { ...issuable, idempotency };
    const line = (note: IssuedInvoice) =>
      this.audit.line(caller, {
        kind: 'invoice_credited',
        targetId: invoice.id,
        details: { number: invoice.number.number, credit_note: note.number.number },
      });
    return this.creditNotes.add(caller.accountId, { invoice, creation, line });
  }
}

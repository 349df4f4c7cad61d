import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.js';
import { type Caller } from '../../common/http/caller.js';
import { newId } from '../../common/ids/id.js';
import { Clock } from '../../common/time/clock.js';
import { transition } from '../domain/lifecycle.js';
import { type IdempotentRequest } from '../idempotency.repository.js';
import { type Invoice, type IssuedInvoice } from '../invoice.js';
import { type CheckedCreditNote } from './credit-note-requests.js';
import { CreditNotesRepository } from './credit-notes.repository.js';

/** Issues credit notes that are calculated already. */
@Injectable()
export class CreditNoteIssuing {
  constructor(
    private readonly creditNotes: CreditNotesRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
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
    const now = this.clock.now();
    const { customerId } = invoice;
    const identity = {
      id: newId('inv', now),
      createdBy: caller.actorId,
      createdAt: now.toISOString(),
      customerId,
    };
    const creation = {
      identity,
      draft: { ...draft, status: transition(draft.status, 'issue') },
      numbering,
      references: {
        store: () =>
          Promise.resolve({ customerId, itemIds: draft.lines.map(({ itemId }) => itemId) }),
      },
      idempotency,
    };
    const line = (note: IssuedInvoice) =>
      this.audit.line(caller, {
        kind: 'invoice_credited',
        targetId: invoice.id,
        details: { number: invoice.number.number, credit_note: note.number.number },
      });
    return this.creditNotes.add(caller.accountId, { invoice, creation, line });
  }
}

import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../../audit/audit-log.js';
import { Database } from '../../common/database/database.js';
import { uncreditIn } from '../crediting/credit-notes.repository.js';
import { InvoiceEvents } from '../invoice-events.js';
import { type IssuedInvoice, type Voided } from '../invoice.js';
import { uncountIn } from '../monthly-totals.repository.js';

/** The one change that an issued invoice knows. */
@Injectable()
export class InvoiceVoidsRepository {
  constructor(
    private readonly database: Database,
    private readonly events: InvoiceEvents,
  ) {}

  /**
   * Makes an issued invoice void, and stores in the same transaction a line of the audit log and who is to be
   * told; false, and nothing stored, where it was void already or has credit notes that stand. What a credit
   * note has credited may be credited again.
   */
  async add(
    accountId: string,
    { invoice, line }: { invoice: IssuedInvoice & { readonly voided: Voided }; line: AuditLine },
  ): Promise<boolean> {
    const { at, reason } = invoice.voided;
    const committed = await this.database.transaction(async (session) => {
      const changed = await session.execute(
        `UPDATE invoices SET status = 'void', voided_at = ?, void_reason = ?
         WHERE account_id = ? AND id = ? AND status = 'issued' AND credited_minor = 0`,
        [at, reason, accountId, invoice.id],
      );
      if (changed === 0) return undefined;
      await uncountIn(session, accountId, invoice);
      await uncreditIn(session, accountId, invoice);
      await line(session);
      return this.events.record(session, {
        type: 'invoice.voided',
        accountId,
        invoices: [invoice],
      });
    });
    committed?.();
    return committed !== undefined;
  }
}

import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../../audit/audit-log.js';
import { Database, type SqlSession } from '../../common/database/database.js';
import { InvoiceEvents } from '../invoice-events.js';
import { type Invoice, type IssuedInvoice } from '../invoice.js';
import { type InvoiceCreation } from '../invoice-heads.js';
import { InvoicesRepository } from '../invoices.repository.js';

/** A credit note to be stored, and the invoice as it was when it was calculated. */
export interface CreditNoteCreation {
  readonly invoice: IssuedInvoice;
  readonly creation: InvoiceCreation;
  readonly line: (note: IssuedInvoice) => AuditLine;
}

/** The invoice has been credited otherwise, or voided, since it was read: everything is to be looked at anew. */
class CreditedMeanwhile extends Error {}

/** Stores credit notes; what is credited of an invoice is counted on its own row. */
@Injectable()
export class CreditNotesRepository {
  constructor(
    private readonly database: Database,
    private readonly invoices: InvoicesRepository,
    private readonly events: InvoiceEvents,
  ) {}

  /**
   * Stores a credit note under its number, counts it on its invoice, and writes down who is to be told, in one
   * transaction; undefined, and nothing stored or numbered, where the invoice has changed since it was read.
   * @throws InvoiceNumberTaken, IdempotencyKeyInUse
   */
  async add(accountId: string, added: CreditNoteCreation): Promise<Invoice | undefined> {
    try {
      const { note, committed } = await this.database.transaction((session) =>
        this.addIn(session, accountId, added),
      );
      committed();
      return note;
    } catch (error) {
      if (error instanceof CreditedMeanwhile) return undefined;
      throw error;
    }
  }

  /** The key is claimed and the number taken first, so that the same request waits here for its twin. */
  private async addIn(
    session: SqlSession,
    accountId: string,
    { invoice, creation, line }: CreditNoteCreation,
  ) {
    const note = await this.invoices.insertIn(session, accountId, creation);
    const counted = await session.execute(
      `UPDATE invoices SET credited_minor = credited_minor + ?, credit_version = credit_version + 1
       WHERE account_id = ? AND id = ? AND status = 'issued' AND credit_version = ?`,
      [note.totalMinor, accountId, invoice.id, invoice.creditVersion],
    );
    if (counted === 0) throw new CreditedMeanwhile();
    await line(note)(session);
    const committed = await this.events.record(session, {
      type: 'invoice.credited',
      accountId,
      invoices: [withCreditNote(invoice, note)],
    });
    return { note, committed };
  }
}

function withCreditNote(invoice: IssuedInvoice, note: IssuedInvoice): IssuedInvoice {
  const { id, number, totalMinor, status } = note;
  return {
    ...invoice,
    creditedMinor: invoice.creditedMinor + totalMinor,
    creditVersion: invoice.creditVersion + 1,
    creditNotes: [...invoice.creditNotes, { id, number: number.number, totalMinor, status }],
  };
}

/** Gives the invoice of a credit note back what that credited, in the transaction that voids it. */
export async function uncreditIn(
  session: SqlSession,
  accountId: string,
  { corrects, totalMinor }: Pick<Invoice, 'corrects' | 'totalMinor'>,
): Promise<void> {
  if (corrects === null) return;
  await session.execute(
    `UPDATE invoices SET credited_minor = credited_minor - ?, credit_version = credit_version + 1
     WHERE account_id = ? AND id = ?`,
    [totalMinor, accountId, corrects.id],
  );
}

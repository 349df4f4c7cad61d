import { Injectable } from '@nestjs/common';
import { Database } from '../../common/database/database.js';
import { type Invoice, type LinkedDocument } from '../invoice.js';
import { type InvoiceCreation } from '../invoice-heads.js';
import { InvoicesRepository } from '../invoices.repository.js';

/** Invoices that are made of other documents. */
@Injectable()
export class ConversionsRepository {
  constructor(
    private readonly database: Database,
    private readonly invoices: InvoicesRepository,
  ) {}

  /**
   * Stores the invoice of a document together with the link to it. The row of the document is claimed before a
   * number is taken, so of two at once the second one waits and then finds nothing to do.
   * @returns undefined, and nothing stored, where the document does not stand as it was read any more
   * @throws InvoiceNumberTaken
   */
  async add(
    accountId: string,
    document: { readonly id: string; readonly convertedTo: LinkedDocument | null },
    creation: InvoiceCreation,
  ): Promise<Invoice | undefined> {
    const earlierId = document.convertedTo?.id ?? '';
    const stored = await this.database.transaction(async (session) => {
      const claimed = await session.execute(
        `UPDATE invoices SET converted_to_id = ?
         WHERE account_id = ? AND id = ? AND status = 'issued' AND COALESCE(converted_to_id, '') = ?`,
        [creation.identity.id, accountId, document.id, earlierId],
      );
      return claimed === 0 ? undefined : this.invoices.createIn(session, accountId, creation);
    });
    stored?.committed();
    return stored?.invoice;
  }
}

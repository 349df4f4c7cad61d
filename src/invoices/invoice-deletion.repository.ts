import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountDeletion, type BulkData } from '../accounts/account-deletion.js';
import { Database } from '../common/database/database.js';
import { deletePart } from '../common/database/delete-part.js';
import { DocumentObjects } from '../documents/document-objects.js';

const partSize = 100;

/** Invoices of an account that is being deleted, with their lines, taxes and PDFs; in parts, as they may be many. */
@Injectable()
export class InvoiceDeletionRepository implements BulkData, OnModuleInit {
  constructor(
    private readonly deletion: AccountDeletion,
    private readonly database: Database,
    private readonly objects: DocumentObjects,
  ) {}

  onModuleInit(): void {
    this.deletion.register(this);
  }

  /** Objects of the store go last: while a row is there, a PDF might be read. @throws DocumentsUnavailable */
  async deletePart(accountId: string): Promise<boolean> {
    const rows = { table: 'invoices', condition: 'account_id = ?', value: accountId, partSize };
    return (await deletePart(this.database, rows)) || this.objects.deletePart(accountId);
  }
}

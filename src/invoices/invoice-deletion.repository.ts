import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountDeletion, type BulkData } from '../accounts/account-deletion.js';
import { Database } from '../common/database/database.js';
import { deletePart } from '../common/database/delete-part.js';

const partSize = 100;

/** Invoices of an account that is being deleted, with their lines, taxes and PDFs; in parts, as they may be many. */
@Injectable()
export class InvoiceDeletionRepository implements BulkData, OnModuleInit {
  constructor(
    private readonly deletion: AccountDeletion,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.deletion.register(this);
  }

  deletePart(accountId: string): Promise<boolean> {
    const rows = { table: 'invoices', condition: 'account_id = ?', value: accountId, partSize };
    return deletePart(this.database, rows);
  }
}

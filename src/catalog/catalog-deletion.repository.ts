import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountDeletion, type BulkData } from '../accounts/account-deletion.js';
import { Database } from '../common/database/database.js';
import { deletePart } from '../common/database/delete-part.js';

const partSize = 500;

/** Customers and items of an account that is being deleted. */
@Injectable()
export class CatalogDeletionRepository implements BulkData, OnModuleInit {
  constructor(
    private readonly deletion: AccountDeletion,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.deletion.register(this);
  }

  async deletePart(accountId: string): Promise<boolean> {
    const rows = { condition: 'account_id = ?', value: accountId, partSize };
    const moreCustomers = await deletePart(this.database, { table: 'customers', ...rows });
    const moreItems = await deletePart(this.database, { table: 'items', ...rows });
    return moreCustomers || moreItems;
  }
}

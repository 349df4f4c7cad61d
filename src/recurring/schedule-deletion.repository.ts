import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountDeletion, type BulkData } from '../accounts/account-deletion.js';
import { Database } from '../common/database/database.js';
import { deletePart } from '../common/database/delete-part.js';

/** Schedules of an account that is being deleted; one at a time, as each may have a thousand periods. */
@Injectable()
export class ScheduleDeletionRepository implements BulkData, OnModuleInit {
  constructor(
    private readonly deletion: AccountDeletion,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.deletion.register(this);
  }

  deletePart(accountId: string): Promise<boolean> {
    const rows = { table: 'schedules', condition: 'account_id = ?', value: accountId, partSize: 1 };
    return deletePart(this.database, rows);
  }
}

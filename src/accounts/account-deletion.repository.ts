import { Injectable } from '@nestjs/common';
import { Database } from '../common/database/database.js';
import { AccountEntity, SessionEntity } from './account.entity.js';

/** The first and the last step of deleting an account. */
@Injectable()
export class AccountDeletionRepository {
  constructor(private readonly database: Database) {}

  /** Closes every door of the account, in one transaction: keys are refused and sessions are gone. */
  async begin(accountId: string): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.update(AccountEntity, { id: accountId }, { status: 'deleting' });
      await manager.delete(SessionEntity, { account_id: accountId });
    });
  }

  /** Accounts whose deletion was begun and not finished; the one look at all accounts. */
  async begun(): Promise<string[]> {
    const rows = await this.database.read.manager.find(AccountEntity, {
      select: { id: true },
      where: { status: 'deleting' },
    });
    return rows.map(({ id }) => id);
  }

  /** Deletes the account; foreign keys delete every row of every table that belongs to it. */
  async finish(accountId: string): Promise<void> {
    await this.database.transaction(({ manager }) =>
      manager.delete(AccountEntity, { id: accountId }),
    );
  }
}

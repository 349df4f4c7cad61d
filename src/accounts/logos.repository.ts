import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../audit/audit-log.js';
import { Database } from '../common/database/database.js';
import { AccountEntity, LogoEntity } from './account.entity.js';
import { type Logo } from './logo.js';

/** Pictures of letterheads; a replaced one stays, because invoices made with it refer to it. */
@Injectable()
export class LogosRepository {
  constructor(private readonly database: Database) {}

  /** Stores a logo and makes it the account's. */
  async replace(
    accountId: string,
    logo: Logo & { id: string; createdAt: string },
    line: AuditLine,
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      const { manager } = session;
      await manager.insert(LogoEntity, {
        id: logo.id,
        account_id: accountId,
        media_type: logo.mediaType,
        bytes: logo.bytes,
        created_at: logo.createdAt,
      });
      await manager.update(AccountEntity, { id: accountId }, { logo_id: logo.id });
      await line(session);
    });
  }

  async find(accountId: string, logoId: string): Promise<Logo | undefined> {
    const where = { id: logoId, account_id: accountId };
    const row = await this.database.read.manager.findOneBy(LogoEntity, where);
    return row === null ? undefined : { mediaType: row.media_type, bytes: row.bytes };
  }
}

import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../audit/audit-log.js';
import { Database } from '../common/database/database.js';
import { MailSettingsEntity } from './mail-settings.entity.js';
import { type MailSettings, newMailSettings } from './mail-settings.js';

/** The settings of an account for its mails. */
@Injectable()
export class MailSettingsRepository {
  constructor(private readonly database: Database) {}

  async get(accountId: string): Promise<MailSettings> {
    const where = { account_id: accountId };
    const row = await this.database.read.manager.findOneBy(MailSettingsEntity, where);
    return row === null ? newMailSettings : { texts: row.texts, copyTo: row.copy_to };
  }

  /** Replaces them, with the line of the audit log that tells it. */
  async put(accountId: string, { texts, copyTo }: MailSettings, line: AuditLine): Promise<void> {
    await this.database.transaction(async (session) => {
      const { manager } = session;
      await manager.delete(MailSettingsEntity, { account_id: accountId });
      await manager.insert(MailSettingsEntity, { account_id: accountId, texts, copy_to: copyTo });
      await line(session);
    });
  }
}

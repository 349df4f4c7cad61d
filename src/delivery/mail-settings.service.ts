import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller } from '../common/http/caller.js';
import { type MailSettings } from './mail-settings.js';
import { MailSettingsRepository } from './mail-settings.repository.js';

/** The texts of an account's mails and who gets a copy; what is changed here holds for future mails only. */
@Injectable()
export class MailSettingsService {
  constructor(
    private readonly settings: MailSettingsRepository,
    private readonly audit: AuditLog,
  ) {}

  get(accountId: string): Promise<MailSettings> {
    return this.settings.get(accountId);
  }

  /** Replaces the settings as a whole. */
  async put(caller: Caller, wanted: MailSettings): Promise<MailSettings> {
    const { accountId } = caller;
    const former = await this.settings.get(accountId);
    const fields = [
      ...(isDeepStrictEqual(former.texts, wanted.texts) ? [] : ['texts']),
      ...(former.copyTo === wanted.copyTo ? [] : ['copy_to']),
    ];
    const line = this.audit.line(caller, { kind: 'mail_settings_changed', details: { fields } });
    if (fields.length > 0) await this.settings.put(accountId, wanted, line);
    return wanted;
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { dayMs } from '../common/time/durations.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type Mail, type MailText, type MailWriter } from '../mail/mail.js';
import { MailWriters } from '../mail/mail-writers.js';
import { noticeMail, spokenInstant } from '../mail/notice-mail.js';
import { type ApiKey, keyStatus } from './api-key.js';
import { KeysRepository } from './keys.repository.js';
import { obscured } from './secret.js';

/** Writes the notices of expiry by what is true of the key when they are sent. */
@Injectable()
export class KeyExpiryMail implements MailWriter, OnModuleInit {
  constructor(
    private readonly writers: MailWriters,
    private readonly keys: KeysRepository,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.writers.register('api_key_expiry', this);
  }

  /** Nothing where the key was rotated, revoked or deleted since the notice was due. */
  async write({ accountId, aboutId, subject }: Mail): Promise<MailText | undefined> {
    if (accountId === null || aboutId === null) return undefined;
    const apiKey = await this.keys.find(accountId, aboutId);
    if (apiKey?.expiresAt == null || apiKey.revokedAt !== null || apiKey.replacedById !== null)
      return undefined;
    const sentences = [this.when(apiKey, apiKey.expiresAt), lastUse(apiKey), whatToDo];
    const url = `${this.config.http.baseUrl}/settings/api-keys`;
    return noticeMail(subject, sentences, { url, label: 'Settings → API Keys' });
  }

  private when(apiKey: ApiKey, expiresAt: string): string {
    const now = this.clock.now();
    const shown = `The API key "${apiKey.name}" (${obscured(apiKey.hint)})`;
    const at = spokenInstant(expiresAt);
    if (keyStatus(apiKey, now.toISOString()) === 'expired') {
      return `${shown} has expired, on ${at}. Requests with it are refused.`;
    }
    const days = Math.ceil((Date.parse(expiresAt) - now.getTime()) / dayMs);
    const left = days === 1 ? 'within a day' : `in ${days} days`;
    return `${shown} expires ${left}, on ${at}. From then on requests with it are refused.`;
  }
}

const whatToDo =
  'If something still uses it, rotate it or generate a new key in Settings → API Keys, and put the new key in its place. If nothing does, you need not do anything.';

function lastUse({ lastUsedAt, lastUsedIp }: ApiKey): string {
  if (lastUsedAt === null) return 'It was never used.';
  const at = `${lastUsedAt.slice(0, 10)} at ${lastUsedAt.slice(11, 16)} UTC`;
  return `It was last used on ${at}${lastUsedIp === null ? '' : ` from ${lastUsedIp}`}.`;
}

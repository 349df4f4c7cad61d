import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type Mail, type MailText, type MailWriter } from '../mail/mail.js';
import { MailWriters } from '../mail/mail-writers.js';
import { noticeMail } from '../mail/notice-mail.js';
import { type DisabledReason } from './webhook.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** Writes the notice that Finvo has turned off a webhook, by what is true of it when the mail is sent. */
@Injectable()
export class WebhookOffMail implements MailWriter, OnModuleInit {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly writers: MailWriters,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.writers.register('webhook_off', this);
  }

  /** Nothing where the webhook was deleted or turned on again meanwhile. */
  async write({ accountId, aboutId, subject }: Mail): Promise<MailText | undefined> {
    if (accountId === null || aboutId === null) return undefined;
    const webhook = await this.webhooks.find(accountId, aboutId);
    if (webhook?.disabled == null) return undefined;
    const { host } = new URL(webhook.url);
    const what = `Finvo has turned off the webhook to ${host}: ${why(webhook.disabled.reason)}`;
    const url = `${this.config.http.baseUrl}/settings/webhooks`;
    return noticeMail(subject, [what, whatToDo], { url, label: 'Settings → Webhooks' });
  }
}

const whatToDo =
  'It is told of no event until you turn it on again. What failed is listed there, and can be sent again.';

function why(reason: DisabledReason): string {
  return reason === 'gone'
    ? 'its server has answered 410, which means that it wants no more messages.'
    : 'every attempt of the last five days has failed.';
}

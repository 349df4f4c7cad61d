import { Injectable } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { type SqlSession } from '../common/database/database.js';
import { MailQueue } from '../mail/mail-queue.js';
import { type Outcome } from './outcome.js';
import { type ClaimedDelivery } from './webhook-deliveries.repository.js';
import { type Destination, WebhooksRepository } from './webhooks.repository.js';

/** Writes something down in a transaction of somebody else's. */
type Told = (session: SqlSession) => Promise<void>;

/** What attempts say of the endpoint that they went to: since when it fails, and when that is enough. */
@Injectable()
export class WebhookHealth {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly accounts: AccountsService,
    private readonly mails: MailQueue,
  ) {}

  /** Where a delivery goes; nothing where that was deleted meanwhile, and the delivery with it. */
  destination({ accountId, endpointId }: ClaimedDelivery): Promise<Destination | undefined> {
    return this.webhooks.find(accountId, endpointId);
  }

  /**
   * What is to be stored with the outcome of an attempt: only what it changes, and a mail to the people of
   * the account where it turns the endpoint off.
   */
  async after(accountId: string, webhook: Destination, found: Found): Promise<Told> {
    const { disable } = found.outcome;
    const notice = disable && (await this.notice(accountId, webhook.id));
    return async (session) => {
      await this.setFailing(session, { accountId, webhook }, found);
      if (disable === undefined) return;
      const turnedOff = { at: found.now, reason: disable };
      const place = { accountId, id: webhook.id };
      if (await this.webhooks.disable(session, place, turnedOff)) await notice?.(session);
    };
  }

  private async setFailing(
    session: SqlSession,
    { accountId, webhook: { id, failingSince } }: { accountId: string; webhook: Destination },
    { outcome: { status, error }, now }: Found,
  ): Promise<void> {
    const place = { accountId, id };
    const wasSent = error !== 'webhook_disabled' && error !== 'broken_off';
    if (status === 'delivered') {
      if (failingSince !== null) await this.webhooks.setFailing(session, place, null);
    } else if (failingSince === null && wasSent) {
      await this.webhooks.setFailing(session, place, now);
    }
  }

  private async notice(accountId: string, aboutId: string) {
    const to = await this.accounts.emails(accountId);
    if (to.length === 0) return undefined;
    const subject = 'A webhook was turned off';
    return this.mails.line(accountId, { kind: 'webhook_off', aboutId, to, subject, message: null });
  }
}

/** The outcome of an attempt, and when it was known (ISO 8601 in UTC). */
interface Found {
  readonly outcome: Outcome;
  readonly now: string;
}

import { Injectable, Logger } from '@nestjs/common';
import { loggable } from '../common/errors/loggable.js';
import { Clock } from '../common/time/clock.js';
import { type Outcome, outcomeOf, pausesMs, settled } from './outcome.js';
import { type ClaimedDelivery } from './webhook-deliveries.repository.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhookSender } from './webhook-sender.js';
import { type Destination } from './webhooks.repository.js';

/** Attempts to deliver: signed now, sent once, and judged. */
@Injectable()
export class WebhookAttempts {
  private readonly logger = new Logger(WebhookAttempts.name);

  constructor(
    private readonly secrets: WebhookSecrets,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
  ) {}

  /** Sends a delivery where that can help, and says what came of it. */
  async make(delivery: ClaimedDelivery, webhook: Destination): Promise<Outcome> {
    if (webhook.disabled !== null) return settled('webhook_disabled');
    // A delivery that has killed process after process must not go on doing so.
    if (delivery.attempts > pausesMs.length + 1) return settled('broken_off');
    const now = this.clock.now();
    const secrets = await this.open(webhook, now.toISOString());
    if (secrets === undefined) return settled('secret_unreadable');
    const timestamp = Math.floor(now.getTime() / 1000);
    const message = { id: delivery.id, timestamp, body: delivery.payload };
    const attempt = await this.sender.send(webhook.url, message, secrets);
    const { failingSince } = webhook;
    const place = { delivery, failingSince, now: this.clock.now(), chance: Math.random() };
    return outcomeOf(attempt, place);
  }

  private async open({ id, secrets }: Destination, now: string) {
    try {
      return await this.secrets.open(id, secrets, now);
    } catch (error) {
      this.logger.error(loggable(error));
      return undefined;
    }
  }
}

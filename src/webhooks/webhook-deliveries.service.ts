import { Injectable } from '@nestjs/common';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { pingPayload } from './webhook-payload.js';
import { WebhookWorker } from './webhook-worker.js';
import { type Delivery } from './webhook.js';
import { DeliveryNotFound, WebhookIsDisabled } from './webhooks.errors.js';
import { WebhooksService } from './webhooks.service.js';

const listMax = 100;

/** What was sent to an endpoint, for its owner. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly worker: WebhookWorker,
    private readonly clock: Clock,
  ) {}

  /** The newest hundred, newest first. @throws WebhookNotFound */
  async list(accountId: string, webhookId: string): Promise<Delivery[]> {
    const { id } = await this.webhooks.get(accountId, webhookId);
    return this.deliveries.list(accountId, id, listMax);
  }

  /** Sends a "ping", so that its owner sees whether an endpoint works. @throws WebhookNotFound, WebhookIsDisabled */
  async ping(accountId: string, webhookId: string): Promise<Delivery> {
    const { id: endpointId } = await this.webhooks.get(accountId, webhookId);
    const now = this.clock.now();
    const createdAt = now.toISOString();
    const delivery = {
      id: newId('msg', now),
      endpointId,
      event: 'ping',
      payload: pingPayload(createdAt),
      createdAt,
    } as const;
    if (!(await this.deliveries.addAlone(accountId, delivery))) throw new WebhookIsDisabled();
    this.worker.wake();
    return this.get(accountId, endpointId, delivery.id);
  }

  /** Sends a delivery again, under the same id. @throws WebhookNotFound, DeliveryNotFound, WebhookIsDisabled */
  async resend(accountId: string, webhookId: string, id: string): Promise<Delivery> {
    const webhook = await this.webhooks.get(accountId, webhookId);
    await this.get(accountId, webhook.id, id);
    if (webhook.disabled !== null) throw new WebhookIsDisabled();
    await this.deliveries.requeue(accountId, id, this.clock.nowText());
    this.worker.wake();
    return this.get(accountId, webhook.id, id);
  }

  private async get(accountId: string, webhookId: string, id: string): Promise<Delivery> {
    const delivery = isId('msg', id)
      ? await this.deliveries.find(accountId, webhookId, id)
      : undefined;
    if (delivery === undefined) throw new DeliveryNotFound();
    return delivery;
  }
}

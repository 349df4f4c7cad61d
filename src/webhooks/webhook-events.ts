import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { newId } from '../common/ids/id.js';
import { type InvoiceEventList, InvoiceEvents } from '../invoices/invoice-events.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { eventPayload } from './webhook-payload.js';
import { WebhookWorker } from './webhook-worker.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** Stores a delivery for each endpoint that wants to be told of an event, in the event's own transaction. */
@Injectable()
export class WebhookEvents implements OnModuleInit {
  constructor(
    private readonly events: InvoiceEvents,
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly worker: WebhookWorker,
  ) {}

  onModuleInit(): void {
    this.events.listen((session, events) => this.store(session, events));
  }

  private async store(
    session: SqlSession,
    events: InvoiceEventList,
  ): Promise<(() => void) | undefined> {
    const [{ accountId, type, at }] = events;
    const endpointIds = await this.webhooks.wanting(session, accountId, type);
    if (endpointIds.length === 0) return undefined;
    for (const event of events) {
      const payload = eventPayload(event);
      for (const endpointId of endpointIds) {
        const id = newId('msg', new Date(at));
        const delivery = { id, endpointId, event: type, payload, createdAt: at };
        await this.deliveries.add(session, accountId, delivery);
      }
    }
    return () => {
      this.worker.wake();
    };
  }
}

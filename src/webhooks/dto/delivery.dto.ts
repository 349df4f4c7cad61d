import { Answer } from '../../common/http/fields.js';
import {
  type Delivery,
  type DeliveryError,
  deliveryErrors,
  type DeliveryEvent,
  deliveryEvents,
  type DeliveryStatus,
  deliveryStatuses,
} from '../webhook.js';

const nullableInstant = { type: ['string', 'null'], format: 'date-time' };

/** One event on its way to a webhook. */
export class DeliveryDto {
  @Answer({ type: 'string', description: 'The `webhook-id` of every attempt.' }) id: string;
  @Answer({ type: 'string', enum: [...deliveryEvents], description: 'What it tells of.' })
  event: DeliveryEvent;
  @Answer({
    type: 'string',
    enum: [...deliveryStatuses],
    description: '`delivered` means that the receiver has answered 2xx.',
  })
  status: DeliveryStatus;
  @Answer({ type: 'integer', description: 'How often sending was begun.' }) attempts: number;
  @Answer({ type: ['integer', 'null'], description: 'The status of the last answer.' })
  last_status_code: number | null;
  @Answer({
    type: ['string', 'null'],
    enum: [...deliveryErrors],
    description: 'Why the last attempt failed.',
  })
  last_error: DeliveryError | null;
  @Answer({ ...nullableInstant, description: 'When it is sent next, while it is queued.' })
  next_attempt_at: string | null;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was made.' })
  created_at: string;
  @Answer({ ...nullableInstant, description: 'When the receiver took it.' }) delivered_at:
    string | null;

  static from(delivery: Delivery): DeliveryDto {
    return {
      id: delivery.id,
      event: delivery.event,
      status: delivery.status,
      attempts: delivery.attempts,
      last_status_code: delivery.lastStatusCode,
      last_error: delivery.lastError,
      next_attempt_at: delivery.status === 'queued' ? delivery.dueAt : null,
      created_at: delivery.createdAt,
      delivered_at: delivery.deliveredAt,
    };
  }
}

export class DeliveryListDto {
  @Answer({ type: () => DeliveryDto, isArray: true, description: 'At most 100, newest first.' })
  data: DeliveryDto[];
}

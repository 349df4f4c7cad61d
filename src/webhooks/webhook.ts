import { invoiceEventTypes, type InvoiceEventType } from '../invoices/invoice-events.js';

/** Why an endpoint gets nothing: its owner said so, it answered 410, or it failed for five days. */
export const disabledReasons = ['by_you', 'gone', 'failing'] as const;
export type DisabledReason = (typeof disabledReasons)[number];

/** An address of somebody's server that is told of events; instants are ISO 8601 texts in UTC. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly events: readonly InvoiceEventType[];
  readonly disabled: { readonly at: string; readonly reason: DisabledReason } | null;
  /** Since when every attempt has failed. */
  readonly failingSince: string | null;
  /** Until when the secret before the present one signs as well. */
  readonly previousSecretUntil: string | null;
  readonly createdAt: string;
}

/** A secret as it is stored, and the one before it with its end. */
export interface SealedSecrets {
  readonly secret: string;
  readonly previous: { readonly secret: string; readonly until: string } | null;
}

/** What a delivery is about: an event, or a trial that its owner asked for. */
export const deliveryEvents = [...invoiceEventTypes, 'ping'] as const;
export type DeliveryEvent = (typeof deliveryEvents)[number];

export const deliveryStatuses = ['queued', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Why an attempt failed. Nothing that a receiver says is among it. */
export const deliveryErrors = [
  'timeout',
  'unreachable',
  'tls_failed',
  'address_not_allowed',
  'redirected',
  'not_accepted',
  'webhook_disabled',
  'secret_unreadable',
  'broken_off',
] as const;
export type DeliveryError = (typeof deliveryErrors)[number];

/** One event on its way to one endpoint, with what has become of it. */
export interface Delivery {
  readonly id: string;
  readonly accountId: string;
  readonly endpointId: string;
  readonly event: DeliveryEvent;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly dueAt: string;
  readonly lastStatusCode: number | null;
  readonly lastError: DeliveryError | null;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
}

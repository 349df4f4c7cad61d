import { type Check, choice, list } from '../../common/http/checks.js';
import { Answer, Field, Flag, Text } from '../../common/http/fields.js';
import { invoiceEventTypes, type InvoiceEventType } from '../../invoices/invoice-events.js';
import { type DisabledReason, disabledReasons, type Webhook } from '../webhook.js';
import { urlLengthMax } from '../webhook-url.js';
import { type IssuedWebhook } from '../webhooks.service.js';

const eventsMax = invoiceEventTypes.length;
const asList = list(1, eventsMax);
const asEvent = choice(invoiceEventTypes);
const eventsSchema = {
  type: 'array',
  items: { type: 'string', enum: [...invoiceEventTypes] },
} as const;

const events: Check = (value) => {
  const problem = asList(value);
  if (problem !== undefined) return problem;
  return (value as unknown[]).map(asEvent).find((wrong) => wrong !== undefined);
};

const url = {
  max: urlLengthMax,
  description: 'Where events are sent: an https address on the public internet.',
  example: 'https://shop.example/webhooks/finvo',
};
const description = {
  max: 200,
  min: 0,
  optional: true,
  description: 'What it is for.',
  example: 'Shop',
};
const eventsOptions = {
  description: 'What it is told of.',
  example: ['invoice.issued'],
};
const eventsRequest = { ...eventsSchema, minItems: 1, maxItems: eventsMax };

export class CreateWebhookDto {
  @Text(url) url: string;
  @Text(description) description?: string;
  @Field(eventsRequest, events, eventsOptions) events: InvoiceEventType[];
}

/** What is left out stays as it is. */
export class ChangeWebhookDto {
  @Text({ ...url, optional: true }) url?: string;
  @Text(description) description?: string;
  @Field(eventsRequest, events, { ...eventsOptions, optional: true }) events?: InvoiceEventType[];
  @Flag({ optional: true, description: 'Whether it is told of events.' }) enabled?: boolean;
}

const nullableInstant = { type: ['string', 'null'], format: 'date-time' };

/** A webhook as it may be shown: never its secret. */
export class WebhookDto {
  @Answer({ type: 'string', description: 'Id of the webhook.' }) id: string;
  @Answer({ type: 'string', description: 'Where events are sent.' }) url: string;
  @Answer({ type: ['string', 'null'], description: 'What it is for.' }) description: string | null;
  @Answer({ ...eventsSchema, description: 'What it is told of.' }) events: InvoiceEventType[];
  @Answer({ type: 'boolean', description: 'Whether it is told of events.' }) enabled: boolean;
  @Answer({ ...nullableInstant, description: 'Since when it is off.' }) disabled_at: string | null;
  @Answer({
    type: ['string', 'null'],
    enum: [...disabledReasons],
    description:
      'Why it is off: you said so, it answered 410 ("gone"), or every attempt of five days has failed.',
  })
  disabled_reason: DisabledReason | null;
  @Answer({ ...nullableInstant, description: 'Since when every attempt has failed.' })
  failing_since: string | null;
  @Answer({
    ...nullableInstant,
    description: 'Until when the secret before the present one signs as well.',
  })
  previous_secret_until: string | null;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was added.' })
  created_at: string;

  static from(webhook: Webhook, now: string): WebhookDto {
    const { previousSecretUntil: until } = webhook;
    return {
      id: webhook.id,
      url: webhook.url,
      description: webhook.description,
      events: [...webhook.events],
      enabled: webhook.disabled === null,
      disabled_at: webhook.disabled?.at ?? null,
      disabled_reason: webhook.disabled?.reason ?? null,
      failing_since: webhook.failingSince,
      previous_secret_until: until !== null && until > now ? until : null,
      created_at: webhook.createdAt,
    };
  }
}

export class WebhookListDto {
  @Answer({ type: () => WebhookDto, isArray: true, description: 'All webhooks, newest first.' })
  data: WebhookDto[];
}

/** A webhook with its new secret, for the only time. */
export class IssuedWebhookDto extends WebhookDto {
  @Answer({
    type: 'string',
    description: 'What its messages are signed with. It cannot be read again: store it now.',
  })
  secret: string;

  static fromIssued({ webhook, secret }: IssuedWebhook, now: string): IssuedWebhookDto {
    return { ...WebhookDto.from(webhook, now), secret };
  }
}

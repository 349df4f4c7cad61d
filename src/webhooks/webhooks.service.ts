import { Injectable } from '@nestjs/common';
import { type AuditEvent } from '../audit/audit-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller } from '../common/http/caller.js';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { dayMs } from '../common/time/durations.js';
import { type InvoiceEventType } from '../invoices/invoice-events.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { type Webhook } from './webhook.js';
import { WebhookNotFound } from './webhooks.errors.js';
import {
  type Destination,
  type WebhookChanges,
  WebhooksRepository,
} from './webhooks.repository.js';

const webhooksMax = 10;
/** How long the secret before a rotation signs beside the new one. */
const overlapMs = dayMs;

/** An endpoint with its new secret: the only moment at which it can be read. */
export interface IssuedWebhook {
  readonly webhook: Webhook;
  readonly secret: string;
}

/** What its owner says of an endpoint; the address is one that may be sent to. */
export interface WebhookRequest {
  readonly url: string;
  readonly description: string | null;
  readonly events: readonly InvoiceEventType[];
}

/** Makes and changes the endpoints of an account. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly secrets: WebhookSecrets,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(accountId: string): Promise<Webhook[]> {
    return this.webhooks.list(accountId);
  }

  /** @throws WebhookNotFound */
  async get(accountId: string, id: string): Promise<Destination> {
    const webhook = isId('whe', id) ? await this.webhooks.find(accountId, id) : undefined;
    if (webhook === undefined) throw new WebhookNotFound();
    return webhook;
  }

  /** @throws TooManyWebhooks, WebhooksUnavailable */
  async add(caller: Caller, { url, description, events }: WebhookRequest): Promise<IssuedWebhook> {
    const now = this.clock.now();
    const webhook = {
      id: newId('whe', now),
      url,
      description,
      events,
      disabled: null,
      failingSince: null,
      previousSecretUntil: null,
      createdAt: now.toISOString(),
    };
    const { text, sealed } = await this.secrets.make(webhook.id);
    const line = this.audit.line(caller, eventOf('webhook_added', webhook));
    await this.webhooks.add(caller.accountId, { webhook, secret: sealed, webhooksMax }, line);
    return { webhook, secret: text };
  }

  /**
   * Changes what is given, and turns the endpoint on or off; a new address and turning on forget earlier
   * failures. @throws WebhookNotFound
   */
  async change(
    caller: Caller,
    id: string,
    { enabled, ...request }: Partial<WebhookRequest> & { enabled: boolean | undefined },
  ): Promise<Webhook> {
    const { accountId } = caller;
    const before = await this.get(accountId, id);
    const changes: WebhookChanges = {
      ...request,
      ...(request.url !== undefined && { failingSince: null }),
      ...(enabled === true && { disabled: null, failingSince: null }),
      ...(enabled === false &&
        before.disabled === null && {
          disabled: { at: this.clock.nowText(), reason: 'by_you' as const },
        }),
    };
    const after = { ...before, ...changes };
    const fields = [...Object.keys(request), ...(enabled === undefined ? [] : ['enabled'])];
    if (fields.length === 0) return before;
    const line = this.audit.line(caller, eventOf('webhook_changed', after, { fields }));
    if (!(await this.webhooks.change(accountId, { id, changes }, line)))
      throw new WebhookNotFound();
    return after;
  }

  /** Gives an endpoint a new secret, beside which the present one signs for a day. @throws WebhookNotFound, WebhooksUnavailable */
  async rotate(caller: Caller, id: string): Promise<IssuedWebhook> {
    const webhook = await this.get(caller.accountId, id);
    const until = new Date(this.clock.now().getTime() + overlapMs).toISOString();
    const { text, sealed } = await this.secrets.make(id);
    const previous = { secret: webhook.secrets.secret, until };
    const line = this.audit.line(caller, eventOf('webhook_secret_rotated', webhook));
    const rotation = { id, secret: sealed, previous };
    if (!(await this.webhooks.rotate(caller.accountId, rotation, line)))
      throw new WebhookNotFound();
    return { webhook: { ...webhook, previousSecretUntil: until }, secret: text };
  }

  /** Deletes an endpoint and everything that was on its way to it. @throws WebhookNotFound */
  async remove(caller: Caller, id: string): Promise<void> {
    const webhook = await this.get(caller.accountId, id);
    const line = this.audit.line(caller, eventOf('webhook_removed', webhook));
    if (!(await this.webhooks.remove(caller.accountId, id, line))) throw new WebhookNotFound();
  }
}

/** The host alone: the rest of an address may be a secret of its receiver. */
function eventOf(
  kind: AuditEvent['kind'],
  { id, url }: Pick<Webhook, 'id' | 'url'>,
  details: AuditEvent['details'] = {},
): AuditEvent {
  return { kind, targetId: id, details: { host: new URL(url).host, ...details } };
}

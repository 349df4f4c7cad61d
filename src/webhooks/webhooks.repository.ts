import { Injectable } from '@nestjs/common';
import { lockAccount } from '../accounts/account-lock.js';
import { type AuditLine } from '../audit/audit-log.js';
import { Database, type SqlSession } from '../common/database/database.js';
import { type InvoiceEventType } from '../invoices/invoice-events.js';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.js';
import { type DisabledReason, type SealedSecrets, type Webhook } from './webhook.js';
import { TooManyWebhooks } from './webhooks.errors.js';

/** What an owner may change; what is left out stays. */
export type WebhookChanges = Partial<
  Pick<Webhook, 'url' | 'description' | 'events' | 'disabled' | 'failingSince'>
>;

/** Where a delivery goes, and what it is signed with. */
export interface Destination extends Webhook {
  readonly secrets: SealedSecrets;
}

/** The endpoints that accounts have named. */
@Injectable()
export class WebhooksRepository {
  constructor(private readonly database: Database) {}

  /** @throws TooManyWebhooks */
  async add(
    accountId: string,
    { webhook, secret, webhooksMax }: { webhook: Webhook; secret: string; webhooksMax: number },
    line: AuditLine,
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      await lockAccount(session, accountId);
      const count = await session.manager.countBy(WebhookEndpointEntity, { account_id: accountId });
      if (count >= webhooksMax) throw new TooManyWebhooks(webhooksMax);
      await session.manager.insert(WebhookEndpointEntity, {
        id: webhook.id,
        account_id: accountId,
        url: webhook.url,
        description: webhook.description,
        events: [...webhook.events],
        secret,
        created_at: webhook.createdAt,
      });
      await line(session);
    });
  }

  /** All endpoints of an account, newest first. */
  async list(accountId: string): Promise<Webhook[]> {
    const rows = await this.database.read.manager.find(WebhookEndpointEntity, {
      where: { account_id: accountId },
      order: { id: 'DESC' },
    });
    return rows.map(webhookOf);
  }

  async find(accountId: string, id: string): Promise<Destination | undefined> {
    const where = { id, account_id: accountId };
    const row = await this.database.read.manager.findOneBy(WebhookEndpointEntity, where);
    return row === null ? undefined : { ...webhookOf(row), secrets: secretsOf(row) };
  }

  /** Which endpoints of an account want to be told of an event; one look at an index where there are none. */
  async wanting(
    session: SqlSession,
    accountId: string,
    event: InvoiceEventType,
  ): Promise<string[]> {
    const rows = await session.select<{ id: string; events: string }>(
      'SELECT id, events FROM webhook_endpoints WHERE account_id = ? AND disabled_at IS NULL',
      [accountId],
    );
    return rows
      .filter(({ events }) => (JSON.parse(events) as string[]).includes(event))
      .map(({ id }) => id);
  }

  /** Changes an endpoint; answers whether there is such a one. */
  async change(
    accountId: string,
    { id, changes }: { id: string; changes: WebhookChanges },
    line: AuditLine,
  ): Promise<boolean> {
    const { disabled, failingSince, events, ...texts } = changes;
    return this.update(
      accountId,
      id,
      {
        ...texts,
        ...(events !== undefined && { events: [...events] }),
        ...(failingSince !== undefined && { failing_since: failingSince }),
        ...(disabled !== undefined && {
          disabled_at: disabled?.at ?? null,
          disabled_reason: disabled?.reason ?? null,
        }),
      },
      line,
    );
  }

  /** Puts a secret in the place of another one, which signs beside it until `until`. */
  async rotate(
    accountId: string,
    { id, secret, previous }: { id: string } & SealedSecrets,
    line: AuditLine,
  ): Promise<boolean> {
    const previousColumns = {
      previous_secret: previous?.secret ?? null,
      previous_secret_until: previous?.until ?? null,
    };
    return this.update(accountId, id, { secret, ...previousColumns }, line);
  }

  /** Deletes an endpoint with all its deliveries; answers whether there was such a one. */
  async remove(accountId: string, id: string, line: AuditLine): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const where = { id, account_id: accountId };
      const { affected } = await session.manager.delete(WebhookEndpointEntity, where);
      if (affected !== 1) return false;
      await line(session);
      return true;
    });
  }

  /** Writes down, inside a transaction, that an endpoint has begun to fail, or does not any more. */
  async setFailing(session: SqlSession, { accountId, id }: Place, since: string | null) {
    await session.manager.update(
      WebhookEndpointEntity,
      { id, account_id: accountId },
      { failing_since: since },
    );
  }

  /** Turns an endpoint off, inside a transaction; answers false where it was off already. */
  async disable(
    session: SqlSession,
    { accountId, id }: Place,
    { at, reason }: { at: string; reason: DisabledReason },
  ): Promise<boolean> {
    const changed = await session.execute(
      `UPDATE webhook_endpoints SET disabled_at = ?, disabled_reason = ?
       WHERE id = ? AND account_id = ? AND disabled_at IS NULL`,
      [at, reason, id, accountId],
    );
    return changed === 1;
  }

  private update(
    accountId: string,
    id: string,
    columns: Partial<WebhookEndpointEntity>,
    line: AuditLine,
  ): Promise<boolean> {
    const where = { id, account_id: accountId };
    return this.database.transaction(async (session) => {
      if (!(await session.manager.existsBy(WebhookEndpointEntity, where))) return false;
      await session.manager.update(WebhookEndpointEntity, where, columns);
      await line(session);
      return true;
    });
  }
}

/** An endpoint and whose it is. */
interface Place {
  readonly accountId: string;
  readonly id: string;
}

function webhookOf(row: WebhookEndpointEntity): Webhook {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    events: row.events,
    disabled:
      row.disabled_at === null || row.disabled_reason === null
        ? null
        : { at: row.disabled_at, reason: row.disabled_reason },
    failingSince: row.failing_since,
    previousSecretUntil: row.previous_secret_until,
    createdAt: row.created_at,
  };
}

function secretsOf(row: WebhookEndpointEntity): SealedSecrets {
  const { previous_secret: secret, previous_secret_until: until } = row;
  return {
    secret: row.secret,
    previous: secret === null || until === null ? null : { secret, until },
  };
}

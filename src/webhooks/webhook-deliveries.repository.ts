import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '../common/database/database.js';
import { deletePart } from '../common/database/delete-part.js';
import { claimDue, type Lease } from '../common/queue/leases.js';
import { type Outcome } from './outcome.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';
import { type Delivery } from './webhook.js';

/** A delivery to be stored, with the body as it will be sent. */
export interface NewDelivery extends Pick<Delivery, 'id' | 'endpointId' | 'event' | 'createdAt'> {
  readonly payload: string;
}

/** A delivery that a worker has taken, with its body. */
export interface ClaimedDelivery extends Delivery {
  readonly payload: string;
}

/** What is under way in this process, and who has enough of it. */
export interface Busy {
  readonly ids: readonly string[];
  readonly accountIds: readonly string[];
  readonly endpointIds: readonly string[];
}

/** Few enough that one part keeps other writers waiting for milliseconds only (docs/decisions/0010). */
const partSize = 200;

/** Deliveries. Their worker serves all accounts, so its claims are the statements without one. */
@Injectable()
export class WebhookDeliveriesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores a delivery in somebody's transaction. An endpoint that was deleted or turned off meanwhile gets none,
   * and answers false, so that nothing else fails because of it.
   */
  async add(session: SqlSession, accountId: string, delivery: NewDelivery): Promise<boolean> {
    const { id, endpointId, event, payload, createdAt } = delivery;
    const added = await session.execute(
      `INSERT INTO webhook_deliveries
         (id, account_id, endpoint_id, event, payload, status, attempts, due_at, created_at)
       SELECT ?, account_id, id, ?, ?, 'queued', 0, ?, ? FROM webhook_endpoints
       WHERE id = ? AND account_id = ? AND disabled_at IS NULL`,
      [id, event, payload, createdAt, createdAt, endpointId, accountId],
    );
    return added === 1;
  }

  /** Stores a delivery on its own; answers false as {@link add} does. */
  addAlone(accountId: string, delivery: NewDelivery): Promise<boolean> {
    return this.database.transaction((session) => this.add(session, accountId, delivery));
  }

  /** The newest deliveries of an endpoint, newest first. */
  async list(accountId: string, endpointId: string, limit: number): Promise<Delivery[]> {
    const rows = await this.database.read.manager.find(WebhookDeliveryEntity, {
      // Bodies are long and nobody asks for them here.
      select: listed,
      where: { account_id: accountId, endpoint_id: endpointId },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(deliveryOf);
  }

  async find(accountId: string, endpointId: string, id: string): Promise<Delivery | undefined> {
    const where = { id, account_id: accountId, endpoint_id: endpointId };
    const row = await this.database.read.manager.findOne(WebhookDeliveryEntity, {
      select: listed,
      where,
    });
    return row === null ? undefined : deliveryOf(row);
  }

  /** Lets a delivery begin anew, under the same id; one that is being sent at this moment stays as it is. */
  async requeue(accountId: string, id: string, now: string): Promise<void> {
    await this.database.transaction((session) =>
      session.execute(
        `UPDATE webhook_deliveries
         SET status = 'queued', attempts = 0, due_at = ?, delivered_at = NULL
         WHERE id = ? AND account_id = ? AND (leased_until IS NULL OR leased_until <= ?)`,
        [now, id, accountId, now],
      ),
    );
  }

  /** Takes a due delivery for one worker, but none that it has under way and none of who is busy. */
  async claim(
    lease: Lease,
    { ids, accountIds, endpointIds }: Busy,
  ): Promise<ClaimedDelivery | undefined> {
    const id = await claimDue(this.database, 'webhook_deliveries', lease, {
      id: ids,
      account_id: accountIds,
      endpoint_id: endpointIds,
    });
    if (id === undefined) return undefined;
    const row = await this.database.read.manager.findOneBy(WebhookDeliveryEntity, { id });
    return row === null ? undefined : { ...deliveryOf(row), payload: row.payload };
  }

  /**
   * Writes down what became of a claimed delivery, and in the same transaction what is `also` to be written,
   * unless its lease has ended and another worker took it.
   */
  async finish(
    { id, accountId, attempts }: Delivery,
    { worker, outcome, now }: { worker: string; outcome: Outcome; now: string },
    also: (session: SqlSession) => Promise<void>,
  ): Promise<void> {
    const claimed = { id, account_id: accountId, worker, attempts, status: 'queued' } as const;
    await this.database.transaction(async (session) => {
      const { affected } = await session.manager.update(WebhookDeliveryEntity, claimed, {
        status: outcome.status,
        leased_until: null,
        last_status_code: outcome.statusCode,
        last_error: outcome.error,
        ...(outcome.dueAt !== undefined && { due_at: outcome.dueAt }),
        ...(outcome.status === 'delivered' && { delivered_at: now }),
      });
      if (affected === 1) await also(session);
    });
  }

  /** Deletes a part of the deliveries of an account; answers whether there may be more. */
  deletePart(accountId: string): Promise<boolean> {
    return this.deleteSome('account_id = ?', accountId);
  }

  /** Deletes a part of the deliveries of all accounts from before an instant; answers whether there may be more. */
  deletePartBefore(instant: string): Promise<boolean> {
    return this.deleteSome('created_at < ?', instant);
  }

  private deleteSome(condition: string, value: string): Promise<boolean> {
    return deletePart(this.database, { table: 'webhook_deliveries', condition, value, partSize });
  }
}

const listed = {
  id: true,
  account_id: true,
  endpoint_id: true,
  event: true,
  status: true,
  attempts: true,
  due_at: true,
  last_status_code: true,
  last_error: true,
  created_at: true,
  delivered_at: true,
} as const;

function deliveryOf(row: WebhookDeliveryEntity): Delivery {
  return {
    id: row.id,
    accountId: row.account_id,
    endpointId: row.endpoint_id,
    event: row.event,
    status: row.status,
    attempts: row.attempts,
    dueAt: row.due_at,
    lastStatusCode: row.last_status_code,
    lastError: row.last_error,
    createdAt: row.created_at,
    deliveredAt: row.delivered_at,
  };
}

import { Injectable } from '@nestjs/common';
import { Database } from '../common/database/database.js';

/** The queues that other machines are waited for in, by the names of their tables. */
const tables = { mails: 'outbox', webhooks: 'webhook_deliveries' } as const;

export type QueueName = keyof typeof tables;
export const queueNames = Object.keys(tables) as QueueName[];

/** Looks at the queues of all accounts, as the operator does. */
@Injectable()
export class QueuesRepository {
  constructor(private readonly database: Database) {}

  /** How many jobs are due, and since when the first of them is (ISO 8601 in UTC). */
  async due(queue: QueueName, now: string): Promise<{ count: number; oldest: string | null }> {
    const [row] = await this.database.read.select<{ jobs: string | number; oldest: string | null }>(
      `SELECT COUNT(*) AS jobs, MIN(due_at) AS oldest FROM ${tables[queue]}
       WHERE status = 'queued' AND due_at <= ?`,
      [now],
    );
    return { count: Number(row?.jobs ?? 0), oldest: row?.oldest ?? null };
  }
}

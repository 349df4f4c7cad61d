import { Injectable } from '@nestjs/common';
import { Database } from '../common/database/database.js';

/** What is due in each queue, and since when the first of it is; a batch from when it was worked on last. */
const statements = {
  mails: `SELECT COUNT(*) AS jobs, MIN(due_at) AS oldest FROM outbox
    WHERE status = 'queued' AND due_at <= ?`,
  webhooks: `SELECT COUNT(*) AS jobs, MIN(due_at) AS oldest FROM webhook_deliveries
    WHERE status = 'queued' AND due_at <= ?`,
  batches: `SELECT COUNT(*) AS jobs, MIN(turn_at) AS oldest FROM batches
    WHERE status IN ('queued', 'running') AND turn_at <= ?`,
  schedules: `SELECT COUNT(*) AS jobs, MIN(due_at) AS oldest FROM schedules
    WHERE status = 'active' AND due_at <= ?`,
} as const;

export type QueueName = keyof typeof statements;
export const queueNames = Object.keys(statements) as QueueName[];

/** What waits in a queue; `oldest` is ISO 8601 in UTC. */
export interface Due {
  readonly queue: QueueName;
  readonly count: number;
  readonly oldest: string | null;
}

/** Looks at the queues of all accounts, as the operator does. */
@Injectable()
export class QueuesRepository {
  constructor(private readonly database: Database) {}

  /** How much is due in every queue. */
  async due(now: string): Promise<Due[]> {
    const found: Due[] = [];
    for (const queue of queueNames) {
      const [row] = await this.database.read.select<{
        jobs: string | number;
        oldest: string | null;
      }>(statements[queue], [now]);
      found.push({ queue, count: Number(row?.jobs ?? 0), oldest: row?.oldest ?? null });
    }
    return found;
  }
}

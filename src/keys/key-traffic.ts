import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { loggable } from '../common/errors/loggable.js';
import { Clock } from '../common/time/clock.js';
import { dayMs } from '../common/time/durations.js';
import { type KeyDay, KeyTrafficRepository } from './key-traffic.repository.js';

const flushEveryMs = 60_000;
const pendingMax = 1_000;
/** How many days are kept, today included. */
export const trafficDays = 90;

type Pending = { -readonly [Name in keyof KeyDay]: KeyDay[Name] } & { readonly accountId: string };

/**
 * Counts the requests of each key by day and answer, in memory, and adds them to the database once a
 * minute and at the end: a process that crashes loses what it has counted since the last minute.
 */
@Injectable()
export class KeyTraffic implements OnModuleDestroy {
  private readonly logger = new Logger(KeyTraffic.name);
  private pending = new Map<string, Pending>();
  private prunedOn = '';
  private closing = false;
  private readonly timer = setInterval(() => void this.flush(), flushEveryMs).unref();

  constructor(
    private readonly traffic: KeyTrafficRepository,
    private readonly clock: Clock,
  ) {}

  /** Counts a request that was answered with `status`. */
  note({ keyId, accountId }: { keyId: string; accountId: string }, status: number): void {
    const name = `${keyId} ${this.day(0)}`;
    const count = this.pending.get(name) ?? this.begin(name, keyId, accountId);
    if (status < 400) count.succeeded += 1;
    else if (status < 500) count.clientErrors += 1;
    else count.serverErrors += 1;
    if (this.closing || this.pending.size >= pendingMax) void this.flush();
  }

  /** The last `days` days of an account's keys, with what this process has counted until now. */
  async list(
    accountId: string,
    days: number,
  ): Promise<{ from: string; to: string; data: KeyDay[] }> {
    await this.flush();
    const from = this.day(days - 1);
    return { from, to: this.day(0), data: await this.traffic.list(accountId, from) };
  }

  /** Writes everything down; what cannot be written now is kept for the next time. */
  async flush(): Promise<void> {
    const counted = this.pending;
    this.pending = new Map();
    try {
      // In one order, so that two processes do not wait for each other.
      const names = [...counted.keys()].sort();
      const days = names.flatMap((name) => counted.get(name) ?? []);
      if (days.length > 0) await this.traffic.add(days);
      counted.clear();
      await this.prune();
    } catch (error) {
      this.logger.error(loggable(error));
      for (const [name, count] of counted) this.keep(name, count);
    }
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    // Requests that are under way end after this, and would find no later minute.
    this.closing = true;
    await this.flush();
  }

  private begin(name: string, keyId: string, accountId: string): Pending {
    const none = { succeeded: 0, clientErrors: 0, serverErrors: 0 };
    const count = { keyId, accountId, day: this.day(0), ...none };
    this.pending.set(name, count);
    return count;
  }

  private keep(name: string, { succeeded, clientErrors, serverErrors, ...of }: Pending): void {
    const later = this.pending.get(name);
    this.pending.set(name, {
      ...of,
      succeeded: succeeded + (later?.succeeded ?? 0),
      clientErrors: clientErrors + (later?.clientErrors ?? 0),
      serverErrors: serverErrors + (later?.serverErrors ?? 0),
    });
  }

  /** Once a day and process is often enough. */
  private async prune(): Promise<void> {
    const today = this.day(0);
    if (this.prunedOn === today) return;
    await this.traffic.deleteBefore(this.day(trafficDays - 1));
    this.prunedOn = today;
  }

  /** The day in UTC so many days ago. */
  private day(ago: number): string {
    return new Date(this.clock.now().getTime() - ago * dayMs).toISOString().slice(0, 10);
  }
}

import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { loggable } from '../common/errors/loggable.js';
import { Clock } from '../common/time/clock.js';
import { type KeyName, KeysRepository, type KeyUse } from './keys.repository.js';

const flushEveryMs = 60_000;
const pendingMax = 1_000;

/** Remembers the last use of each key and writes it down once a minute, instead of one write per request. */
@Injectable()
export class KeyUsage implements OnModuleDestroy {
  private readonly logger = new Logger(KeyUsage.name);
  private readonly pending = new Map<string, KeyUse>();
  private readonly seen = new Set<string>();
  private closing = false;
  private readonly timer = setInterval(() => void this.flush(), flushEveryMs).unref();

  constructor(
    private readonly keys: KeysRepository,
    private readonly clock: Clock,
  ) {}

  /** Notes a use; the first one of a key is written at once, so that "never used" changes while the user watches. */
  note(key: KeyName, ip: string, userAgent: string | undefined): void {
    this.add({ ...key, isRefused: false, ...this.origin(ip, userAgent) });
  }

  /** Notes that somebody has tried a key that was revoked or has expired. */
  noteRefused(key: KeyName, ip: string, userAgent: string | undefined): void {
    this.add({ ...key, isRefused: true, ...this.origin(ip, userAgent) });
  }

  private origin(
    ip: string,
    userAgent: string | undefined,
  ): Pick<KeyUse, 'at' | 'ip' | 'userAgent'> {
    return { at: this.clock.nowText(), ip, userAgent: userAgent?.slice(0, 120) ?? null };
  }

  private add(use: KeyUse): void {
    const name = `${use.keyId} ${use.isRefused}`;
    this.pending.set(name, use);
    const first = !this.seen.has(name);
    if (first) this.seen.add(name);
    if (first || this.closing || this.pending.size >= pendingMax) void this.flush();
  }

  /** Writes everything down; a failure is logged and never reaches a request. */
  async flush(): Promise<void> {
    if (this.pending.size === 0) return;
    const uses = [...this.pending.values()];
    this.pending.clear();
    try {
      await this.keys.recordUses(uses);
    } catch (error) {
      this.logger.error(loggable(error));
    }
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    // Requests that are under way end after this, and would find no later minute.
    this.closing = true;
    await this.flush();
  }
}

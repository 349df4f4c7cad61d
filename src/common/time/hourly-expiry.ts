import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { loggable } from '../errors/loggable.js';
import { type Clock } from './clock.js';
import { hourMs } from './durations.js';

/** Deletes once an hour what is over its time, so that a table does not grow for ever. */
export abstract class HourlyExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly keptMs: number,
  ) {}

  /** Deletes what is older than an instant (ISO 8601 in UTC). */
  protected abstract deleteBefore(instant: string): Promise<void>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.expire(), hourMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Deletes what is over its time now; a failure is logged, and the next hour tries again. */
  async expire(): Promise<void> {
    try {
      await this.deleteBefore(new Date(this.clock.now().getTime() - this.keptMs).toISOString());
    } catch (error) {
      this.logger.error(loggable(error));
    }
  }
}

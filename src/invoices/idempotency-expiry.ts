import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { loggable } from '../common/errors/loggable.js';
import { Clock } from '../common/time/clock.js';
import { hourMs } from '../common/time/durations.js';
import { IdempotencyRepository } from './idempotency.repository.js';

/** Twice what is promised, so that a promise of 24 hours holds whenever the clean-up runs. */
const keptMs = 48 * hourMs;

/** Forgets old Idempotency-Keys once an hour, so that the table does not grow for ever. */
@Injectable()
export class IdempotencyExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(IdempotencyExpiry.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly idempotency: IdempotencyRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.expire(), hourMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Deletes the keys whose time is over; a failure is logged, and the next hour tries again. */
  async expire(): Promise<void> {
    try {
      const before = new Date(this.clock.now().getTime() - keptMs).toISOString();
      await this.idempotency.deleteBefore(before);
    } catch (error) {
      this.logger.error(loggable(error));
    }
  }
}

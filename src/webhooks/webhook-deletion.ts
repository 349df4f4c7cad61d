import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { AccountDeletion } from '../accounts/account-deletion.js';
import { loggable } from '../common/errors/loggable.js';
import { Clock } from '../common/time/clock.js';
import { dayMs, hourMs } from '../common/time/durations.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';

const keptMs = 30 * dayMs;

/** Deletes deliveries: those of an account that goes, and once an hour those that are older than 30 days. */
@Injectable()
export class WebhookDeletion implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(WebhookDeletion.name);
  private timer: NodeJS.Timeout | undefined;
  private isClosing = false;

  constructor(
    private readonly accounts: AccountDeletion,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.accounts.register(this.deliveries);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.expire(), hourMs).unref();
  }

  onModuleDestroy(): void {
    this.isClosing = true;
    clearInterval(this.timer);
  }

  /** Deletes what is too old, in parts; a failure is logged, and the next hour tries again. */
  async expire(): Promise<void> {
    try {
      const before = new Date(this.clock.now().getTime() - keptMs).toISOString();
      while (!this.isClosing && (await this.deliveries.deletePartBefore(before)));
    } catch (error) {
      this.logger.error(loggable(error));
    }
  }
}

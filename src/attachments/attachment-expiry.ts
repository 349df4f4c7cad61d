import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { setImmediate as turn } from 'node:timers/promises';
import { loggable } from '../common/errors/loggable.js';
import { Clock } from '../common/time/clock.js';
import { AttachmentsRepository } from './attachments.repository.js';

const hourMs = 3_600_000;
const keptMs = 24 * hourMs;

/** Deletes once an hour what was uploaded a day ago and never used. */
@Injectable()
export class AttachmentExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AttachmentExpiry.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.expire(), hourMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Deletes what is over its time; a failure is logged, and the next hour tries again. */
  async expire(): Promise<void> {
    try {
      const before = new Date(this.clock.now().getTime() - keptMs).toISOString();
      while (await this.attachments.removeUnusedBefore(before)) await turn();
    } catch (error) {
      this.logger.error(loggable(error));
    }
  }
}

import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { randomBase62 } from '../common/ids/id.js';
import { type Lease, leaseFrom } from '../common/queue/leases.js';
import { WorkLoop } from '../common/queue/work-loop.js';
import { Clock } from '../common/time/clock.js';
import { ScheduleTurns } from './schedule-turns.js';
import { ScheduleWorkRepository } from './schedule-work.repository.js';
import { ScheduleLost } from './schedules.errors.js';

/** Longer than an invoice may take, so that only a dead process loses its lease. */
export const leaseMs = 60_000;

/** Works on the due schedules of all accounts, one at a time in each process and in turns. */
@Injectable()
export class ScheduleWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ScheduleWorker.name);
  private readonly worker = randomBase62(16);
  private readonly loop = new WorkLoop<string>(
    {
      atOnce: 1,
      claim: () => this.schedules.claim(this.lease()),
      perform: (scheduleId) => this.turn(scheduleId),
    },
    this.logger,
  );

  constructor(
    private readonly schedules: ScheduleWorkRepository,
    private readonly turns: ScheduleTurns,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  /** Lets the invoice that is under way come to its end; another process or the next start goes on. */
  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** Starts what is due, if it is not being done already; never waits and never throws. */
  wake(): void {
    this.loop.wake();
  }

  private async turn(scheduleId: string): Promise<void> {
    try {
      await this.turns.run(scheduleId, {
        lease: () => this.lease(),
        isStopping: () => this.loop.isStopping,
      });
    } catch (error) {
      if (!(error instanceof ScheduleLost)) throw error;
    } finally {
      await this.schedules.release(scheduleId, this.lease());
    }
  }

  private lease(): Lease {
    return leaseFrom(this.clock.now(), this.worker, leaseMs);
  }
}

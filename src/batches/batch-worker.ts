import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { randomBase62 } from '../common/ids/id.js';
import { type Lease, leaseFrom } from '../common/queue/leases.js';
import { WorkLoop } from '../common/queue/work-loop.js';
import { Clock } from '../common/time/clock.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { BatchRowsService } from './batch-rows.service.js';
import { BatchRun } from './batch-run.js';
import { BatchWorkRepository, type ClaimedBatch } from './batch-work.repository.js';
import { BatchLost } from './batches.errors.js';

/** Longer than a few rows and their PDFs may take, so that only a dead process loses its lease. */
export const leaseMs = 60_000;

/** Works on the batches of all accounts, one at a time in each process and in turns. */
@Injectable()
export class BatchWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(BatchWorker.name);
  private readonly worker = randomBase62(16);
  private readonly loop = new WorkLoop<ClaimedBatch>(
    {
      atOnce: 1,
      claim: () => this.batches.claim(this.lease()),
      perform: (batch) => this.turn(batch),
    },
    this.logger,
  );

  constructor(
    private readonly batches: BatchWorkRepository,
    private readonly rows: BatchRowsService,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  /** Lets the rows that are under way come to their end; another process or the next start goes on. */
  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** Starts what waits, if it is not being done already; never waits and never throws. */
  wake(): void {
    this.loop.wake();
  }

  private async turn(batch: ClaimedBatch): Promise<void> {
    const run = new BatchRun(batch, this.batches, this.rows, {
      lease: () => this.lease(),
      // Each thread has one PDF under way and one waiting at it; two more wait for whichever is free first.
      rendersMax: 2 * this.config.pdf.renderThreads + 2,
      isTurnOver: () => this.batches.othersWait(this.lease()),
      isStopping: () => this.loop.isStopping,
    });
    let isDone = false;
    try {
      isDone = await run.run();
    } catch (error) {
      if (!(error instanceof BatchLost)) throw error;
    } finally {
      await this.batches.release(batch.id, this.lease(), isDone);
    }
  }

  private lease(): Lease {
    return leaseFrom(this.clock.now(), this.worker, leaseMs);
  }
}

import { type Logger } from '@nestjs/common';
import { loggable } from '../errors/loggable.js';

const pollEveryMs = 5_000;

/** What is taken from a queue, and what is done with it. */
export interface Work<Job> {
  /** How many jobs one process does at once, so that one slow job does not hold up the others. */
  readonly atOnce: number;
  /**
   * Takes a job that is due, if there is one; never called twice at once. None of those that are under way
   * in this process, even where their leases have ended because the clock was set.
   */
  claim(underWay: readonly Job[]): Promise<Job | undefined>;
  perform(job: Job): Promise<void>;
}

/** Works off a queue that several processes share: at once when it is told to, else within seconds. */
export class WorkLoop<Job> {
  private readonly running = new Map<Job, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private claiming: Promise<void> | undefined;
  private isAsked = false;
  private isClosing = false;

  constructor(
    private readonly work: Work<Job>,
    private readonly logger: Logger,
  ) {}

  /** Whether what is under way should come to its end. */
  get isStopping(): boolean {
    return this.isClosing;
  }

  /** Looks at the queue every few seconds from now on. */
  start(): void {
    this.timer = setInterval(() => {
      this.wake();
    }, pollEveryMs).unref();
  }

  /** Lets the jobs that are under way come to their end; the others wait for the next start. */
  async stop(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.timer);
    await this.claiming;
    await Promise.all(this.running.values());
  }

  /** Starts doing what is due, if it is not being done already; never waits and never throws. */
  wake(): void {
    this.isAsked = true;
    if (!this.mayClaim()) return;
    this.claiming ??= this.claimAll().finally(() => {
      this.claiming = undefined;
      if (this.isAsked) this.wake();
    });
  }

  private mayClaim(): boolean {
    return !this.isClosing && this.running.size < this.work.atOnce;
  }

  private async claimAll(): Promise<void> {
    try {
      while (this.isAsked && this.mayClaim()) {
        this.isAsked = false;
        const job = await this.work.claim([...this.running.keys()]);
        if (job === undefined) continue;
        this.isAsked = true;
        this.begin(job);
      }
    } catch (error) {
      this.logger.error(loggable(error));
    }
  }

  private begin(job: Job): void {
    const performing = this.perform(job).finally(() => {
      this.running.delete(job);
      // Its place is free, and so is what was kept back while it ran.
      this.wake();
    });
    this.running.set(job, performing);
  }

  private async perform(job: Job): Promise<void> {
    try {
      await this.work.perform(job);
    } catch (error) {
      this.logger.error(loggable(error));
    }
  }
}

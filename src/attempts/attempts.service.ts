import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { TooManyAttempts } from './attempts.errors.js';
import { type Also, AttemptsRepository, type Counter } from './attempts.repository.js';
import { type Limit } from './limits.js';

/** Whom a limit counts: a mail address, a network, a browser. */
export interface Subject {
  readonly limit: Limit;
  readonly who: string;
}

/** Counts attempts in the database, where they outlive a restart and all processes see them. */
@Injectable()
export class AttemptsService {
  private readonly isOn: boolean;

  constructor(
    private readonly attempts: AttemptsRepository,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) { limits }: AppConfig,
  ) {
    this.isOn = limits.requestsPerMinute > 0;
  }

  /** Counts one that is never taken back, such as a sign-up. @throws TooManyAttempts */
  async count(subject: Subject): Promise<void> {
    if (this.isOn) await this.take([counterOf(subject)]);
  }

  /**
   * Counts an attempt, makes it, and takes it off again unless it was wrong. What is to be stored about a
   * wrong one goes into the transaction that leaves it counted. @throws TooManyAttempts without making it
   */
  async make(
    subjects: readonly Subject[],
    attempt: () => Promise<boolean>,
    whenWrong: Also,
  ): Promise<boolean> {
    const counters = this.isOn ? subjects.map(counterOf) : [];
    await this.take(counters);
    let isRight: boolean;
    try {
      isRight = await attempt();
    } catch (error) {
      await this.attempts.giveBack(counters);
      throw error;
    }
    if (isRight) await this.attempts.giveBack(counters);
    else await this.attempts.leave(counters, this.clock.nowText(), whenWrong);
    return isRight;
  }

  private async take(counters: readonly Counter[]): Promise<void> {
    const waitMs = await this.attempts.take(counters, this.clock.now().getTime());
    if (waitMs > 0) throw new TooManyAttempts(waitMs);
  }
}

function counterOf({ limit, who }: Subject): Counter {
  const digest = createHash('sha256').update(`${limit.name}\n${who}`).digest('hex');
  return { id: digest.slice(0, 32), limit };
}

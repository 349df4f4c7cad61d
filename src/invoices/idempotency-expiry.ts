import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { dayMs } from '../common/time/durations.js';
import { HourlyExpiry } from '../common/time/hourly-expiry.js';
import { IdempotencyRepository } from './idempotency.repository.js';

/** Forgets old Idempotency-Keys after twice what is promised, so that the 24 hours hold whenever it runs. */
@Injectable()
export class IdempotencyExpiry extends HourlyExpiry {
  constructor(
    private readonly idempotency: IdempotencyRepository,
    clock: Clock,
  ) {
    super(clock, 2 * dayMs);
  }

  protected async deleteBefore(instant: string): Promise<void> {
    while (await this.idempotency.deletePartBefore(instant)) await turn();
  }
}

import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { dayMs } from '../common/time/durations.js';
import { HourlyExpiry } from '../common/time/hourly-expiry.js';
import { AttachmentsRepository } from './attachments.repository.js';

/** Deletes what was uploaded a day ago and never used. */
@Injectable()
export class AttachmentExpiry extends HourlyExpiry {
  constructor(
    private readonly attachments: AttachmentsRepository,
    clock: Clock,
  ) {
    super(clock, dayMs);
  }

  protected async deleteBefore(instant: string): Promise<void> {
    while (await this.attachments.removeUnusedBefore(instant)) await turn();
  }
}

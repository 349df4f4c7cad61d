import { Injectable } from '@nestjs/common';

/** The only source of "now", so that tests own time. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The current instant as ISO 8601 UTC text with milliseconds: the form that is stored. */
  nowText(): string {
    return this.now().toISOString();
  }
}

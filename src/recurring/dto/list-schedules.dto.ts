import { integerText } from '../../common/http/checks.js';
import { Cursor, cursorPosition } from '../../common/http/cursor.js';
import { Choice, Field } from '../../common/http/fields.js';
import { scheduleStatuses } from '../schedule.js';

const limitMax = 100;
const limitDefault = 20;
const upcomingDefault = 12;
/** No schedule comes to so many periods. */
const positionMax = 999_999_999;

const limit = (description: string, usual: number) =>
  Field(
    { type: 'integer', minimum: 1, maximum: limitMax, default: usual },
    integerText(1, limitMax),
    { optional: true, description },
  );

/** Which schedules to answer. */
export class ListSchedulesDto {
  @Choice(scheduleStatuses, { optional: true, description: 'Only schedules that stand there.' })
  status?: string;

  @limit('How many schedules to answer.', limitDefault)
  limit?: string;

  @Cursor('sch')
  cursor?: string;

  /** How many schedules are asked for, and behind which one. */
  static extentOf({ limit: count, cursor }: ListSchedulesDto) {
    const before = cursor == null ? undefined : cursorPosition('sch', cursor);
    return { limit: Number(count ?? limitDefault), before };
  }
}

/** How many dates to answer. */
export class UpcomingQueryDto {
  @limit('How many dates to answer.', upcomingDefault)
  limit?: string;

  static limitOf({ limit: count }: UpcomingQueryDto): number {
    return Number(count ?? upcomingDefault);
  }
}

/** Which periods of a schedule to answer. */
export class ListOccurrencesDto {
  @limit('How many periods to answer.', limitDefault)
  limit?: string;

  @Field({ type: 'string' }, integerText(0, positionMax), {
    optional: true,
    description: 'next_cursor of the page before.',
  })
  cursor?: string;

  /** How many periods are asked for, and before which position. */
  static extentOf({ limit: count, cursor }: ListOccurrencesDto) {
    return { limit: Number(count ?? limitDefault), before: Number(cursor ?? positionMax) };
  }
}

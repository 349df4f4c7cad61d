import { AppError } from '../common/errors/app-error.js';

/** There is no such schedule in this account; another account's is no different from none. */
export class ScheduleNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such schedule.');
  }
}

/** The schedule has not come to a period of this date, or never will. */
export class OccurrenceNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('This schedule has no period of this date yet.');
  }
}

/** The account has as many schedules that have not ended as it may have. */
export class TooManySchedules extends AppError {
  readonly kind = 'conflict';
  readonly code = 'too_many_schedules';
  readonly title = 'Too many schedules';

  constructor(max: number) {
    super(`An account may have ${max} schedules that have not ended. Nothing was stored.`);
  }
}

/** A schedule that has ended does not begin again. */
export class ScheduleEnded extends AppError {
  readonly kind = 'conflict';
  readonly code = 'schedule_ended';
  readonly title = 'The schedule has ended';

  constructor() {
    super('This schedule has ended. Make a new one to go on.');
  }
}

/** Only a period that has failed waits for somebody to decide. */
export class OccurrenceNotFailed extends AppError {
  readonly kind = 'conflict';
  readonly code = 'occurrence_not_failed';
  readonly title = 'The period has not failed';

  constructor() {
    super('This period has its invoice, or was skipped. Nothing was changed.');
  }
}

/** Somebody else has the schedule, has changed it, or its account has ended: whoever works on it stops. */
export class ScheduleLost extends Error {}

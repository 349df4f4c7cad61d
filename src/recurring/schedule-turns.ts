import { Injectable, Logger } from '@nestjs/common';
import { DeletedMeanwhile, translateDatabaseError } from '../common/database/database-errors.js';
import { AppError } from '../common/errors/app-error.js';
import { loggable } from '../common/errors/loggable.js';
import { type Lease } from '../common/queue/leases.js';
import { periodAt } from './domain/recurrence.js';
import { PeriodInvoices } from './period-invoices.js';
import { periodProblem } from './period-problem.js';
import { type PreparedPeriod, ScheduleWorkRepository } from './schedule-work.repository.js';
import { type Schedule } from './schedule.js';
import { ScheduleLost } from './schedules.errors.js';

/** After so many periods another schedule may have its turn. */
const periodsPerTurn = 20;

/** How a turn holds on to its schedule, and when it has to stop. */
export interface TurnTerms {
  readonly lease: () => Lease;
  readonly isStopping: () => boolean;
}

/** Issues what is due of schedules: each period once, in the order of their dates. */
@Injectable()
export class ScheduleTurns {
  private readonly logger = new Logger(ScheduleTurns.name);

  constructor(
    private readonly work: ScheduleWorkRepository,
    private readonly periods: PeriodInvoices,
  ) {}

  /** Issues what is due of a schedule until nothing is, its turn is over or somebody else has it. */
  async run(scheduleId: string, { lease, isStopping }: TurnTerms): Promise<void> {
    for (let count = 0; count < periodsPerTurn && !isStopping(); count += 1) {
      const schedule = await this.work.held(scheduleId, lease());
      if (schedule === undefined) return;
      await this.issue(schedule, lease);
    }
  }

  private async issue(schedule: Schedule, lease: () => Lease): Promise<void> {
    const prepared = await this.prepare(schedule);
    try {
      await this.work.step(schedule, lease(), prepared);
    } catch (error) {
      // What the database does not take must not hold up the periods behind it.
      await this.work.step(schedule, lease(), this.refused(schedule, error));
    }
  }

  private async prepare(schedule: Schedule): Promise<PreparedPeriod> {
    const period = periodAt(schedule.plan, schedule.position.step);
    try {
      const issue = await this.periods.prepare(schedule, period);
      return { period, settle: issue };
    } catch (error) {
      return this.refused(schedule, error);
    }
  }

  /** A period that gets the problem of an error as its result. @throws what {@link endsTurn} */
  private refused(schedule: Schedule, thrown: unknown): PreparedPeriod {
    const error = translateDatabaseError(thrown);
    if (endsTurn(error)) throw error;
    const period = periodAt(schedule.plan, schedule.position.step);
    const problem = periodProblem(error, schedule.id);
    if (problem.status >= 500)
      this.logger.error(loggable(error), { request_id: schedule.id, date: period.start });
    return { period, settle: () => Promise.resolve({ problem }) };
  }
}

/** What is no fault of a period and would be the same with the next one: the schedule goes on later, or not at all. */
function endsTurn(error: unknown): boolean {
  return (
    error instanceof ScheduleLost ||
    error instanceof DeletedMeanwhile ||
    (error instanceof AppError && error.kind === 'unavailable')
  );
}

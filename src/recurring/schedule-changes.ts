import { Injectable } from '@nestjs/common';
import { type AuditKind } from '../audit/audit-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { InvalidRequest } from '../common/errors/app-error.js';
import { type Caller } from '../common/http/caller.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { changed, nextDate, resumed } from './domain/plan.js';
import { dueFaults, overFaults } from './schedule-faults.js';
import { type CheckedSchedule, withAttachments } from './schedule-requests.js';
import { type CountedSchedule, type Schedule } from './schedule.js';
import { ScheduleEnded, ScheduleNotFound } from './schedules.errors.js';
import { type ScheduleChange, SchedulesRepository } from './schedules.repository.js';
import { SchedulesService } from './schedules.service.js';

/** What a change comes to, and how the audit log calls it; what is left out stays. */
interface Decision extends Partial<Omit<ScheduleChange, 'line'>> {
  readonly kind: AuditKind;
  /** What it now asks for, where that is new. */
  readonly checked?: CheckedSchedule;
}

/** What people change in schedules that are there. */
@Injectable()
export class ScheduleChanges {
  constructor(
    private readonly service: SchedulesService,
    private readonly schedules: SchedulesRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces what a schedule asks for, from its next period on; its time zone stays.
   * @throws ScheduleNotFound, ScheduleEnded, InvalidRequest where no period is left or too many are due
   */
  replace(caller: Caller, scheduleId: string, checked: CheckedSchedule): Promise<CountedSchedule> {
    const { terms } = checked;
    return this.apply(caller, scheduleId, (schedule) => {
      expectOpen(schedule);
      const position = changed(terms.plan, schedule);
      const beginsAnew = terms.plan.startDate !== schedule.plan.startDate;
      const faults = [
        ...(nextDate(terms.plan, position) === null ? overFaults(terms.plan) : []),
        ...(beginsAnew ? dueFaults(terms.plan, position, this.today(schedule)) : []),
      ];
      if (faults.length > 0) throw new InvalidRequest(faults);
      return { kind: 'schedule_changed', position, terms, checked };
    });
  }

  /** Issues nothing until it is resumed. @throws ScheduleNotFound, ScheduleEnded */
  pause(caller: Caller, scheduleId: string): Promise<CountedSchedule> {
    return this.apply(caller, scheduleId, (schedule) => {
      expectOpen(schedule);
      if (schedule.status === 'paused') return undefined;
      return { kind: 'schedule_paused', status: 'paused' };
    });
  }

  /**
   * Goes on with the first date that is not before today: what was missed is skipped. Ends where none is left.
   * @throws ScheduleNotFound, ScheduleEnded
   */
  resume(caller: Caller, scheduleId: string): Promise<CountedSchedule> {
    return this.apply(caller, scheduleId, (schedule) => {
      expectOpen(schedule);
      if (schedule.status === 'active') return undefined;
      const position = resumed(schedule.plan, schedule.position, this.today(schedule));
      const status = nextDate(schedule.plan, position) === null ? 'ended' : 'active';
      return { kind: 'schedule_resumed', status, position };
    });
  }

  /** Issues nothing ever again. @throws ScheduleNotFound */
  end(caller: Caller, scheduleId: string): Promise<CountedSchedule> {
    return this.apply(caller, scheduleId, ({ status }) =>
      status === 'ended' ? undefined : { kind: 'schedule_ended', status: 'ended' },
    );
  }

  private today({ timeZone }: Schedule): string {
    return dayIn(timeZone, this.clock.now());
  }

  private async apply(
    caller: Caller,
    scheduleId: string,
    decide: (schedule: Schedule) => Decision | undefined,
  ): Promise<CountedSchedule> {
    const { id } = await this.service.get(caller.accountId, scheduleId);
    const isThere = await this.schedules.change(caller.accountId, id, (schedule) => {
      const decision = decide(schedule);
      if (decision === undefined) return undefined;
      const { kind, checked, ...changes } = decision;
      const { status, position } = schedule;
      const change = { status, position, terms: schedule, ...changes };
      const event = { kind, targetId: id, details: { name: change.terms.name } };
      const line = this.audit.line(caller, event);
      return { ...change, line: checked === undefined ? line : withAttachments(checked, line) };
    });
    if (!isThere) throw new ScheduleNotFound();
    this.service.wake();
    return this.service.get(caller.accountId, id);
  }
}

/** @throws ScheduleEnded */
function expectOpen({ status }: Schedule): void {
  if (status === 'ended') throw new ScheduleEnded();
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller } from '../common/http/caller.js';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { IdempotencyKeyReused } from '../invoices/invoices.errors.js';
import { requestHash } from '../invoices/request-hash.js';
import { resumed, upcoming } from './domain/plan.js';
import { type Period } from './domain/recurrence.js';
import { type CheckedSchedule, withAttachments } from './schedule-requests.js';
import { ScheduleWorker } from './schedule-worker.js';
import { type CountedSchedule } from './schedule.js';
import { ScheduleNotFound } from './schedules.errors.js';
import { SchedulesRepository } from './schedules.repository.js';

const exportPageSize = 100;

/** What a request for a schedule came to: a new one, or the one that the same request has made before. */
export interface Added {
  readonly schedule: CountedSchedule;
  readonly replayed: boolean;
}

/** Which schedules to list. */
export interface SchedulePage {
  readonly status?: string | undefined;
  /** The id of the last schedule of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Schedules as their account sees them: made, found and deleted here, worked on by {@link ScheduleWorker}. */
@Injectable()
export class SchedulesService {
  constructor(
    private readonly schedules: SchedulesRepository,
    private readonly worker: ScheduleWorker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks and stores a request, once per Idempotency-Key, and wakes the worker for what is due already.
   * @throws IdempotencyKeyReused, TooManySchedules, and what `check` throws
   */
  async add(
    caller: Caller,
    sent: Sent,
    check: (caller: Caller, body: unknown) => Promise<CheckedSchedule>,
  ): Promise<Added> {
    const hash = requestHash(sent.body);
    const earlier = await this.replay(caller.accountId, sent.key, hash);
    if (earlier !== undefined) return earlier;
    const checked = await check(caller, sent.body);
    const { terms, timeZone } = checked;
    const now = this.clock.now();
    const id = newId('sch', now);
    const details = { name: terms.name };
    const isNew = await this.schedules.add(
      caller,
      {
        ...{ id, createdAt: now.toISOString(), terms, timeZone },
        ...{ idempotencyKey: sent.key, requestHash: hash },
      },
      withAttachments(
        checked,
        this.audit.line(caller, { kind: 'schedule_added', targetId: id, details }),
      ),
    );
    if (!isNew) {
      const winner = await this.replay(caller.accountId, sent.key, hash);
      if (winner !== undefined) return winner;
    }
    this.wake();
    return { schedule: await this.get(caller.accountId, id), replayed: false };
  }

  /** @throws ScheduleNotFound */
  async get(accountId: string, scheduleId: string): Promise<CountedSchedule> {
    const schedule = isId('sch', scheduleId)
      ? await this.schedules.find(accountId, scheduleId)
      : undefined;
    if (schedule === undefined) throw new ScheduleNotFound();
    return schedule;
  }

  /** Schedules of the account, newest first. */
  page(accountId: string, page: SchedulePage): Promise<CountedSchedule[]> {
    return this.schedules.page(accountId, page);
  }

  /** Every schedule of the account, newest first. */
  async *all(accountId: string): AsyncGenerator<CountedSchedule> {
    let before: string | undefined;
    for (;;) {
      const page = await this.schedules.page(accountId, { before, limit: exportPageSize });
      yield* page;
      before = page.at(-1)?.id;
      if (page.length < exportPageSize) return;
    }
  }

  /** The next periods of a schedule; of a paused one, those that it would have if it were resumed today. */
  async upcoming(accountId: string, scheduleId: string, limit: number): Promise<Period[]> {
    const schedule = await this.get(accountId, scheduleId);
    const { plan, position, status, timeZone } = schedule;
    if (status === 'ended') return [];
    const today = dayIn(timeZone, this.clock.now());
    const from = status === 'paused' ? resumed(plan, position, today) : position;
    return upcoming(plan, from, limit);
  }

  /** Has the worker look for what is due now; never waits and never throws. */
  wake(): void {
    this.worker.wake();
  }

  /** Deletes a schedule; the invoices that it has made stay. @throws ScheduleNotFound */
  async remove(caller: Caller, scheduleId: string): Promise<void> {
    const { id, name } = await this.get(caller.accountId, scheduleId);
    const event = { kind: 'schedule_removed', targetId: id, details: { name } } as const;
    const line = this.audit.line(caller, event);
    if (!(await this.schedules.remove(caller.accountId, id, line))) throw new ScheduleNotFound();
  }

  /** The schedule that this request has made before, if it has. @throws IdempotencyKeyReused */
  private async replay(
    accountId: string,
    key: string | undefined,
    hash: string,
  ): Promise<Added | undefined> {
    const earlier = key === undefined ? undefined : await this.schedules.findByKey(accountId, key);
    if (earlier === undefined) return undefined;
    if (earlier.request_hash !== hash) throw new IdempotencyKeyReused();
    return { schedule: await this.get(accountId, earlier.id), replayed: true };
  }
}

/** A request as it came, and its Idempotency-Key. */
export interface Sent {
  readonly body: unknown;
  readonly key: string | undefined;
}

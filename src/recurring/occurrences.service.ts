import { Injectable } from '@nestjs/common';
import { InvalidRequest } from '../common/errors/app-error.js';
import { isDay } from '../invoices/domain/days.js';
import { OccurrencesRepository } from './occurrences.repository.js';
import { PeriodInvoices } from './period-invoices.js';
import { periodProblem } from './period-problem.js';
import { type Occurrence } from './schedule.js';
import { OccurrenceNotFailed, OccurrenceNotFound } from './schedules.errors.js';
import { SchedulesService } from './schedules.service.js';

/** The periods that schedules have come to, and what is done about those without an invoice. */
@Injectable()
export class OccurrencesService {
  constructor(
    private readonly schedules: SchedulesService,
    private readonly occurrences: OccurrencesRepository,
    private readonly periods: PeriodInvoices,
  ) {}

  /** Periods of a schedule, newest first. @throws ScheduleNotFound */
  async page(
    accountId: string,
    scheduleId: string,
    page: { before: number; limit: number },
  ): Promise<Occurrence[]> {
    const { id } = await this.schedules.get(accountId, scheduleId);
    return this.occurrences.page(accountId, id, page);
  }

  /**
   * Issues the invoice of a period that has failed, by what its schedule asks for now and with the date that it
   * would have had. @throws ScheduleNotFound, OccurrenceNotFound, OccurrenceNotFailed, InvalidRequest
   */
  async retry(accountId: string, scheduleId: string, date: string): Promise<Occurrence> {
    const schedule = await this.schedules.get(accountId, scheduleId);
    const key = { scheduleId: schedule.id, date };
    const { period, status } = await this.get(accountId, scheduleId, date);
    if (status !== 'failed') throw new OccurrenceNotFailed();
    try {
      const issue = await this.periods.prepare(schedule, period);
      await this.occurrences.issue(accountId, key, issue);
    } catch (error) {
      if (error instanceof InvalidRequest)
        await this.occurrences.failAgain(accountId, key, periodProblem(error, schedule.id));
      throw error;
    }
    return this.get(accountId, scheduleId, date);
  }

  /** Gives a period that has failed up. @throws ScheduleNotFound, OccurrenceNotFound, OccurrenceNotFailed */
  async skip(accountId: string, scheduleId: string, date: string): Promise<Occurrence> {
    const { id } = await this.schedules.get(accountId, scheduleId);
    await this.get(accountId, id, date);
    await this.occurrences.skip(accountId, { scheduleId: id, date });
    return this.get(accountId, id, date);
  }

  private async get(accountId: string, scheduleId: string, date: string): Promise<Occurrence> {
    const occurrence = isDay(date)
      ? await this.occurrences.find(accountId, { scheduleId, date })
      : undefined;
    if (occurrence === undefined) throw new OccurrenceNotFound();
    return occurrence;
  }
}

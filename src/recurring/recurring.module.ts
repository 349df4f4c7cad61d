import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { OccurrencesRepository } from './occurrences.repository.js';
import { OccurrencesService } from './occurrences.service.js';
import { PeriodInvoices } from './period-invoices.js';
import { ScheduleChanges } from './schedule-changes.js';
import { ScheduleDeletionRepository } from './schedule-deletion.repository.js';
import { ScheduleRequests } from './schedule-requests.js';
import { ScheduleTurns } from './schedule-turns.js';
import { ScheduleWorkRepository } from './schedule-work.repository.js';
import { ScheduleWorker } from './schedule-worker.js';
import {
  DashboardOccurrencesController,
  DashboardSchedulesController,
  OccurrencesController,
  SchedulesController,
} from './schedules.controllers.js';
import { SchedulesRepository } from './schedules.repository.js';
import { SchedulesService } from './schedules.service.js';

/** Recurring invoices: schedules that issue an invoice of their own in every period. */
@Module({
  imports: [AccountsModule, AuditModule, DeliveryModule, InvoicesModule, KeysModule],
  controllers: [
    SchedulesController,
    OccurrencesController,
    DashboardSchedulesController,
    DashboardOccurrencesController,
  ],
  providers: [
    OccurrencesRepository,
    OccurrencesService,
    PeriodInvoices,
    ScheduleChanges,
    ScheduleDeletionRepository,
    ScheduleRequests,
    SchedulesRepository,
    SchedulesService,
    ScheduleTurns,
    ScheduleWorker,
    ScheduleWorkRepository,
  ],
  exports: [SchedulesService],
})
export class RecurringModule {}

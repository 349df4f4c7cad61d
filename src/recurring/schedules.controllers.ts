import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { BearerGuard } from '../keys/bearer.guard.js';
import { OccurrenceHandlers } from './occurrence-handlers.js';
import { ScheduleHandlers } from './schedule-handlers.js';

/** Schedules through the API door. */
@ApiTags('Recurring invoices')
@ApiBearerAuth('api-key')
@Controller('v1/schedules')
@UseGuards(BearerGuard)
export class SchedulesController extends ScheduleHandlers {}

/** The periods of a schedule through the API door. */
@ApiTags('Recurring invoices')
@ApiBearerAuth('api-key')
@Controller('v1/schedules/:id')
@UseGuards(BearerGuard)
export class OccurrencesController extends OccurrenceHandlers {}

/** Schedules through the dashboard door. */
@ApiTags('Dashboard: recurring invoices')
@ApiCookieAuth('session')
@Controller('dashboard/schedules')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardSchedulesController extends ScheduleHandlers {}

/** The periods of a schedule through the dashboard door. */
@ApiTags('Dashboard: recurring invoices')
@ApiCookieAuth('session')
@Controller('dashboard/schedules/:id')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardOccurrencesController extends OccurrenceHandlers {}

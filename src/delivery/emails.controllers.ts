import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { BearerGuard } from '../keys/bearer.guard.js';
import { EmailHandlers } from './email-handlers.js';

/** Mails of an invoice through the API door. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller('v1/invoices/:id/emails')
@UseGuards(BearerGuard)
export class EmailsController extends EmailHandlers {}

/** Mails of an invoice through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/invoices/:id/emails')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardEmailsController extends EmailHandlers {}

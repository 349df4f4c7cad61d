import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../../accounts/same-origin.guard.js';
import { SessionGuard } from '../../accounts/session.guard.js';
import { BearerGuard } from '../../keys/bearer.guard.js';
import { InvoiceVoidHandlers } from './invoice-void-handlers.js';

/** Voiding through the API door. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller('v1/invoices/:id/void')
@UseGuards(BearerGuard)
export class InvoiceVoidsController extends InvoiceVoidHandlers {}

/** Voiding through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/invoices/:id/void')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardInvoiceVoidsController extends InvoiceVoidHandlers {}

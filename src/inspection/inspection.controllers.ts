import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { BearerGuard } from '../keys/bearer.guard.js';
import { InspectionHandlers } from './inspection-handlers.js';

/** E-invoices read through the API door; clients group routes by this name, with those that make e-invoices. */
@ApiTags('E-invoices')
@ApiBearerAuth('api-key')
@Controller('v1/e-invoices')
@UseGuards(BearerGuard)
export class EInvoicesController extends InspectionHandlers {}

/** E-invoices read through the dashboard door. */
@ApiTags('Dashboard: e-invoices')
@ApiCookieAuth('session')
@Controller('dashboard/e-invoices')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardEInvoicesController extends InspectionHandlers {}

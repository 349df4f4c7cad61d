import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../../accounts/same-origin.guard.js';
import { SessionGuard } from '../../accounts/session.guard.js';
import { BearerGuard } from '../../keys/bearer.guard.js';
import { EInvoiceHandlers } from './e-invoice-handlers.js';

/** E-invoices through the API door. */
@ApiTags('E-invoices')
@ApiBearerAuth('api-key')
@Controller('v1/invoices/:id/e-invoice')
@UseGuards(BearerGuard)
export class EInvoicesController extends EInvoiceHandlers {}

/** E-invoices through the dashboard door. */
@ApiTags('Dashboard: e-invoices')
@ApiCookieAuth('session')
@Controller('dashboard/invoices/:id/e-invoice')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardEInvoicesController extends EInvoiceHandlers {}

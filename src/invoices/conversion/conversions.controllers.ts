import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../../accounts/same-origin.guard.js';
import { SessionGuard } from '../../accounts/session.guard.js';
import { BearerGuard } from '../../keys/bearer.guard.js';
import { ConversionHandlers } from './conversion-handlers.js';

/** Invoices of quotes and pro forma invoices through the API door. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller('v1/invoices/:id/invoice')
@UseGuards(BearerGuard)
export class ConversionsController extends ConversionHandlers {}

/** Invoices of quotes and pro forma invoices through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/invoices/:id/invoice')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardConversionsController extends ConversionHandlers {}

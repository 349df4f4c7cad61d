import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../../accounts/same-origin.guard.js';
import { SessionGuard } from '../../accounts/session.guard.js';
import { BearerGuard } from '../../keys/bearer.guard.js';
import { CreditNoteHandlers } from './credit-note-handlers.js';

/** Credit notes through the API door. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller('v1/invoices/:id/credit-notes')
@UseGuards(BearerGuard)
export class CreditNotesController extends CreditNoteHandlers {}

/** Credit notes through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/invoices/:id/credit-notes')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardCreditNotesController extends CreditNoteHandlers {}

import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../../accounts/same-origin.guard.js';
import { SessionGuard } from '../../accounts/session.guard.js';
import { BearerGuard } from '../../keys/bearer.guard.js';
import { DraftHandlers } from './draft-handlers.js';

/** Drafts through the API door. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller('v1/invoices/:id')
@UseGuards(BearerGuard)
export class DraftsController extends DraftHandlers {}

/** Drafts through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/invoices/:id')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardDraftsController extends DraftHandlers {}

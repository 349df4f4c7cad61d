import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { BearerGuard } from '../keys/bearer.guard.js';
import { AttachmentHandlers } from './attachment-handlers.js';

/** Attachments through the API door. */
@ApiTags('Attachments')
@ApiBearerAuth('api-key')
@Controller('v1/attachments')
@UseGuards(BearerGuard)
export class AttachmentsController extends AttachmentHandlers {}

/** Attachments through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/attachments')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardAttachmentsController extends AttachmentHandlers {}

import { Controller, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { BearerGuard } from '../keys/bearer.guard.js';
import { ApiIssue } from './api-issue.decorator.js';
import { InvoiceDto, InvoicePreviewDto } from './dto/invoice.dto.js';
import { InvoiceHandlers } from './invoice-handlers.js';
import { InvoiceReplies } from './invoice-replies.js';

/** Finvo's one sentence: a key and invoice JSON in, a PDF out. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller()
@UseGuards(BearerGuard)
export class GenerateController {
  constructor(private readonly replies: InvoiceReplies) {}

  @Post('generate')
  @ApiIssue({
    summary: 'Issue an invoice and get its PDF',
    description: 'The PDF; the invoice with `Accept: application/json`.',
  })
  generate(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoiceDto | Buffer> {
    return this.replies.create(caller, { request, reply }, 'application/pdf');
  }
}

/** Invoices through the API door. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@ApiExtraModels(InvoiceDto, InvoicePreviewDto)
@Controller('v1/invoices')
@UseGuards(BearerGuard)
export class InvoicesController extends InvoiceHandlers {}

/** Invoices through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/invoices')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardInvoicesController extends InvoiceHandlers {}

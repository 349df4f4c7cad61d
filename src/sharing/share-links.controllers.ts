import { Controller, Get, Header, Param, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { describeFile, fileContent } from '../attachments/attachment-reply.js';
import { AttachmentNotFound } from '../attachments/attachments.errors.js';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { pdfContent } from '../invoices/api-issue.decorator.js';
import { type DocumentAnswer, documentReply } from '../invoices/document-replies.js';
import { eInvoiceContent } from '../invoices/e-invoicing/e-invoice-handlers.js';
import { EInvoicesService } from '../invoices/e-invoicing/e-invoices.service.js';
import { InvoiceReplies } from '../invoices/invoice-replies.js';
import { BearerGuard } from '../keys/bearer.guard.js';
import { SharedInvoiceDto } from './dto/shared-invoice.dto.js';
import { ShareLinkHandlers } from './share-link-handlers.js';
import { NoEInvoice } from './sharing.errors.js';
import { ShareLinksService } from './share-links.service.js';

/** Links of an invoice through the API door. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller('v1/invoices/:id/share-links')
@UseGuards(BearerGuard)
export class ShareLinksController extends ShareLinkHandlers {}

/** Links of an invoice through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/invoices/:id/share-links')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardShareLinksController extends ShareLinkHandlers {}

/** The third door: one invoice for whoever has a link to it. The token is all it asks for. */
@ApiTags('Shared invoices')
@Controller('shared/:token')
export class SharedInvoicesController {
  constructor(
    private readonly links: ShareLinksService,
    private readonly replies: InvoiceReplies,
    private readonly eInvoices: EInvoicesService,
    private readonly attachments: AttachmentsService,
  ) {}

  @ApiOperation({ summary: 'Read what a link leads to' })
  @Get()
  @Header('cache-control', 'no-store')
  @Header('x-robots-tag', 'noindex, nofollow')
  @ApiOkResponse({ type: SharedInvoiceDto, description: 'The invoice in short.' })
  @ApiProblems(400, 404)
  async read(@Param('token') token: string): Promise<SharedInvoiceDto> {
    return SharedInvoiceDto.from(await this.links.open(token), token);
  }

  @ApiOperation({ summary: 'Download the PDF that a link leads to' })
  @Get('pdf')
  @Header('x-robots-tag', 'noindex, nofollow')
  @ApiOkResponse({ description: 'The PDF: the same bytes for ever.', content: pdfContent })
  @ApiProblems(400, 404)
  async pdf(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentAnswer> {
    const { accountId, invoice } = await this.links.open(token);
    return this.replies.pdf(accountId, invoice, { request, reply });
  }

  @ApiOperation({ summary: 'Download the e-invoice that the invoice of a link is made as' })
  @Get('e-invoice')
  @Header('x-robots-tag', 'noindex, nofollow')
  @ApiOkResponse({
    description: 'The e-invoice: the same bytes for ever.',
    content: eInvoiceContent,
  })
  @ApiProblems(400, 404)
  async eInvoice(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentAnswer> {
    const { accountId, invoice } = await this.links.open(token);
    if (invoice.format === null) throw new NoEInvoice();
    const file = await this.eInvoices.file(accountId, invoice, invoice.format);
    return documentReply({ request, reply }, file);
  }

  @ApiOperation({ summary: 'Download a file that travels with the invoice of a link' })
  @Get('attachments/:attachmentId')
  @Header('x-robots-tag', 'noindex, nofollow')
  @ApiOkResponse({ description: 'Its content, byte for byte.', content: fileContent })
  @ApiProblems(400, 404)
  async attachment(
    @Param('token') token: string,
    @Param('attachmentId') attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { accountId, invoice } = await this.links.open(token);
    const file = invoice.attachments.find(({ id }) => id === attachmentId);
    if (file === undefined) throw new AttachmentNotFound();
    const content = await this.attachments.content(accountId, file.id);
    describeFile(reply, file);
    return content;
  }
}

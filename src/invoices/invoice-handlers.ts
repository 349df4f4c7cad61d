import { Get, HttpCode, Injectable, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { ApiInvoiceBody, ApiIssue, bothContents, pdfContent } from './api-issue.decorator.js';
import { InvoiceDto, InvoicePreviewDto } from './dto/invoice.dto.js';
import { InvoiceListDto, ListInvoicesDto } from './dto/list-invoices.dto.js';
import { InvoiceListService } from './invoice-list.service.js';
import { InvoiceReplies, invoicesPath } from './invoice-replies.js';
import { type DocumentAnswer } from './document-replies.js';
import { InvoicesService } from './invoices.service.js';

/**
 * The invoice routes, written once for both doors: each door's controller adds its path and its guard.
 */
@Injectable()
export abstract class InvoiceHandlers {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly lists: InvoiceListService,
    private readonly replies: InvoiceReplies,
  ) {}

  @Post()
  @ApiIssue({
    summary: 'Issue an invoice',
    description: 'The invoice; a PDF with `Accept: application/pdf`.',
  })
  create(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoiceDto | Buffer> {
    return this.replies.create(caller, { request, reply }, 'application/json');
  }

  @ApiOperation({ summary: 'Calculate an invoice without storing it' })
  @Post('preview')
  @HttpCode(200)
  @ApiInvoiceBody()
  @ApiOkResponse({
    description:
      'What the invoice would be; a watermarked PDF with `Accept: application/pdf`. Nothing is stored.',
    content: bothContents(InvoicePreviewDto),
  })
  @ApiProblems(400, 401, 403, 413, 415, 422)
  async preview(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoicePreviewDto | Buffer> {
    const { draft, numbering, references } = await this.invoices.preview(caller, request.body);
    const customerId = references.knownCustomerId;
    return this.replies.preview(caller, { request, reply }, { draft, numbering, customerId });
  }

  @ApiOperation({ summary: 'List invoices, newest first' })
  @Get()
  @ApiQuery({ type: ListInvoicesDto })
  @ApiOkResponse({ type: InvoiceListDto, description: 'A page of invoices, newest first.' })
  @ApiProblems(400, 401, 403, 422)
  list(@CurrentCaller() caller: Caller, @Query() query: object): Promise<InvoiceListDto> {
    const filter = validRequest(ListInvoicesDto, { ...query });
    return this.lists.page(caller.accountId, filter, invoicesPath(caller));
  }

  @ApiOperation({ summary: 'Read an invoice' })
  @Get(':id')
  @ApiOkResponse({ type: InvoiceDto, description: 'The invoice.' })
  @ApiProblems(400, 401, 403, 404)
  async get(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<InvoiceDto> {
    return InvoiceDto.from(await this.invoices.get(caller.accountId, id), invoicesPath(caller));
  }

  @ApiOperation({ summary: 'Download the PDF' })
  @Get(':id/pdf')
  @ApiOkResponse({ description: 'The PDF: the same bytes for ever.', content: pdfContent })
  @ApiProblems(400, 401, 403, 404)
  async pdf(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentAnswer> {
    const invoice = await this.invoices.get(accountId, id);
    return this.replies.pdf(accountId, invoice, { request, reply });
  }
}

import { Get, Injectable, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { InvalidRequest } from '../../common/errors/app-error.js';
import { type Caller, CurrentCaller } from '../../common/http/caller.js';
import { missing } from '../../common/http/fields.js';
import { ApiProblems } from '../../common/http/problem.dto.js';
import { validRequest } from '../../common/http/read-request.js';
import { type EInvoiceFormat } from '../../einvoice/formats.js';
import { pdfContent } from '../api-issue.decorator.js';
import { type DocumentAnswer, documentReply } from '../document-replies.js';
import { type Invoice } from '../invoice.js';
import { InvoicesService } from '../invoices.service.js';
import { EInvoiceQueryDto, EInvoiceReadinessDto } from './dto/e-invoice.dto.js';
import { eInvoiceFaults } from './e-invoice-faults.js';
import { EInvoicesService } from './e-invoices.service.js';

/** E-invoices as OpenAPI content. */
export const eInvoiceContent = {
  'application/xml': { schema: { type: 'string' } },
  ...pdfContent,
} as const;

/** The routes of e-invoices, written once for both doors. */
@Injectable()
export abstract class EInvoiceHandlers {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly eInvoices: EInvoicesService,
  ) {}

  @ApiOperation({ summary: 'Download the e-invoice' })
  @Get()
  @ApiQuery({ type: EInvoiceQueryDto })
  @ApiOkResponse({
    description: 'The e-invoice, made at its first download: the same bytes for ever.',
    content: eInvoiceContent,
  })
  @ApiProblems(400, 401, 403, 404, 409, 422)
  async download(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentAnswer> {
    const invoice = await this.invoices.get(accountId, id);
    const format = formatOf(invoice, request.query as object);
    const file = await this.eInvoices.file(accountId, invoice, format);
    return documentReply({ request, reply }, file);
  }

  @ApiOperation({ summary: 'Check an invoice against the rules of an e-invoice' })
  @Get('readiness')
  @ApiQuery({ type: EInvoiceQueryDto })
  @ApiOkResponse({ type: EInvoiceReadinessDto, description: 'The rules that are not met.' })
  @ApiProblems(400, 401, 403, 404, 422)
  async readiness(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Query() query: object,
  ): Promise<EInvoiceReadinessDto> {
    const invoice = await this.invoices.get(accountId, id);
    const format = formatOf(invoice, query);
    return EInvoiceReadinessDto.from(format, eInvoiceFaults(invoice, format));
  }
}

/** @throws InvalidRequest where neither the query nor the invoice names a format */
function formatOf(invoice: Invoice, query: object): EInvoiceFormat {
  const asked = validRequest(EInvoiceQueryDto, { ...query }).format ?? invoice.format;
  if (asked === null) throw new InvalidRequest([{ pointer: '/format', ...missing }]);
  return asked;
}

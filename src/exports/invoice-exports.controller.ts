import { type Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { InvoiceFilterDto } from '../invoices/dto/invoice-filter.dto.js';
import { sendDownload } from './download.js';
import { InvoiceExportsService } from './invoice-exports.service.js';

const file = { schema: { type: 'string', format: 'binary' } };

/** The invoices of a list as one file, with the filters of the list. */
@ApiTags('Dashboard: exports')
@ApiCookieAuth('session')
@Controller('dashboard/invoice-export')
@UseGuards(SameOriginGuard, SessionGuard)
export class InvoiceExportsController {
  constructor(private readonly exports: InvoiceExportsService) {}

  @ApiOperation({ summary: 'Download invoices as CSV' })
  @Get('csv')
  @ApiQuery({ type: InvoiceFilterDto })
  @ApiOkResponse({
    description: 'RFC 4180 in UTF-8 with a byte order mark, newest first.',
    content: { 'text/csv': file },
  })
  @ApiProblems(401, 422)
  async csv(
    @CurrentCaller() { accountId }: Caller,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const filter = validRequest(InvoiceFilterDto, { ...query });
    return sendDownload(await this.exports.csv(accountId, filter), { request, reply });
  }

  @ApiOperation({ summary: 'Download the PDFs of invoices as ZIP' })
  @Get('zip')
  @ApiQuery({ type: InvoiceFilterDto })
  @ApiOkResponse({
    description:
      'At most 10,000 PDFs, each with a folder for its attachments where it has any; `not-included.txt` lists those that could not be made, if there are any.',
    content: { 'application/zip': file },
  })
  @ApiProblems(401, 422)
  async zip(
    @CurrentCaller() { accountId }: Caller,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const filter = validRequest(InvoiceFilterDto, { ...query });
    return sendDownload(await this.exports.zip(accountId, filter), { request, reply });
  }
}

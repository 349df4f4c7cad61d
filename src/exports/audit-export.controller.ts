import { Readable } from 'node:stream';
import { Controller, Get, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { AuditExportService } from './audit-export.service.js';
import { sendDownload } from './download.js';

/** The audit log as one file. */
@ApiTags('Dashboard: exports')
@ApiCookieAuth('session')
@Controller('dashboard/audit-log/csv')
@UseGuards(SameOriginGuard, SessionGuard)
export class AuditExportController {
  constructor(private readonly audit: AuditExportService) {}

  @ApiOperation({ summary: 'Download the audit log as CSV' })
  @Get()
  @ApiOkResponse({
    description: 'RFC 4180 in UTF-8 with a byte order mark, newest first.',
    content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiProblems(401)
  csv(
    @CurrentCaller() { accountId }: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Readable {
    return sendDownload(this.audit.csv(accountId), { request, reply });
  }
}

import { type Readable } from 'node:stream';
import { Controller, Get, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { AccountExportService } from './account-export.service.js';
import { sendDownload } from './download.js';

/** Everything of an account in one file. */
@ApiTags('Dashboard: exports')
@ApiCookieAuth('session')
@Controller('dashboard/account/export')
@UseGuards(SameOriginGuard, SessionGuard)
export class AccountExportController {
  constructor(
    private readonly account: AccountExportService,
    private readonly audit: AuditLog,
  ) {}

  @ApiOperation({ summary: 'Download everything of the account as ZIP' })
  @Get()
  @ApiOkResponse({
    description:
      'account.json, keys.json (obscured), mail-settings.json, tax-presets.json, customers.json, items.json, the logo, invoices/<number>.pdf, their attachments in folders beside them, invoices.json, schedules.json, batches.json with all rows, imports.json and webhooks.json (without secrets), each as the API answers it.',
    content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiProblems(401)
  async get(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    if (request.method !== 'HEAD') await this.audit.record(caller, { kind: 'account_exported' });
    return sendDownload(await this.account.zip(caller), { request, reply });
  }
}

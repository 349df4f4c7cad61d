import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { cursorPosition } from '../common/http/cursor.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { auditLimitDefault, AuditLogDto, ListAuditLogDto } from './dto/audit-log.dto.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionGuard } from './session.guard.js';

/** What happened in the account, for its users to read; nothing changes it. */
@ApiTags('Dashboard: security')
@ApiCookieAuth('session')
@Controller('dashboard/audit-log')
@UseGuards(SameOriginGuard, SessionGuard)
export class AuditLogController {
  constructor(private readonly audit: AuditLog) {}

  @ApiOperation({ summary: 'Read the audit log' })
  @Get()
  @ApiQuery({ type: ListAuditLogDto })
  @ApiOkResponse({ type: AuditLogDto, description: 'Lines of the log, newest first.' })
  @ApiProblems(401, 422)
  async list(@CurrentCaller() { accountId }: Caller, @Query() query: object): Promise<AuditLogDto> {
    const { limit, cursor } = validRequest(ListAuditLogDto, { ...query });
    const page = await this.audit.page(accountId, {
      beforeId: cursor == null ? undefined : cursorPosition('aud', cursor),
      limit: Number(limit ?? auditLimitDefault),
    });
    return AuditLogDto.from(page);
  }
}

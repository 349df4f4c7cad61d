import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { AccountDeletion } from './account-deletion.js';
import { DeleteAccountDto } from './dto/account.dto.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionReplies } from './session-replies.js';
import { SessionGuard } from './session.guard.js';

/** The account as a whole. */
@ApiTags('Dashboard: security')
@ApiCookieAuth('session')
@Controller('dashboard/account')
@UseGuards(SameOriginGuard, SessionGuard)
export class AccountController {
  constructor(
    private readonly deletion: AccountDeletion,
    private readonly replies: SessionReplies,
  ) {}

  @ApiOperation({ summary: 'Delete the account with everything in it' })
  @Post('delete')
  @HttpCode(204)
  @ApiBody({ type: DeleteAccountDto })
  @ApiNoContentResponse({
    description: 'Users, sessions, keys, invoices and PDFs of the account are gone for good.',
  })
  @ApiProblems(401, 403, 415, 422, 429)
  async delete(
    @CurrentCaller() caller: Caller,
    @Body() body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const confirmation = validRequest(DeleteAccountDto, body);
    await this.deletion.request(caller, confirmation, this.replies.browserOf(request));
    this.replies.clear(reply);
  }
}

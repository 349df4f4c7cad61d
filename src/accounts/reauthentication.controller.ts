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
import { ReauthenticateDto } from './dto/password.dto.js';
import { PasswordsService } from './passwords.service.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionReplies } from './session-replies.js';
import { SessionGuard } from './session.guard.js';

/** Giving the password again, for what needs a log-in that is a few minutes old. */
@ApiTags('Dashboard: sign-in')
@ApiCookieAuth('session')
@Controller('dashboard/reauthenticate')
@UseGuards(SameOriginGuard, SessionGuard)
export class ReauthenticationController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly replies: SessionReplies,
  ) {}

  @ApiOperation({ summary: 'Give the password again' })
  @Post()
  @HttpCode(204)
  @ApiBody({ type: ReauthenticateDto })
  @ApiNoContentResponse({
    description:
      'The log-in is fresh for ten minutes; the browser has a new session for its old one.',
  })
  @ApiProblems(401, 403, 415, 422, 429)
  async reauthenticate(
    @CurrentCaller() caller: Caller,
    @Body() body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { password } = validRequest(ReauthenticateDto, body);
    const browser = this.replies.browserOf(request);
    const user = await this.passwords.verified(caller, { password, pointer: '/password' }, browser);
    const beginning = { proof: 'session', kind: 'reauthenticated' } as const;
    await this.replies.start(user, { request, reply }, beginning);
  }
}

import { Controller, Get, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { SessionListDto } from './dto/session.dto.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionReplies } from './session-replies.js';
import { SessionGuard } from './session.guard.js';
import { SessionsService } from './sessions.service.js';

/** The browsers in which a user is signed in. */
@ApiTags('Dashboard: security')
@ApiCookieAuth('session')
@Controller('dashboard/sessions')
@UseGuards(SameOriginGuard, SessionGuard)
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly replies: SessionReplies,
  ) {}

  @ApiOperation({ summary: 'List the browsers that are signed in' })
  @Get()
  @ApiOkResponse({ type: SessionListDto, description: 'Your open sessions, latest use first.' })
  @ApiProblems(401)
  async list(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<SessionListDto> {
    return SessionListDto.from(await this.sessions.list(caller, this.replies.tokenOf(request)));
  }

  @ApiOperation({ summary: 'Sign one browser out' })
  @Post(':id/end')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The session is refused from now on.' })
  @ApiProblems(401, 403, 404)
  async end(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.sessions.endOne(caller, id);
  }

  @ApiOperation({ summary: 'Sign every browser out' })
  @Post('end-all')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'All your sessions have ended, this one too.' })
  @ApiProblems(401, 403)
  async endAll(
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(caller);
    this.replies.clear(reply);
  }
}

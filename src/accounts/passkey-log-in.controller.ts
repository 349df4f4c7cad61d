import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { PasskeyLoginDto, PasskeyOptionsDto } from './dto/passkey.dto.js';
import { SessionDto } from './dto/sign-in.dto.js';
import { PasskeyLogIns } from './passkey-log-ins.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionReplies } from './session-replies.js';

/** Log-in by a passkey, in place of mail address, password and code. */
@ApiTags('Dashboard: sign-in')
@Controller('dashboard/passkey-login')
@UseGuards(SameOriginGuard)
export class PasskeyLogInController {
  constructor(
    private readonly logIns: PasskeyLogIns,
    private readonly replies: SessionReplies,
  ) {}

  @ApiOperation({ summary: 'Begin to sign in with a passkey' })
  @Post('options')
  @HttpCode(200)
  @ApiOkResponse({ type: PasskeyOptionsDto, description: 'For navigator.credentials.get().' })
  @ApiProblems(403, 429)
  async options(@Req() request: FastifyRequest): Promise<PasskeyOptionsDto> {
    return { options: await this.logIns.begin(this.replies.browserOf(request)) };
  }

  @ApiOperation({ summary: 'Sign in with a passkey' })
  @Post()
  @HttpCode(200)
  @ApiBody({ type: PasskeyLoginDto })
  @ApiOkResponse({ type: SessionDto, description: 'The browser is signed in.' })
  @ApiProblems(401, 403, 415, 422)
  async logIn(
    @Body() body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { response } = validRequest(PasskeyLoginDto, body);
    const user = await this.logIns.logIn(response);
    const beginning = { proof: 'both factors', kind: 'signed_in' } as const;
    return this.replies.start(user, { request, reply }, beginning);
  }
}

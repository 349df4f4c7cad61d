import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiOperation,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller, originOf } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { AccountsService } from './accounts.service.js';
import { LoginDto, SessionDto, SignupDto } from './dto/sign-in.dto.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionReplies } from './session-replies.js';
import { SessionGuard } from './session.guard.js';
import { SessionsService } from './sessions.service.js';
import { SignUpService } from './sign-up.service.js';

/** Sign-up, log-in and log-out of the dashboard. */
@ApiTags('Dashboard: sign-in')
@Controller('dashboard')
@UseGuards(SameOriginGuard)
export class SignInController {
  constructor(
    private readonly signUps: SignUpService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly replies: SessionReplies,
  ) {}

  @ApiOperation({ summary: 'Make an account and sign in' })
  @Post('signup')
  @ApiBody({ type: SignupDto })
  @ApiCreatedResponse({
    type: SessionDto,
    description: 'The account is made and the browser signed in.',
  })
  @ApiProblems(403, 409, 415, 422, 429)
  async signUp(
    @Body() body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const user = await this.signUps.signUp(body, this.replies.browserOf(request));
    return this.replies.start(user, { request, reply }, { proof: 'password' });
  }

  @ApiOperation({
    summary: 'Sign in',
    description:
      'Where two-factor log-in is on, the right password alone is answered 401 `second_factor_required`: send the same again with `code`.',
  })
  @Post('login')
  @HttpCode(200)
  @ApiBody({ type: LoginDto })
  @ApiOkResponse({ type: SessionDto, description: 'The browser is signed in.' })
  @ApiProblems(401, 403, 409, 415, 422, 429)
  async logIn(
    @Body() body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const login = validRequest(LoginDto, body);
    const { user, proof } = await this.accounts.logIn(login, this.replies.browserOf(request));
    return this.replies.start(user, { request, reply }, { proof, kind: 'signed_in' });
  }

  @ApiOperation({ summary: 'Sign out' })
  @Post('logout')
  @HttpCode(204)
  @ApiCookieAuth('session')
  @ApiNoContentResponse({ description: 'The session has ended; also when there was none.' })
  @ApiProblems(403)
  async logOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(this.replies.tokenOf(request), originOf(request));
    this.replies.clear(reply);
  }

  @ApiOperation({ summary: 'Who is signed in' })
  @Get('session')
  @UseGuards(SessionGuard)
  @ApiCookieAuth('session')
  @ApiOkResponse({ type: SessionDto, description: 'Who is signed in.' })
  @ApiProblems(401)
  session(@CurrentCaller() caller: Caller): Promise<SessionDto> {
    return this.accounts.session(caller);
  }
}

import { Body, Controller, Get, HttpCode, Post, Put, Req, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { ChangeEmailDto, ConfirmEmailDto, LoginEmailDto } from './dto/email.dto.js';
import { EmailChangeRequests } from './email-change-requests.js';
import { EmailChanges } from './email-changes.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionReplies } from './session-replies.js';
import { NeedsFreshLogin, SessionGuard } from './session.guard.js';

/** The mail address that a person signs in with. */
@ApiTags('Dashboard: security')
@Controller('dashboard/email')
@UseGuards(SameOriginGuard)
export class EmailController {
  constructor(
    private readonly changes: EmailChanges,
    private readonly requests: EmailChangeRequests,
    private readonly replies: SessionReplies,
  ) {}

  @ApiOperation({ summary: 'Look at the mail address' })
  @Get()
  @UseGuards(SessionGuard)
  @ApiCookieAuth('session')
  @ApiOkResponse({ type: LoginEmailDto, description: 'The address, and the one that waits.' })
  @ApiProblems(401)
  async get(@CurrentCaller() caller: Caller): Promise<LoginEmailDto> {
    return LoginEmailDto.from(await this.changes.state(caller));
  }

  @ApiOperation({ summary: 'Change the mail address' })
  @Put()
  @UseGuards(SessionGuard)
  @NeedsFreshLogin()
  @ApiCookieAuth('session')
  @ApiBody({ type: ChangeEmailDto })
  @ApiOkResponse({
    type: LoginEmailDto,
    description:
      'A link was mailed to the new address, which waits for it; without a mail server the address is changed, and every other session has ended.',
  })
  @ApiProblems(401, 403, 409, 415, 422, 429)
  async change(
    @CurrentCaller() caller: Caller,
    @Body() body: object,
    @Req() request: FastifyRequest,
  ): Promise<LoginEmailDto> {
    const { email } = validRequest(ChangeEmailDto, body);
    await this.requests.add(caller, email, this.replies.browserOf(request));
    return LoginEmailDto.from(await this.changes.state(caller));
  }

  @ApiOperation({ summary: 'Confirm a new mail address with the token of a mailed link' })
  @Post('confirm')
  @HttpCode(204)
  @ApiBody({ type: ConfirmEmailDto })
  @ApiNoContentResponse({
    description: 'The address is changed, and every session but that of this browser has ended.',
  })
  @ApiProblems(403, 409, 415, 422)
  async confirm(@Body() body: object, @Req() request: FastifyRequest): Promise<void> {
    const { token } = validRequest(ConfirmEmailDto, body);
    await this.changes.confirm(token, this.replies.browserOf(request));
  }
}

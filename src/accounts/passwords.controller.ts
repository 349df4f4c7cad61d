import { Body, Controller, HttpCode, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import {
  ChangePasswordDto,
  ConfirmPasswordResetDto,
  RequestPasswordResetDto,
} from './dto/password.dto.js';
import { SessionDto } from './dto/sign-in.dto.js';
import { PasswordResetRequests } from './password-reset-requests.js';
import { PasswordResets } from './password-resets.js';
import { PasswordsService } from './passwords.service.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionReplies } from './session-replies.js';
import { SessionGuard } from './session.guard.js';

/** Changing a password, and choosing a new one with a mailed link. */
@ApiTags('Dashboard: security')
@Controller('dashboard')
@UseGuards(SameOriginGuard)
export class PasswordsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly resetRequests: PasswordResetRequests,
    private readonly resets: PasswordResets,
    private readonly replies: SessionReplies,
  ) {}

  @ApiOperation({ summary: 'Have a link mailed that sets a new password' })
  @Post('password-reset')
  @HttpCode(202)
  @ApiBody({ type: RequestPasswordResetDto })
  @ApiAcceptedResponse({
    description: 'A link is mailed if somebody has this address; the answer does not tell.',
  })
  @ApiProblems(403, 409, 415, 422, 429)
  async request(@Body() body: object, @Req() request: FastifyRequest): Promise<void> {
    const { email } = validRequest(RequestPasswordResetDto, body);
    await this.resetRequests.add(email, this.replies.browserOf(request));
  }

  @ApiOperation({ summary: 'Set a new password with the token of a mailed link' })
  @Post('password-reset/confirm')
  @HttpCode(204)
  @ApiBody({ type: ConfirmPasswordResetDto })
  @ApiNoContentResponse({
    description: 'The password is set and every session of the user has ended. Log in with it.',
  })
  @ApiProblems(403, 415, 422)
  async confirm(@Body() body: object, @Req() request: FastifyRequest): Promise<void> {
    const reset = validRequest(ConfirmPasswordResetDto, body);
    await this.resets.confirm(reset, this.replies.browserOf(request));
  }

  @ApiOperation({ summary: 'Change the password' })
  @Put('password')
  @UseGuards(SessionGuard)
  @ApiCookieAuth('session')
  @ApiBody({ type: ChangePasswordDto })
  @ApiOkResponse({
    type: SessionDto,
    description: 'This browser has a new session; every other one has ended.',
  })
  @ApiProblems(401, 403, 415, 422, 429)
  async change(
    @CurrentCaller() caller: Caller,
    @Body() body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const change = validRequest(ChangePasswordDto, body);
    const user = await this.passwords.change(caller, change, this.replies.browserOf(request));
    return this.replies.start(user, { request, reply }, { proof: 'both factors' });
  }
}

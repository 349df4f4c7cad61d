import { Body, Controller, Delete, Get, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { TwoFactorService } from '../two-factor/two-factor.service.js';
import { AccountsService } from './accounts.service.js';
import {
  ConfirmTwoFactorDto,
  RecoveryCodesDto,
  TwoFactorDto,
  TwoFactorSetupDto,
} from './dto/two-factor.dto.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionReplies } from './session-replies.js';
import { NeedsFreshLogin, SessionGuard } from './session.guard.js';
import { SessionsService } from './sessions.service.js';

/** The second factor of whoever is signed in. */
@ApiTags('Dashboard: security')
@ApiCookieAuth('session')
@Controller('dashboard/two-factor')
@UseGuards(SameOriginGuard, SessionGuard)
export class TwoFactorController {
  constructor(
    private readonly twoFactor: TwoFactorService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly replies: SessionReplies,
  ) {}

  @ApiOperation({ summary: 'Whether two-factor log-in is on' })
  @Get()
  @ApiOkResponse({ type: TwoFactorDto, description: 'Your second factor.' })
  @ApiProblems(401)
  async get(@CurrentCaller() caller: Caller): Promise<TwoFactorDto> {
    return TwoFactorDto.from(await this.twoFactor.state(caller));
  }

  @ApiOperation({ summary: 'Begin to turn two-factor log-in on' })
  @Post()
  @NeedsFreshLogin()
  @ApiCreatedResponse({
    type: TwoFactorSetupDto,
    description: 'A secret for an authenticator app; nothing changes before it is confirmed.',
  })
  @ApiProblems(401, 403, 409)
  async begin(@CurrentCaller() caller: Caller): Promise<TwoFactorSetupDto> {
    const { email } = await this.accounts.signedIn(caller);
    return this.twoFactor.begin(caller, email);
  }

  @ApiOperation({ summary: 'Turn two-factor log-in on by a first code' })
  @Post('confirm')
  @HttpCode(200)
  @ApiBody({ type: ConfirmTwoFactorDto })
  @ApiOkResponse({
    type: RecoveryCodesDto,
    description: 'It is on, and every other session of yours has ended.',
  })
  @ApiProblems(401, 403, 409, 415, 422)
  async confirm(
    @CurrentCaller() caller: Caller,
    @Body() body: object,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesDto> {
    const { code } = validRequest(ConfirmTwoFactorDto, body);
    const endOthers = this.sessions.endingOthers(caller, this.replies.tokenOf(request));
    return { recovery_codes: await this.twoFactor.confirm(caller, code, endOthers) };
  }

  @ApiOperation({ summary: 'Make new recovery codes' })
  @Post('recovery-codes')
  @NeedsFreshLogin()
  @ApiCreatedResponse({
    type: RecoveryCodesDto,
    description: 'Ten new codes; the former ones do not work any more.',
  })
  @ApiProblems(401, 403, 409)
  async renewCodes(@CurrentCaller() caller: Caller): Promise<RecoveryCodesDto> {
    return { recovery_codes: await this.twoFactor.renewCodes(caller) };
  }

  @ApiOperation({ summary: 'Turn two-factor log-in off' })
  @Delete()
  @HttpCode(204)
  @NeedsFreshLogin()
  @ApiNoContentResponse({ description: 'The password alone is enough; also where it was off.' })
  @ApiProblems(401, 403)
  async turnOff(@CurrentCaller() caller: Caller): Promise<void> {
    const { email } = await this.accounts.signedIn(caller);
    await this.twoFactor.turnOff(caller, email);
  }
}

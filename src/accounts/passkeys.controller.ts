import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { PasskeysService } from '../two-factor/passkeys.service.js';
import { AccountsService } from './accounts.service.js';
import { AddPasskeyDto, PasskeyDto, PasskeyListDto, PasskeyOptionsDto } from './dto/passkey.dto.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { NeedsFreshLogin, SessionGuard } from './session.guard.js';

/** The passkeys of whoever is signed in. */
@ApiTags('Dashboard: security')
@ApiCookieAuth('session')
@Controller('dashboard/passkeys')
@UseGuards(SameOriginGuard, SessionGuard)
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly accounts: AccountsService,
  ) {}

  @ApiOperation({ summary: 'List your passkeys' })
  @Get()
  @ApiOkResponse({ type: PasskeyListDto, description: 'Your passkeys, oldest first.' })
  @ApiProblems(401)
  async list(@CurrentCaller() caller: Caller): Promise<PasskeyListDto> {
    return PasskeyListDto.from(await this.passkeys.list(caller));
  }

  @ApiOperation({ summary: 'Begin to add a passkey' })
  @Post('options')
  @HttpCode(200)
  @NeedsFreshLogin()
  @ApiOkResponse({ type: PasskeyOptionsDto, description: 'For navigator.credentials.create().' })
  @ApiProblems(401, 403, 409)
  async options(@CurrentCaller() caller: Caller): Promise<PasskeyOptionsDto> {
    const { email } = await this.accounts.signedIn(caller);
    return { options: await this.passkeys.begin(caller, email) };
  }

  @ApiOperation({ summary: 'Add a passkey' })
  @Post()
  @NeedsFreshLogin()
  @ApiBody({ type: AddPasskeyDto })
  @ApiCreatedResponse({ type: PasskeyDto, description: 'The passkey logs you in from now on.' })
  @ApiProblems(401, 403, 409, 415, 422)
  async add(@CurrentCaller() caller: Caller, @Body() body: object): Promise<PasskeyDto> {
    const { name, response: answer } = validRequest(AddPasskeyDto, body);
    const { email } = await this.accounts.signedIn(caller);
    return PasskeyDto.from(await this.passkeys.add(caller, email, { name, answer }));
  }

  @ApiOperation({ summary: 'Remove a passkey' })
  @Delete(':id')
  @HttpCode(204)
  @NeedsFreshLogin()
  @ApiNoContentResponse({ description: 'It opens nothing from now on.' })
  @ApiProblems(401, 403, 404)
  async remove(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.passkeys.remove(caller, id);
  }
}

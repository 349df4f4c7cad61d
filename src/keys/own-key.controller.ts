import { Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { OrganizationDto } from '../accounts/dto/organization.dto.js';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { Clock } from '../common/time/clock.js';
import { BearerGuard } from './bearer.guard.js';
import { AccountDto } from './dto/account.dto.js';
import { KeyDto } from './dto/key.dto.js';
import { KeysService } from './keys.service.js';

/** What a key may know and do about itself: look, test the connection, and revoke itself when it has leaked. */
@ApiTags('Account and key')
@ApiBearerAuth('api-key')
@Controller('v1')
@UseGuards(BearerGuard)
export class OwnKeyController {
  constructor(
    private readonly keys: KeysService,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Read the account of the key' })
  @Get('account')
  @ApiOkResponse({
    type: AccountDto,
    description: 'The account of the key; a cheap connection test.',
  })
  @ApiProblems(400, 401, 403)
  async account(@CurrentCaller() { accountId }: Caller): Promise<AccountDto> {
    const organization = await this.organizations.get(accountId);
    return { id: accountId, object: 'account', organization: OrganizationDto.from(organization) };
  }

  @ApiOperation({ summary: 'Look at the key of the request' })
  @Get('api-key')
  @ApiOkResponse({ type: KeyDto, description: 'The key of this request.' })
  @ApiProblems(400, 401, 403)
  async apiKey(@CurrentCaller() { accountId, actorId }: Caller): Promise<KeyDto> {
    return KeyDto.from(await this.keys.get(accountId, actorId), this.clock.nowText());
  }

  @ApiOperation({ summary: 'Revoke the key of the request' })
  @Post('api-key/revoke')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The key of this request is refused from now on.' })
  @ApiProblems(400, 401, 403)
  async revoke(@CurrentCaller() caller: Caller): Promise<void> {
    await this.keys.revoke(caller, caller.actorId);
  }
}

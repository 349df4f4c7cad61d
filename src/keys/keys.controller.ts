import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiOperation,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { NeedsFreshLogin, SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { Clock } from '../common/time/clock.js';
import {
  CreateKeyDto,
  IssuedKeyDto,
  KeyDto,
  KeyListDto,
  DescribeKeyDto,
  RevokedKeysDto,
  RotateKeyDto,
} from './dto/key.dto.js';
import { expiryOf, tidy } from './key-requests.js';
import { KeysService } from './keys.service.js';

/** Keys are managed from the dashboard only: a key that could make keys would outlive its own revocation. */
@ApiTags('Dashboard: API keys')
@ApiCookieAuth('session')
@Controller('dashboard/keys')
@UseGuards(SameOriginGuard, SessionGuard)
export class KeysController {
  constructor(
    private readonly keys: KeysService,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'List keys, obscured' })
  @Get()
  @ApiOkResponse({ type: KeyListDto, description: 'The keys of the account, obscured.' })
  @ApiProblems(401)
  async list(@CurrentCaller() { accountId }: Caller): Promise<KeyListDto> {
    const keys = await this.keys.list(accountId);
    return { data: keys.map((apiKey) => KeyDto.from(apiKey, this.clock.nowText())) };
  }

  @ApiOperation({ summary: 'Generate a key, shown once' })
  @Post()
  @NeedsFreshLogin()
  @Header('Cache-Control', 'no-store')
  @ApiBody({ type: CreateKeyDto })
  @ApiCreatedResponse({ type: IssuedKeyDto, description: 'The key, for the only time.' })
  @ApiProblems(401, 403, 409, 415, 422)
  async generate(@CurrentCaller() caller: Caller, @Body() body: object): Promise<IssuedKeyDto> {
    const request = validRequest(CreateKeyDto, body);
    const issued = await this.keys.generate(caller, {
      name: tidy(request.name),
      note: tidy(request.note ?? '') || null,
      expiresAt: expiryOf(request, this.clock.now()),
    });
    return IssuedKeyDto.fromIssued(issued, this.clock.nowText());
  }

  @ApiOperation({ summary: 'Change the name or the note of a key' })
  @Patch(':id')
  @ApiBody({ type: DescribeKeyDto })
  @ApiOkResponse({ type: KeyDto, description: 'The key as it is called now.' })
  @ApiProblems(401, 403, 404, 415, 422)
  async describe(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: object,
  ): Promise<KeyDto> {
    const { name, note } = validRequest(DescribeKeyDto, body);
    const apiKey = await this.keys.describe(caller, id, {
      name: tidy(name),
      note: note == null ? undefined : tidy(note) || null,
    });
    return KeyDto.from(apiKey, this.clock.nowText());
  }

  @ApiOperation({ summary: 'Replace a key, with an overlap' })
  @Post(':id/rotate')
  @NeedsFreshLogin()
  @Header('Cache-Control', 'no-store')
  @ApiBody({ type: RotateKeyDto })
  @ApiCreatedResponse({
    type: IssuedKeyDto,
    description: 'The new key, for the only time; the old one works on for the overlap.',
  })
  @ApiProblems(401, 403, 404, 409, 415, 422)
  async rotate(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: object,
  ): Promise<IssuedKeyDto> {
    const { overlap } = validRequest(RotateKeyDto, body);
    const issued = await this.keys.rotate(caller, id, overlap);
    return IssuedKeyDto.fromIssued(issued, this.clock.nowText());
  }

  @ApiOperation({ summary: 'Revoke a key' })
  @Post(':id/revoke')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The key is refused from now on, everywhere.' })
  @ApiProblems(401, 403, 404)
  async revoke(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.keys.revoke(caller, id);
  }

  @ApiOperation({ summary: 'Revoke every key' })
  @Post('revoke-all')
  @NeedsFreshLogin()
  @HttpCode(200)
  @ApiOkResponse({ type: RevokedKeysDto, description: 'All keys are refused from now on.' })
  @ApiProblems(401, 403)
  async revokeAll(@CurrentCaller() caller: Caller): Promise<RevokedKeysDto> {
    return { revoked: await this.keys.revokeAll(caller) };
  }
}

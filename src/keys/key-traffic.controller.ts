import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { KeyDayDto, KeyTrafficDto, KeyTrafficQueryDto } from './dto/key-traffic.dto.js';
import { KeyTraffic, trafficDays } from './key-traffic.js';

/** What the keys of an account are used for. */
@ApiTags('Dashboard: API keys')
@ApiCookieAuth('session')
@Controller('dashboard/keys/usage')
@UseGuards(SameOriginGuard, SessionGuard)
export class KeyTrafficController {
  constructor(private readonly traffic: KeyTraffic) {}

  @ApiOperation({ summary: 'Count requests per key and day' })
  @Get()
  @ApiQuery({ type: KeyTrafficQueryDto })
  @ApiOkResponse({ type: KeyTrafficDto, description: 'Requests per key and day, in UTC.' })
  @ApiProblems(401, 422)
  async list(
    @CurrentCaller() { accountId }: Caller,
    @Query() query: object,
  ): Promise<KeyTrafficDto> {
    const { days } = validRequest(KeyTrafficQueryDto, { ...query });
    const { data, ...range } = await this.traffic.list(accountId, Number(days ?? trafficDays));
    return { ...range, data: data.map((count) => KeyDayDto.from(count)) };
  }
}

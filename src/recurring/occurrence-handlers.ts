import { Get, HttpCode, Injectable, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { ListOccurrencesDto, UpcomingQueryDto } from './dto/list-schedules.dto.js';
import { OccurrenceDto, OccurrenceListDto, PeriodDto, UpcomingDto } from './dto/occurrence.dto.js';
import { OccurrencesService } from './occurrences.service.js';
import { SchedulesService } from './schedules.service.js';

/** The routes of the periods of a schedule, written once for both doors. */
@Injectable()
export abstract class OccurrenceHandlers {
  constructor(
    private readonly schedules: SchedulesService,
    private readonly occurrences: OccurrencesService,
  ) {}

  @ApiOperation({ summary: 'See the next dates of a schedule' })
  @Get('upcoming')
  @ApiQuery({ type: UpcomingQueryDto })
  @ApiOkResponse({
    type: UpcomingDto,
    description: 'The next periods; of a paused schedule as if it were resumed today.',
  })
  @ApiProblems(400, 401, 403, 404, 422)
  async upcoming(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Query() query: object,
  ): Promise<UpcomingDto> {
    const limit = UpcomingQueryDto.limitOf(validRequest(UpcomingQueryDto, { ...query }));
    const periods = await this.schedules.upcoming(accountId, id, limit);
    return { data: periods.map((period) => PeriodDto.from(period)) };
  }

  @ApiOperation({ summary: 'List what became of the periods of a schedule, newest first' })
  @Get('occurrences')
  @ApiQuery({ type: ListOccurrencesDto })
  @ApiOkResponse({ type: OccurrenceListDto, description: 'A page of periods, newest first.' })
  @ApiProblems(400, 401, 403, 404, 422)
  async list(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Query() query: object,
  ): Promise<OccurrenceListDto> {
    const filter = validRequest(ListOccurrencesDto, { ...query });
    const { limit, before } = ListOccurrencesDto.extentOf(filter);
    // One more than asked for tells whether there is another page.
    const page = { before, limit: limit + 1 };
    return OccurrenceListDto.from(await this.occurrences.page(accountId, id, page), limit);
  }

  @ApiOperation({ summary: 'Try to issue the invoice of a period that has failed again' })
  @Post('occurrences/:date/retry')
  @HttpCode(200)
  @ApiOkResponse({ type: OccurrenceDto, description: 'The period with its invoice.' })
  @ApiProblems(400, 401, 403, 404, 409, 422)
  async retry(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Param('date') date: string,
  ): Promise<OccurrenceDto> {
    return OccurrenceDto.fromOccurrence(await this.occurrences.retry(accountId, id, date));
  }

  @ApiOperation({ summary: 'Give a period that has failed up' })
  @Post('occurrences/:date/skip')
  @HttpCode(200)
  @ApiOkResponse({ type: OccurrenceDto, description: 'The period as it is now.' })
  @ApiProblems(400, 401, 403, 404, 409)
  async skip(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Param('date') date: string,
  ): Promise<OccurrenceDto> {
    return OccurrenceDto.fromOccurrence(await this.occurrences.skip(accountId, id, date));
  }
}

import {
  Body,
  Delete,
  Get,
  HttpCode,
  Injectable,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { ApiIdempotencyKey } from '../invoices/api-issue.decorator.js';
import { idempotencyKey } from '../invoices/idempotency-key.js';
import { CreateScheduleDto } from './dto/create-schedule.dto.js';
import { ListSchedulesDto } from './dto/list-schedules.dto.js';
import { SchedulePreviewDto } from './dto/occurrence.dto.js';
import { ScheduleDto, ScheduleListDto } from './dto/schedule.dto.js';
import { ScheduleChanges } from './schedule-changes.js';
import { ScheduleRequests } from './schedule-requests.js';
import { SchedulesService } from './schedules.service.js';

const paths = { api: '/v1/schedules', dashboard: '/dashboard/schedules' } as const;

/** The routes of schedules, written once for both doors. */
@Injectable()
export abstract class ScheduleHandlers {
  constructor(
    private readonly requests: ScheduleRequests,
    private readonly schedules: SchedulesService,
    private readonly changes: ScheduleChanges,
  ) {}

  @ApiOperation({ summary: 'Make a schedule that issues an invoice again and again' })
  @Post()
  @ApiBody({ type: CreateScheduleDto })
  @ApiIdempotencyKey()
  @ApiCreatedResponse({
    type: ScheduleDto,
    description: 'The schedule; what is due already is issued in the background.',
  })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async add(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScheduleDto> {
    const sent = { body, key: idempotencyKey(request) };
    const { schedule, replayed } = await this.schedules.add(caller, sent, (...request) =>
      this.requests.checkNew(...request),
    );
    void reply.header('location', `${paths[caller.source]}/${schedule.id}`);
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return ScheduleDto.from(schedule);
  }

  @ApiOperation({ summary: 'See what a schedule would do, without storing it' })
  @Post('preview')
  @HttpCode(200)
  @ApiBody({ type: CreateScheduleDto })
  @ApiOkResponse({ type: SchedulePreviewDto, description: 'Its first dates and first invoice.' })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async preview(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
  ): Promise<SchedulePreviewDto> {
    return SchedulePreviewDto.from(await this.requests.checkNew(caller, body));
  }

  @ApiOperation({ summary: 'List schedules, newest first' })
  @Get()
  @ApiQuery({ type: ListSchedulesDto })
  @ApiOkResponse({ type: ScheduleListDto, description: 'A page of schedules, newest first.' })
  @ApiProblems(400, 401, 403, 422)
  async list(
    @CurrentCaller() { accountId }: Caller,
    @Query() query: object,
  ): Promise<ScheduleListDto> {
    const filter = validRequest(ListSchedulesDto, { ...query });
    const { limit, before } = ListSchedulesDto.extentOf(filter);
    // One more than asked for tells whether there is another page.
    const page = { status: filter.status ?? undefined, before, limit: limit + 1 };
    return ScheduleListDto.from(await this.schedules.page(accountId, page), limit);
  }

  @ApiOperation({ summary: 'Read a schedule' })
  @Get(':id')
  @ApiOkResponse({ type: ScheduleDto, description: 'The schedule.' })
  @ApiProblems(400, 401, 403, 404)
  async get(@CurrentCaller() { accountId }: Caller, @Param('id') id: string): Promise<ScheduleDto> {
    return ScheduleDto.from(await this.schedules.get(accountId, id));
  }

  @ApiOperation({ summary: 'Replace what a schedule asks for, from its next period on' })
  @Put(':id')
  @ApiBody({ type: CreateScheduleDto })
  @ApiOkResponse({ type: ScheduleDto, description: 'The schedule as it is now.' })
  @ApiProblems(400, 401, 403, 404, 409, 413, 415, 422)
  async replace(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<ScheduleDto> {
    const checked = await this.requests.check(caller, body);
    return ScheduleDto.from(await this.changes.replace(caller, id, checked));
  }

  @ApiOperation({ summary: 'Pause a schedule: it issues nothing until it is resumed' })
  @Post(':id/pause')
  @HttpCode(200)
  @ApiOkResponse({ type: ScheduleDto, description: 'The schedule as it is now.' })
  @ApiProblems(400, 401, 403, 404, 409)
  async pause(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<ScheduleDto> {
    return ScheduleDto.from(await this.changes.pause(caller, id));
  }

  @ApiOperation({ summary: 'Resume a schedule; what was missed meanwhile is skipped' })
  @Post(':id/resume')
  @HttpCode(200)
  @ApiOkResponse({ type: ScheduleDto, description: 'The schedule as it is now.' })
  @ApiProblems(400, 401, 403, 404, 409)
  async resume(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<ScheduleDto> {
    return ScheduleDto.from(await this.changes.resume(caller, id));
  }

  @ApiOperation({ summary: 'End a schedule for good' })
  @Post(':id/end')
  @HttpCode(200)
  @ApiOkResponse({ type: ScheduleDto, description: 'The schedule as it is now.' })
  @ApiProblems(400, 401, 403, 404)
  async end(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<ScheduleDto> {
    return ScheduleDto.from(await this.changes.end(caller, id));
  }

  @ApiOperation({ summary: 'Delete a schedule; the invoices that it has made stay' })
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems(400, 401, 403, 404)
  async remove(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.schedules.remove(caller, id);
  }
}

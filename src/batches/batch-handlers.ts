import { Get, Injectable, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { BatchesService } from './batches.service.js';
import { BatchDto, BatchListDto, BatchRowsDto } from './dto/batch.dto.js';
import { ListBatchRowsDto } from './dto/list-rows.dto.js';

/** The routes by which batches are read, written once for both doors. */
@Injectable()
export abstract class BatchHandlers {
  constructor(private readonly batches: BatchesService) {}

  @ApiOperation({ summary: 'List the newest batches' })
  @Get()
  @ApiOkResponse({ type: BatchListDto, description: 'The newest twenty, newest first.' })
  @ApiProblems(400, 401, 403)
  async list(@CurrentCaller() { accountId }: Caller): Promise<BatchListDto> {
    const newest = await this.batches.newest(accountId);
    return { data: newest.map((batch) => BatchDto.from(batch)) };
  }

  @ApiOperation({ summary: 'See how far a batch has come' })
  @Get(':id')
  @ApiOkResponse({ type: BatchDto, description: 'The batch.' })
  @ApiProblems(400, 401, 403, 404)
  async get(@CurrentCaller() { accountId }: Caller, @Param('id') id: string): Promise<BatchDto> {
    return BatchDto.from(await this.batches.get(accountId, id));
  }

  @ApiOperation({ summary: 'Read what has become of each row of a batch' })
  @Get(':id/rows')
  @ApiQuery({ type: ListBatchRowsDto })
  @ApiOkResponse({ type: BatchRowsDto, description: 'A page of rows, in the order of the batch.' })
  @ApiProblems(400, 401, 403, 404, 422)
  async rows(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Query() query: object,
  ): Promise<BatchRowsDto> {
    const filter = validRequest(ListBatchRowsDto, { ...query });
    const { limit, after } = ListBatchRowsDto.extentOf(filter);
    // One more than asked for tells whether there is another page.
    const page = { status: filter.status ?? undefined, after, limit: limit + 1 };
    return BatchRowsDto.from(await this.batches.rows(accountId, id, page), limit);
  }
}

import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiCookieAuth,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { ApiIdempotencyKey } from '../invoices/api-issue.decorator.js';
import { idempotencyKey } from '../invoices/idempotency-key.js';
import { BearerGuard } from '../keys/bearer.guard.js';
import { bodyBytesMax } from './batch.js';
import { BatchHandlers } from './batch-handlers.js';
import { BatchesService } from './batches.service.js';
import { BatchDto } from './dto/batch.dto.js';
import { CreateBatchDto, rowsOf } from './dto/create-batch.dto.js';

/** Takes batches; the key is checked before the body is read (keys/keys-before-bodies.ts). */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller('v1/invoices')
export class CreateBatchController {
  constructor(private readonly batches: BatchesService) {}

  @ApiOperation({ summary: 'Issue up to 1,000 invoices with one request' })
  @Post('batch')
  @RouteConfig({ largeBodyBytesMax: bodyBytesMax })
  @HttpCode(202)
  @ApiBody({ type: CreateBatchDto })
  @ApiIdempotencyKey()
  @ApiAcceptedResponse({
    type: BatchDto,
    description:
      'The batch, stored and begun. Its invoices are issued in their order; `Location` says where to look how far it is.',
  })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async create(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchDto> {
    const key = idempotencyKey(request);
    const { batch, replayed } = await this.batches.accept(caller, rowsOf(body), key);
    void reply.header('location', `/v1/batches/${batch.id}`);
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return BatchDto.from(batch);
  }
}

/** Batches through the API door. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller('v1/batches')
@UseGuards(BearerGuard)
export class BatchesController extends BatchHandlers {}

/** Batches through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/batches')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardBatchesController extends BatchHandlers {}

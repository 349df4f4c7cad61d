import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answer } from '../common/http/fields.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { Readiness } from './readiness.js';

class HealthDto {
  @Answer({ type: 'string', enum: ['ok'], description: 'Always "ok".' }) status: 'ok';
}

/** For whoever starts, restarts and routes to this process. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers. */
  @ApiOperation({ summary: 'The process answers' })
  @Get('live')
  @ApiOkResponse({ type: HealthDto, description: 'The process runs.' })
  live(): HealthDto {
    return { status: 'ok' };
  }

  /** Requests can be served. @throws ShuttingDown, RendererDown, DatabaseUnavailable, DatabaseBusy */
  @ApiOperation({ summary: 'Requests can be served' })
  @Get('ready')
  @ApiOkResponse({ type: HealthDto, description: 'The process runs and its database answers.' })
  @ApiProblems()
  async ready(): Promise<HealthDto> {
    await this.readiness.check();
    return { status: 'ok' };
  }
}

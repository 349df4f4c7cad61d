import { Controller, Get, Header, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiAcceptedResponse,
  ApiCookieAuth,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { BatchDto } from '../batches/dto/batch.dto.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { uploadedForm } from '../common/http/upload.js';
import { ApiImportForm } from './dto/api-import-form.decorator.js';
import { FileFormatDto, ImportPlanDto } from './dto/import-plan.dto.js';
import { ImportPreviewDto } from './dto/import-preview.dto.js';
import { ImportReadingDto } from './dto/import-reading.dto.js';
import { type ImportPlan } from './import.js';
import { planOf } from './import-plans.js';
import { ImportsService } from './imports.service.js';
import { sampleCsv } from './sample.js';

/** Invoices from CSV files: the file comes with every step, so that nothing is stored before the last one. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/imports')
@UseGuards(SameOriginGuard, SessionGuard)
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @ApiOperation({ summary: 'Read a CSV file and suggest what its columns are' })
  @Post('reading')
  @RouteConfig({ takesUpload: true })
  @HttpCode(200)
  @ApiImportForm(FileFormatDto)
  @ApiOkResponse({ type: ImportReadingDto, description: 'The file as a table; nothing is stored.' })
  @ApiProblems(400, 401, 403, 413, 415, 422)
  async read(
    @CurrentCaller() { accountId }: Caller,
    @Req() request: FastifyRequest,
  ): Promise<ImportReadingDto> {
    const { file, plan = {} } = await uploadedForm(request);
    const format = validRequest(FileFormatDto, plan);
    return ImportReadingDto.from(await this.imports.read(accountId, file, format));
  }

  @ApiOperation({ summary: 'Preview the invoices of a CSV file' })
  @Post('preview')
  @RouteConfig({ takesUpload: true })
  @HttpCode(200)
  @ApiImportForm(ImportPlanDto)
  @ApiOkResponse({
    type: ImportPreviewDto,
    description: 'Every invoice with its total, and every fault; nothing is stored.',
  })
  @ApiProblems(400, 401, 403, 413, 415, 422)
  async preview(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<ImportPreviewDto> {
    const { file, plan } = await sentImport(request);
    return ImportPreviewDto.from(await this.imports.preview(caller, file, plan));
  }

  @ApiOperation({ summary: 'Import the invoices of a CSV file' })
  @Post()
  @RouteConfig({ takesUpload: true })
  @HttpCode(202)
  @ApiImportForm(ImportPlanDto)
  @ApiAcceptedResponse({
    type: BatchDto,
    description: 'The batch that issues the invoices, in the order of the file.',
  })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async run(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<BatchDto> {
    const { file, plan } = await sentImport(request);
    return BatchDto.from(await this.imports.run(caller, file, plan));
  }

  @ApiOperation({ summary: 'Get the rows of a CSV file whose invoices have faults' })
  @Post('faulty-rows')
  @RouteConfig({ takesUpload: true })
  @HttpCode(200)
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiImportForm(ImportPlanDto)
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'The header and these rows as they stand in the file, in UTF-8.' })
  @ApiProblems(400, 401, 403, 413, 415, 422)
  async faultyRows(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const { file, plan } = await sentImport(request);
    return this.imports.faultyRows(caller, file, plan);
  }

  @ApiOperation({ summary: 'Get a CSV file to try the import with' })
  @Get('sample')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="finvo-import-sample.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'A file that can be imported as it is.' })
  @ApiProblems(401)
  sample(): string {
    return sampleCsv;
  }
}

async function sentImport(request: FastifyRequest): Promise<{ file: Buffer; plan: ImportPlan }> {
  const { file, plan } = await uploadedForm(request);
  return { file, plan: planOf(validRequest(ImportPlanDto, plan)) };
}

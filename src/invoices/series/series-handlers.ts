import { Get, Injectable, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../../common/http/caller.js';
import { preferred } from '../../common/http/negotiate.js';
import { ApiProblems } from '../../common/http/problem.dto.js';
import { validRequest } from '../../common/http/read-request.js';
import { bothContents } from '../api-issue.decorator.js';
import {
  limitDefault,
  SeriesListDto,
  SeriesNumbersDto,
  SeriesNumbersQueryDto,
  SeriesPeriodQueryDto,
  SeriesReportDto,
} from './dto/series.dto.js';
import { numberAnswer, reportAnswer, seriesAnswer } from './series-answers.js';
import { SeriesReportPdfs } from './series-report-pdfs.js';
import { SeriesReportsService } from './series-reports.service.js';

/** The routes of number series, written once for both doors. */
@Injectable()
export abstract class SeriesHandlers {
  constructor(
    private readonly reports: SeriesReportsService,
    private readonly pdfs: SeriesReportPdfs,
  ) {}

  @ApiOperation({ summary: 'List the number series that have numbers' })
  @Get()
  @ApiOkResponse({ type: SeriesListDto, description: 'Series and their periods by name.' })
  @ApiProblems(400, 401, 403)
  async list(@CurrentCaller() { accountId }: Caller): Promise<SeriesListDto> {
    return { data: (await this.reports.list(accountId)).map(seriesAnswer) };
  }

  @ApiOperation({ summary: 'Prove that a series has no gaps and no duplicates' })
  @Get(':series/report')
  @ApiQuery({ type: SeriesPeriodQueryDto })
  @ApiExtraModels(SeriesReportDto)
  @ApiOkResponse({
    description: 'The report; a PDF with `Accept: application/pdf`.',
    content: bothContents(SeriesReportDto),
  })
  @ApiProblems(400, 401, 403, 404, 422)
  async report(
    @CurrentCaller() { accountId }: Caller,
    @Param('series') series: string,
    @Req() { headers, query }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeriesReportDto | Buffer> {
    const { period } = validRequest(SeriesPeriodQueryDto, { ...(query as object) });
    const report = await this.reports.report(accountId, { series, period: period ?? undefined });
    void reply.header('vary', 'Accept').header('cache-control', 'no-store');
    if (preferred(headers.accept, 'application/json') === 'application/json') {
      return reportAnswer(report);
    }
    void reply.type('application/pdf');
    return this.pdfs.render(accountId, report);
  }

  @ApiOperation({ summary: 'List the places of a series, from which its chain is calculated' })
  @Get(':series/numbers')
  @ApiQuery({ type: SeriesNumbersQueryDto })
  @ApiOkResponse({ type: SeriesNumbersDto, description: 'Places in their order.' })
  @ApiProblems(400, 401, 403, 404, 422)
  async numbers(
    @CurrentCaller() { accountId }: Caller,
    @Param('series') series: string,
    @Query() query: object,
  ): Promise<SeriesNumbersDto> {
    const { period, after, limit } = validRequest(SeriesNumbersQueryDto, { ...query });
    const size = Number(limit ?? limitDefault);
    const page = { after: Number(after ?? 0), limit: size + 1 };
    const choice = { series, period: period ?? undefined };
    const found = await this.reports.numbers(accountId, choice, page);
    const data = found.slice(0, size).map(numberAnswer);
    const hasMore = found.length > size;
    return {
      data,
      has_more: hasMore,
      next_after: hasMore ? (data.at(-1)?.sequence ?? null) : null,
    };
  }
}

import { Controller, Get, HttpCode, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiCookieAuth,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { PutOrganizationDto } from '../accounts/dto/organization.dto.js';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { pdfContent } from './api-issue.decorator.js';
import { LabelsDto, LabelsQueryDto } from './dto/labels.dto.js';
import { NextNumberDto, NextNumberQueryDto } from './dto/next-number.dto.js';
import { RecipientsDto, RecipientsQueryDto } from './dto/recipients.dto.js';
import { labelsOf } from './labels/labels-of.js';
import { LetterheadPreviewService } from './letterhead-preview.service.js';
import { NextNumberService } from './next-number.service.js';
import { RecipientsService } from './recipients.service.js';

/** What the dashboard's forms ask for while a person fills them in; nothing here is stored. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard')
@UseGuards(SameOriginGuard, SessionGuard)
export class InvoiceFormController {
  constructor(
    private readonly recipients: RecipientsService,
    private readonly numbers: NextNumberService,
    private readonly letterheads: LetterheadPreviewService,
  ) {}

  @ApiOperation({ summary: 'Recipients of earlier invoices' })
  @Get('recipients')
  @ApiQuery({ type: RecipientsQueryDto })
  @ApiOkResponse({ type: RecipientsDto, description: 'Recipients, latest use first.' })
  @ApiProblems(401, 422)
  latestRecipients(
    @CurrentCaller() { accountId }: Caller,
    @Query() query: object,
  ): Promise<RecipientsDto> {
    const { q } = validRequest(RecipientsQueryDto, { ...query });
    return this.recipients.latest(accountId, q ?? '');
  }

  @ApiOperation({ summary: 'The number that the next document would get' })
  @Get('next-number')
  @ApiQuery({ type: NextNumberQueryDto })
  @ApiOkResponse({ type: NextNumberDto, description: 'The number; it stays free.' })
  @ApiProblems(401, 422)
  async nextNumber(
    @CurrentCaller() { accountId }: Caller,
    @Query() query: object,
  ): Promise<NextNumberDto> {
    const { type, number_format: format } = validRequest(NextNumberQueryDto, { ...query });
    const number = await this.numbers.get(accountId, type ?? 'invoice', format ?? undefined);
    return { invoice_number: number };
  }

  @ApiOperation({ summary: 'The labels of invoices in a language' })
  @Get('labels')
  @ApiQuery({ type: LabelsQueryDto })
  @ApiOkResponse({ type: LabelsDto, description: 'The labels.' })
  @ApiProblems(401, 422)
  labels(@Query() query: object): LabelsDto {
    return { labels: labelsOf(validRequest(LabelsQueryDto, { ...query }).language) };
  }

  @ApiOperation({ summary: 'A sample invoice on an unsaved letterhead' })
  @Post('letterhead-preview')
  @HttpCode(200)
  @ApiBody({ type: PutOrganizationDto })
  @ApiOkResponse({ description: 'A watermarked PDF; nothing is stored.', content: pdfContent })
  @ApiProblems(401, 403, 415, 422)
  async letterheadPreview(
    @CurrentCaller() { accountId }: Caller,
    @Req() { body }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const pdf = await this.letterheads.render(accountId, body);
    void reply.type('application/pdf');
    return pdf;
  }
}

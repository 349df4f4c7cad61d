import { Get, HttpCode, Injectable, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../../common/http/caller.js';
import { ApiProblems } from '../../common/http/problem.dto.js';
import { ApiIdempotencyKey, bothContents } from '../api-issue.decorator.js';
import { InvoiceDto, InvoicePreviewDto } from '../dto/invoice.dto.js';
import { InvoiceReplies, invoicesPath } from '../invoice-replies.js';
import { linesLeft } from './credit-note-figures.js';
import { CreditNotesService } from './credit-notes.service.js';
import { CreateCreditNoteDto } from './dto/create-credit-note.dto.js';
import { CreditNotesDto } from './dto/credit-notes.dto.js';

/** The routes of credit notes, written once for both doors. */
@Injectable()
export abstract class CreditNoteHandlers {
  constructor(
    private readonly creditNotes: CreditNotesService,
    private readonly replies: InvoiceReplies,
  ) {}

  @ApiOperation({ summary: 'Credit an invoice, all of it or a part' })
  @Post()
  @HttpCode(201)
  @ApiBody({ type: CreateCreditNoteDto, required: false })
  @ApiIdempotencyKey()
  @ApiCreatedResponse({
    description: 'The credit note; a PDF with `Accept: application/pdf`.',
    content: bothContents(InvoiceDto),
  })
  @ApiProblems(400, 401, 403, 404, 409, 413, 415, 422)
  create(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoiceDto | Buffer> {
    return this.replies.created(
      caller,
      { request, reply },
      {
        usual: 'application/json',
        issue: (key) => this.creditNotes.create(caller, id, { body: request.body, key }),
      },
    );
  }

  @ApiOperation({ summary: 'Calculate a credit note without storing it' })
  @Post('preview')
  @HttpCode(200)
  @ApiBody({ type: CreateCreditNoteDto, required: false })
  @ApiOkResponse({
    description: 'What the credit note would be; a watermarked PDF with `Accept: application/pdf`.',
    content: bothContents(InvoicePreviewDto),
  })
  @ApiProblems(400, 401, 403, 404, 409, 413, 415, 422)
  async preview(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoicePreviewDto | Buffer> {
    const { draft, numbering } = await this.creditNotes.preview(caller, id, request.body);
    return this.replies.preview(caller, { request, reply }, { draft, numbering, customerId: null });
  }

  @ApiOperation({ summary: 'List the credit notes of an invoice, and what may still be credited' })
  @Get()
  @ApiOkResponse({ type: CreditNotesDto, description: 'All of them, oldest first.' })
  @ApiProblems(400, 401, 403, 404)
  async list(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<CreditNotesDto> {
    const { notes, ...creditable } = await this.creditNotes.list(caller.accountId, id);
    const left = linesLeft(creditable);
    const { invoice } = creditable;
    return CreditNotesDto.from({ invoice, notes, left }, invoicesPath(caller));
  }
}

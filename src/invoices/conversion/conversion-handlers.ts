import { HttpCode, Injectable, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../../common/http/caller.js';
import { ApiProblems } from '../../common/http/problem.dto.js';
import { bothContents } from '../api-issue.decorator.js';
import { InvoiceDto } from '../dto/invoice.dto.js';
import { InvoiceReplies } from '../invoice-replies.js';
import { ConversionsService } from './conversions.service.js';
import { ConvertDocumentDto } from './dto/convert-document.dto.js';

/** The route that makes an invoice of a quote or pro forma invoice, written once for both doors. */
@Injectable()
export abstract class ConversionHandlers {
  constructor(
    private readonly conversions: ConversionsService,
    private readonly replies: InvoiceReplies,
  ) {}

  @ApiOperation({ summary: 'Make the invoice of a quote or pro forma invoice' })
  @Post()
  @HttpCode(201)
  @ApiBody({ type: ConvertDocumentDto, required: false })
  @ApiCreatedResponse({
    description: 'The invoice; a PDF with `Accept: application/pdf`.',
    content: bothContents(InvoiceDto),
  })
  @ApiOkResponse({
    description: 'The invoice that was made of it before, with `Idempotent-Replayed: true`.',
    content: bothContents(InvoiceDto),
  })
  @ApiProblems(400, 401, 403, 404, 409, 413, 415, 422)
  create(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoiceDto | Buffer> {
    return this.replies.made(
      caller,
      { request, reply },
      {
        usual: 'application/json',
        make: () => this.conversions.add(caller, id, request.body ?? {}),
        again: 200,
      },
    );
  }
}

import { Delete, Get, HttpCode, Injectable, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../../common/http/caller.js';
import { ApiProblems } from '../../common/http/problem.dto.js';
import { ApiInvoiceBody, bothContents } from '../api-issue.decorator.js';
import { CreateInvoiceDto } from '../dto/create-invoice.dto.js';
import { InvoiceDto } from '../dto/invoice.dto.js';
import { InvoiceReplies, invoicesPath } from '../invoice-replies.js';
import { DraftsService } from './drafts.service.js';

/** What is done with a draft, written once for both doors. */
@Injectable()
export abstract class DraftHandlers {
  constructor(
    private readonly drafts: DraftsService,
    private readonly replies: InvoiceReplies,
  ) {}

  @ApiOperation({ summary: 'Replace the content of a draft' })
  @Put()
  @ApiInvoiceBody()
  @ApiOkResponse({ type: InvoiceDto, description: 'The draft with its new content.' })
  @ApiProblems(400, 401, 403, 404, 409, 413, 415, 422)
  async replace(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Req() { body }: FastifyRequest,
  ): Promise<InvoiceDto> {
    return InvoiceDto.from(await this.drafts.replace(caller, id, body), invoicesPath(caller));
  }

  @ApiOperation({ summary: 'Read the request of a draft' })
  @Get('request')
  @ApiOkResponse({ type: CreateInvoiceDto, description: 'The request from which it is issued.' })
  @ApiProblems(400, 401, 403, 404, 409)
  request(@CurrentCaller() { accountId }: Caller, @Param('id') id: string): Promise<unknown> {
    return this.drafts.request(accountId, id);
  }

  @ApiOperation({ summary: 'Delete a draft' })
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It is gone; no number was used.' })
  @ApiProblems(400, 401, 403, 404, 409)
  remove(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.drafts.remove(caller, id);
  }

  @ApiOperation({ summary: 'Issue a draft' })
  @Post('issue')
  @HttpCode(200)
  @ApiOkResponse({
    description:
      'The invoice with its number; a PDF with `Accept: application/pdf`. One that was issued before is answered as it is.',
    content: bothContents(InvoiceDto),
  })
  @ApiProblems(400, 401, 403, 404, 409, 422)
  issue(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoiceDto | Buffer> {
    const answer = { request, reply, usual: 'application/json' } as const;
    return this.replies.answer(caller, answer, () => this.drafts.issue(caller, id));
  }
}

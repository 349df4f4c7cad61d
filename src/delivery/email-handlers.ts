import { Body, Get, HttpCode, Injectable, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { EmailDto, EmailListDto, SendEmailDto } from './dto/email.dto.js';
import { InvoiceMailsService } from './invoice-mails.service.js';

/** The routes of an invoice's mails, written once for both doors. */
@Injectable()
export abstract class EmailHandlers {
  constructor(private readonly mails: InvoiceMailsService) {}

  @ApiOperation({ summary: 'Send an invoice by e-mail' })
  @Post()
  @HttpCode(202)
  @ApiBody({ type: SendEmailDto, required: false })
  @ApiAcceptedResponse({
    type: EmailDto,
    description: 'The mail with the PDF will be sent; its state is in the list of mails.',
  })
  @ApiProblems(400, 401, 403, 404, 409, 415, 422)
  async send(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<EmailDto> {
    const request = validRequest(SendEmailDto, body ?? {});
    return EmailDto.from(await this.mails.send(caller, id, request));
  }

  @ApiOperation({ summary: 'List the e-mails of an invoice, newest first' })
  @Get()
  @ApiOkResponse({ type: EmailListDto, description: 'Every mail with what became of it.' })
  @ApiProblems(400, 401, 403, 404)
  async list(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
  ): Promise<EmailListDto> {
    const mails = await this.mails.list(accountId, id);
    return { data: mails.map((mail) => EmailDto.from(mail)) };
  }
}

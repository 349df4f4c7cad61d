import { Body, Get, HttpCode, Injectable, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { EmailDto, EmailListDto, SendEmailDto } from './dto/email.dto.js';
import { EmailPreviewDto } from './dto/rendered-mail.dto.js';
import { InvoiceMailsService } from './invoice-mails.service.js';
import { renderedMail } from './rendered-mail.js';

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

  @ApiOperation({ summary: 'See an e-mail of an invoice before it is sent' })
  @Post('preview')
  @HttpCode(200)
  @ApiBody({ type: SendEmailDto, required: false })
  @ApiOkResponse({
    type: EmailPreviewDto,
    description: 'The mail as it would be; nothing is sent or stored.',
  })
  @ApiProblems(400, 401, 403, 404, 409, 415, 422)
  async preview(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<EmailPreviewDto> {
    const request = validRequest(SendEmailDto, body ?? {});
    const { invoice, to, cc, bcc, ...words } = await this.mails.draft(accountId, id, request);
    return { to: [...to], cc: [...cc], bcc: [...bcc], ...renderedMail(invoice, words) };
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

  @ApiOperation({
    summary: 'Send an e-mail again',
    description:
      'A new mail with the same recipients and words, for one that was sent or has failed. Each mail is repeated once: the same request again answers the same new mail and sends nothing.',
  })
  @Post(':emailId/resend')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: EmailDto, description: 'The new mail.' })
  @ApiProblems(400, 401, 403, 404, 409)
  async resend(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('emailId') emailId: string,
  ): Promise<EmailDto> {
    return EmailDto.from(await this.mails.resend(caller, id, emailId));
  }
}

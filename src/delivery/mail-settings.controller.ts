import { Body, Controller, Get, HttpCode, Post, Put, UseGuards } from '@nestjs/common';
import { ApiBody, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { InvalidRequest } from '../common/errors/app-error.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { readRequest } from '../common/http/read-request.js';
import {
  MailSettingsDto,
  MailTextsPreviewDto,
  PreviewMailTextsDto,
} from './dto/mail-settings.dto.js';
import { mailTextFaults } from './dto/mail-texts.fields.js';
import { MailSettingsService } from './mail-settings.service.js';
import { MailTextsPreviews } from './mail-texts-previews.js';

/** Mail settings are changed from the dashboard only: a stolen key must not be able to have copies of mails. */
@ApiTags('Dashboard: mail settings')
@ApiCookieAuth('session')
@Controller('dashboard/mail-settings')
@UseGuards(SameOriginGuard, SessionGuard)
export class MailSettingsController {
  constructor(
    private readonly settings: MailSettingsService,
    private readonly previews: MailTextsPreviews,
  ) {}

  @ApiOperation({ summary: 'Get the texts of mails, and who gets a copy' })
  @Get()
  @ApiOkResponse({ type: MailSettingsDto, description: 'The settings.' })
  @ApiProblems(401)
  async get(@CurrentCaller() { accountId }: Caller): Promise<MailSettingsDto> {
    return MailSettingsDto.from(await this.settings.get(accountId));
  }

  @ApiOperation({ summary: 'Replace the texts of mails, and who gets a copy' })
  @Put()
  @ApiBody({ type: MailSettingsDto })
  @ApiOkResponse({ type: MailSettingsDto, description: 'The settings from now on.' })
  @ApiProblems(400, 401, 403, 415, 422)
  async put(@CurrentCaller() caller: Caller, @Body() body: unknown): Promise<MailSettingsDto> {
    const settings = MailSettingsDto.read(withTexts(MailSettingsDto, body));
    return MailSettingsDto.from(await this.settings.put(caller, settings));
  }

  @ApiOperation({ summary: 'See unsaved texts in the mail of a sample invoice' })
  @Post('preview')
  @HttpCode(200)
  @ApiBody({ type: PreviewMailTextsDto })
  @ApiOkResponse({
    type: MailTextsPreviewDto,
    description: 'The mail as it would be; nothing is sent or stored.',
  })
  @ApiProblems(400, 401, 403, 415, 422)
  preview(
    @CurrentCaller() { accountId }: Caller,
    @Body() body: unknown,
  ): Promise<MailTextsPreviewDto> {
    const { language, texts } = withTexts(PreviewMailTextsDto, body);
    return this.previews.render(accountId, language, texts ?? {});
  }
}

/** @throws InvalidRequest with every fault, those inside the texts included */
function withTexts<T extends { texts?: unknown }>(type: new () => T, body: unknown): T {
  const { value, faults } = readRequest(type, body);
  const all = [...faults, ...mailTextFaults(value.texts)];
  if (all.length > 0) throw new InvalidRequest(all);
  return value;
}

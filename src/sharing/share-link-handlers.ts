import { Body, Get, HttpCode, Inject, Injectable, Param, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { Clock } from '../common/time/clock.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { CreateShareLinkDto, ShareLinkDto, ShareLinkListDto } from './dto/share-link.dto.js';
import { type ShareLink } from './share-link.js';
import { ShareLinksService } from './share-links.service.js';

/** The routes of an invoice's links, written once for both doors. */
@Injectable()
export abstract class ShareLinkHandlers {
  constructor(
    private readonly links: ShareLinksService,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @ApiOperation({ summary: 'Make a link with which the recipient reads the invoice' })
  @Post()
  @ApiBody({ type: CreateShareLinkDto, required: false })
  @ApiCreatedResponse({ type: ShareLinkDto, description: 'The link; it works at once.' })
  @ApiProblems(400, 401, 403, 404, 409, 415, 422)
  async create(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<ShareLinkDto> {
    const { expires_in_days: days } = validRequest(CreateShareLinkDto, body ?? {});
    return this.dtoOf(await this.links.create(caller, id, days));
  }

  @ApiOperation({ summary: 'List the links of an invoice, newest first' })
  @Get()
  @ApiOkResponse({ type: ShareLinkListDto, description: 'Every link, also those that have ended.' })
  @ApiProblems(400, 401, 403, 404)
  async list(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
  ): Promise<ShareLinkListDto> {
    const links = await this.links.list(accountId, id);
    return { data: links.map((link) => this.dtoOf(link)) };
  }

  @ApiOperation({ summary: 'Revoke a link' })
  @Post(':linkId/revoke')
  @HttpCode(204)
  @ApiNoContentResponse({
    description: 'The link leads nowhere from now on; also if it did before.',
  })
  @ApiProblems(400, 401, 403, 404, 409)
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('linkId') linkId: string,
  ): Promise<void> {
    await this.links.revoke(caller, id, linkId);
  }

  private dtoOf(link: ShareLink): ShareLinkDto {
    const { baseUrl } = this.config.http;
    return ShareLinkDto.from(link, { baseUrl, now: this.clock.nowText() });
  }
}

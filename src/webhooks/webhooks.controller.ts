import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { NeedsFreshLogin, SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { Clock } from '../common/time/clock.js';
import {
  ChangeWebhookDto,
  CreateWebhookDto,
  IssuedWebhookDto,
  WebhookDto,
  WebhookListDto,
} from './dto/webhook.dto.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhooksService } from './webhooks.service.js';

/** Webhooks are managed from the dashboard only: a stolen key must not be able to have every invoice sent on. */
@ApiTags('Dashboard: webhooks')
@ApiCookieAuth('session')
@Controller('dashboard/webhooks')
@UseGuards(SameOriginGuard, SessionGuard)
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'List webhooks' })
  @Get()
  @ApiOkResponse({ type: WebhookListDto, description: 'The webhooks of the account.' })
  @ApiProblems(401)
  async list(@CurrentCaller() { accountId }: Caller): Promise<WebhookListDto> {
    const webhooks = await this.webhooks.list(accountId);
    return { data: webhooks.map((webhook) => WebhookDto.from(webhook, this.clock.nowText())) };
  }

  @ApiOperation({ summary: 'Add a webhook; its secret is shown once' })
  @Post()
  @NeedsFreshLogin()
  @Header('Cache-Control', 'no-store')
  @ApiBody({ type: CreateWebhookDto })
  @ApiCreatedResponse({
    type: IssuedWebhookDto,
    description: 'The webhook, with its secret for the only time.',
  })
  @ApiProblems(401, 403, 409, 415, 422)
  async add(@CurrentCaller() caller: Caller, @Body() body: object): Promise<IssuedWebhookDto> {
    const { url, description, events } = validRequest(CreateWebhookDto, body);
    const issued = await this.webhooks.add(caller, {
      url: this.sender.allowed(url),
      description: described(description),
      events: [...new Set(events)],
    });
    return IssuedWebhookDto.fromIssued(issued, this.clock.nowText());
  }

  @ApiOperation({ summary: 'Change a webhook, or turn it on or off' })
  @Patch(':id')
  @NeedsFreshLogin()
  @ApiBody({ type: ChangeWebhookDto })
  @ApiOkResponse({ type: WebhookDto, description: 'The webhook as it is now.' })
  @ApiProblems(401, 403, 404, 415, 422)
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: object,
  ): Promise<WebhookDto> {
    const { url, description, events, enabled } = validRequest(ChangeWebhookDto, body);
    const webhook = await this.webhooks.change(caller, id, {
      ...(url != null && { url: this.sender.allowed(url) }),
      ...(description != null && { description: described(description) }),
      ...(events != null && { events: [...new Set(events)] }),
      enabled: enabled ?? undefined,
    });
    return WebhookDto.from(webhook, this.clock.nowText());
  }

  @ApiOperation({ summary: 'Delete a webhook, with what was on its way to it' })
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Nothing is sent there from now on.' })
  @ApiProblems(401, 403, 404)
  async remove(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.webhooks.remove(caller, id);
  }

  @ApiOperation({ summary: 'Replace the secret of a webhook, with an overlap of 24 hours' })
  @Post(':id/rotate-secret')
  @NeedsFreshLogin()
  @Header('Cache-Control', 'no-store')
  @ApiCreatedResponse({
    type: IssuedWebhookDto,
    description: 'The new secret, for the only time; the old one signs as well for 24 hours.',
  })
  @ApiProblems(401, 403, 404)
  async rotate(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<IssuedWebhookDto> {
    const issued = await this.webhooks.rotate(caller, id);
    return IssuedWebhookDto.fromIssued(issued, this.clock.nowText());
  }
}

/** An empty description is none. */
function described(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

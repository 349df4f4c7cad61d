import { Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCookieAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { DeliveryDto, DeliveryListDto } from './dto/delivery.dto.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';

/** What was sent to a webhook. */
@ApiTags('Dashboard: webhooks')
@ApiCookieAuth('session')
@Controller('dashboard/webhooks/:id')
@UseGuards(SameOriginGuard, SessionGuard)
export class WebhookDeliveriesController {
  constructor(private readonly deliveries: WebhookDeliveriesService) {}

  @ApiOperation({ summary: 'List what was sent to a webhook, newest first' })
  @Get('deliveries')
  @ApiOkResponse({ type: DeliveryListDto, description: 'Deliveries of the last 30 days.' })
  @ApiProblems(401, 404)
  async list(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
  ): Promise<DeliveryListDto> {
    const deliveries = await this.deliveries.list(accountId, id);
    return { data: deliveries.map((delivery) => DeliveryDto.from(delivery)) };
  }

  @ApiOperation({ summary: 'Send a trial, the event "ping"' })
  @Post('test')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: DeliveryDto, description: 'It is on its way.' })
  @ApiProblems(401, 403, 404, 409)
  async ping(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
  ): Promise<DeliveryDto> {
    return DeliveryDto.from(await this.deliveries.ping(accountId, id));
  }

  @ApiOperation({ summary: 'Send a delivery again' })
  @Post('deliveries/:deliveryId/resend')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: DeliveryDto, description: 'It is on its way, under the same id.' })
  @ApiProblems(401, 403, 404, 409)
  async resend(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Param('deliveryId') deliveryId: string,
  ): Promise<DeliveryDto> {
    return DeliveryDto.from(await this.deliveries.resend(accountId, id, deliveryId));
  }
}

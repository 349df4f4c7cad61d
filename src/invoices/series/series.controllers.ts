import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../../accounts/same-origin.guard.js';
import { SessionGuard } from '../../accounts/session.guard.js';
import { BearerGuard } from '../../keys/bearer.guard.js';
import { SeriesHandlers } from './series-handlers.js';

/** Number series through the API door. */
@ApiTags('Number series')
@ApiBearerAuth('api-key')
@Controller('v1/series')
@UseGuards(BearerGuard)
export class SeriesController extends SeriesHandlers {}

/** Number series through the dashboard door. */
@ApiTags('Dashboard: number series')
@ApiCookieAuth('session')
@Controller('dashboard/series')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardSeriesController extends SeriesHandlers {}

import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../../accounts/same-origin.guard.js';
import { SessionGuard } from '../../accounts/session.guard.js';
import { BearerGuard } from '../../keys/bearer.guard.js';
import { TaxPresetHandlers } from './tax-preset-handlers.js';

/** Tax presets through the API door. */
@ApiTags('Tax presets')
@ApiBearerAuth('api-key')
@Controller('v1/tax-presets')
@UseGuards(BearerGuard)
export class TaxPresetsController extends TaxPresetHandlers {}

/** Tax presets through the dashboard door. */
@ApiTags('Dashboard: tax presets')
@ApiCookieAuth('session')
@Controller('dashboard/tax-presets')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardTaxPresetsController extends TaxPresetHandlers {}

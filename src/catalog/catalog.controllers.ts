import { Controller, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { BearerGuard } from '../keys/bearer.guard.js';
import { CustomerHandlers } from './customer-handlers.js';
import { ItemHandlers } from './item-handlers.js';

/** Customers through the API door. */
@ApiTags('Customers')
@ApiBearerAuth('api-key')
@Controller('v1/customers')
@UseGuards(BearerGuard)
export class CustomersController extends CustomerHandlers {}

/** Customers through the dashboard door. */
@ApiTags('Dashboard: customers and items')
@ApiCookieAuth('session')
@Controller('dashboard/customers')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardCustomersController extends CustomerHandlers {}

/** Items through the API door. */
@ApiTags('Items')
@ApiBearerAuth('api-key')
@Controller('v1/items')
@UseGuards(BearerGuard)
export class ItemsController extends ItemHandlers {}

/** Items through the dashboard door. */
@ApiTags('Dashboard: customers and items')
@ApiCookieAuth('session')
@Controller('dashboard/items')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardItemsController extends ItemHandlers {}

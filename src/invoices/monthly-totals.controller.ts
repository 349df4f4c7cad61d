import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import {
  monthsDefault,
  MonthlyTotalsDto,
  MonthlyTotalsQueryDto,
} from './dto/monthly-totals.dto.js';
import { MonthlyTotalsService } from './monthly-totals.service.js';

/** The figures of the dashboard's start page. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/monthly-totals')
@UseGuards(SameOriginGuard, SessionGuard)
export class MonthlyTotalsController {
  constructor(private readonly totals: MonthlyTotalsService) {}

  @ApiOperation({ summary: 'What was invoiced month by month' })
  @Get()
  @ApiQuery({ type: MonthlyTotalsQueryDto })
  @ApiOkResponse({
    type: MonthlyTotalsDto,
    description: 'Sums by currency and month of the invoice date, without void invoices.',
  })
  @ApiProblems(401, 422)
  get(@CurrentCaller() { accountId }: Caller, @Query() query: object): Promise<MonthlyTotalsDto> {
    const { months } = validRequest(MonthlyTotalsQueryDto, { ...query });
    return this.totals.get(accountId, Number(months ?? monthsDefault));
  }
}

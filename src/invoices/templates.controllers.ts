import { Controller, Get, Injectable, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { SameOriginGuard } from '../accounts/same-origin.guard.js';
import { SessionGuard } from '../accounts/session.guard.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { BearerGuard } from '../keys/bearer.guard.js';
import { TemplateChoice } from '../pdf/template-choice.js';
import { TemplateDto, TemplatesDto } from './dto/templates.dto.js';

/** The route of layouts, written once for both doors. */
@Injectable()
abstract class TemplateHandlers {
  constructor(private readonly templates: TemplateChoice) {}

  @ApiOperation({ summary: 'List the layouts of invoices' })
  @Get()
  @ApiOkResponse({ type: TemplatesDto, description: 'The layouts, those of Finvo first.' })
  @ApiProblems(400, 401, 403)
  list(): TemplatesDto {
    return { data: this.templates.list().map((template) => TemplateDto.from(template)) };
  }
}

/** Layouts through the API door. */
@ApiTags('Invoices')
@ApiBearerAuth('api-key')
@Controller('v1/templates')
@UseGuards(BearerGuard)
export class TemplatesController extends TemplateHandlers {}

/** Layouts through the dashboard door. */
@ApiTags('Dashboard: invoices')
@ApiCookieAuth('session')
@Controller('dashboard/templates')
@UseGuards(SameOriginGuard, SessionGuard)
export class DashboardTemplatesController extends TemplateHandlers {}

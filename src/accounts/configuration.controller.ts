import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/problem.dto.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { canHavePasskeys } from '../two-factor/passkey-site.js';
import { ConfigurationDto } from './dto/account.dto.js';

/** What the dashboard must know of this installation before anybody has signed in. */
@ApiTags('Dashboard: sign-in')
@Controller('dashboard/configuration')
export class ConfigurationController {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  @ApiOperation({ summary: 'What this installation offers' })
  @Get()
  @ApiOkResponse({ type: ConfigurationDto, description: 'What the operator has set up.' })
  @ApiProblems()
  get(): ConfigurationDto {
    return {
      signup: this.config.accounts.signupOpen ? 'open' : 'closed',
      mail: this.config.mail.smtpUrl !== undefined,
      passkeys: canHavePasskeys(this.config.http.baseUrl),
    };
  }
}

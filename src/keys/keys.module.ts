import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { LimitsModule } from '../limits/limits.module.js';
import { MailModule } from '../mail/mail.module.js';
import { BearerGuard } from './bearer.guard.js';
import { BearerStrategy } from './bearer.strategy.js';
import { KeyExpiryMail } from './key-expiry-mail.js';
import { KeyExpiryNotices } from './key-expiry-notices.js';
import { KeyExpiryRepository } from './key-expiry.repository.js';
import { KeyTraffic } from './key-traffic.js';
import { KeyTrafficController } from './key-traffic.controller.js';
import { KeyTrafficRepository } from './key-traffic.repository.js';
import { KeyUsage } from './key-usage.js';
import { KeysController } from './keys.controller.js';
import { KeysRepository } from './keys.repository.js';
import { KeysService } from './keys.service.js';
import { OwnKeyController } from './own-key.controller.js';

/** API keys of accounts, and the bearer door that they open. */
@Module({
  imports: [AccountsModule, AuditModule, LimitsModule, MailModule, PassportModule],
  controllers: [KeyTrafficController, KeysController, OwnKeyController],
  providers: [
    BearerGuard,
    BearerStrategy,
    KeyExpiryMail,
    KeyExpiryNotices,
    KeyExpiryRepository,
    KeysRepository,
    KeysService,
    KeyTraffic,
    KeyTrafficRepository,
    KeyUsage,
  ],
  exports: [BearerGuard, KeyUsage, KeysService, LimitsModule],
})
export class KeysModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailModule } from '../mail/mail.module.js';
import { SealingModule } from '../sealing/sealing.module.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { PasskeyChecks } from './passkey-checks.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { PasskeysService } from './passkeys.service.js';
import { SecondFactor } from './second-factor.js';
import { SecurityEvents } from './security-events.js';
import { Seeds } from './seeds.js';
import { TwoFactorRepository } from './two-factor.repository.js';
import { TwoFactorService } from './two-factor.service.js';
import { WebAuthn } from './web-authn.js';

/** The second factor of the log-in; knows users and accounts by their ids only. */
@Module({
  imports: [AuditModule, MailModule, SealingModule],
  providers: [
    PasskeyChallenges,
    PasskeyChecks,
    PasskeysRepository,
    PasskeysService,
    SecondFactor,
    SecurityEvents,
    Seeds,
    TwoFactorRepository,
    TwoFactorService,
    WebAuthn,
  ],
  exports: [PasskeyChecks, PasskeysService, SecondFactor, TwoFactorService],
})
export class TwoFactorModule {}

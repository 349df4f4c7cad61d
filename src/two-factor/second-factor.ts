import { Injectable } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { type Caller } from '../common/http/caller.js';
import { Clock } from '../common/time/clock.js';
import { isRecoveryCode, recoveryCodeHash } from './recovery-code.js';
import { Seeds } from './seeds.js';
import { SecurityEvents } from './security-events.js';
import { stepOfCode } from './totp.js';
import { TwoFactorRepository } from './two-factor.repository.js';

/** The second factor at a log-in: a code of the app or a recovery code, each of them once. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly twoFactor: TwoFactorRepository,
    private readonly seeds: Seeds,
    private readonly events: SecurityEvents,
    private readonly clock: Clock,
  ) {}

  /** Whether a user's log-in needs it; with a session, as its transaction sees it. */
  isOn(accountId: string, userId: string, session?: SqlSession): Promise<boolean> {
    return this.twoFactor.isOn(accountId, userId, session);
  }

  /**
   * Whether what was typed is the user's second factor; if it is, it has been used and never works again. A
   * used recovery code is told by mail. @throws TwoFactorUnreadable for a code of the app
   */
  async use(caller: Caller, email: string, typed: string): Promise<boolean> {
    if (isRecoveryCode(typed)) return this.useRecoveryCode(caller, email, typed);
    const { accountId, actorId } = caller;
    const app = await this.twoFactor.find(accountId, actorId);
    if (app === undefined) return false;
    const seed = await this.seeds.open(actorId, app.seed);
    const step = stepOfCode(seed, typed, this.clock.now().getTime());
    if (step === undefined) return false;
    return this.twoFactor.useStep(accountId, actorId, { seed: app.seed, step });
  }

  private useRecoveryCode(caller: Caller, email: string, typed: string): Promise<boolean> {
    const use = { hash: recoveryCodeHash(typed), now: this.clock.nowText() };
    const line = this.events.lineAndMail(caller, { kind: 'recovery_code_used' }, email);
    return this.twoFactor.useCode(caller.accountId, caller.actorId, use, line);
  }
}

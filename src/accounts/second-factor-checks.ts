import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../attempts/attempts.service.js';
import { limits } from '../attempts/limits.js';
import { AuditLog } from '../audit/audit-log.js';
import { SecondFactor } from '../two-factor/second-factor.js';
import { SecondFactorRequired, WrongSecondFactor } from './accounts.errors.js';
import { type User } from './accounts.repository.js';
import { type Browser, callerOf } from './browser.js';
import { KnownBrowsers } from './known-browsers.js';
import { tokenHash } from './session-token.js';
import { type Proof } from './sessions.service.js';

/** The second step of a log-in: counted before, and told in the audit log when it fails. */
@Injectable()
export class SecondFactorChecks {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly browsers: KnownBrowsers,
    private readonly secondFactor: SecondFactor,
    private readonly audit: AuditLog,
  ) {}

  /**
   * What a log-in with the right password rests on: on the password alone where the user has no second
   * factor, else on that as well. @throws SecondFactorRequired, WrongSecondFactor, TwoFactorUnreadable,
   * TooManyAttempts
   */
  async check(user: User, typed: string | null | undefined, browser: Browser): Promise<Proof> {
    if (!(await this.secondFactor.isOn(user.accountId, user.id))) return 'password';
    if (typed == null) throw new SecondFactorRequired();
    const caller = callerOf(user, browser);
    const isRight = await this.attempts.make(
      [{ limit: limits.secondFactor, who: await this.subjectOf(user, browser) }],
      () => this.secondFactor.use(caller, user.email, typed),
      this.audit.line(caller, { kind: 'second_factor_failed' }),
    );
    if (!isRight) throw new WrongSecondFactor();
    return 'both factors';
  }

  /** A known browser is counted alone, so that nobody who has the password keeps its user out of it. */
  private async subjectOf({ id }: User, { browserToken = '' }: Browser): Promise<string> {
    return (await this.browsers.knows(id, browserToken)) ? tokenHash(browserToken) : id;
  }
}

import { Injectable } from '@nestjs/common';
import { AttemptsService, type Subject } from '../attempts/attempts.service.js';
import { limits } from '../attempts/limits.js';
import { type AuditKind } from '../audit/audit-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { clientNetwork } from '../limits/client-network.js';
import { type User } from './accounts.repository.js';
import { type Browser, callerOf } from './browser.js';
import { KnownBrowsers } from './known-browsers.js';
import { PasswordHashing } from './password-hashing.js';
import { tokenHash } from './session-token.js';

/** A password that somebody has typed, and for whom. */
export interface TypedPassword {
  /** In lower case. */
  readonly email: string;
  /** Nobody where no user has this mail address; all work is the same for both. */
  readonly user: User | undefined;
  readonly password: string;
  readonly browser: Browser;
  /** What the audit log says of a wrong one. */
  readonly whenWrong: AuditKind & ('sign_in_failed' | 'wrong_password');
}

/** The one place where passwords are compared: counted before, bounded, and told in the audit log. */
@Injectable()
export class PasswordChecks {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly browsers: KnownBrowsers,
    private readonly hashing: PasswordHashing,
    private readonly audit: AuditLog,
  ) {}

  /** Whether it is the user's password. @throws TooManyAttempts, Busy */
  async isRight(typed: TypedPassword): Promise<boolean> {
    const { user, password, browser, whenWrong } = typed;
    return this.attempts.make(
      await this.subjectsOf(typed),
      () => this.hashing.verify(user?.passwordHash, password),
      user === undefined
        ? () => Promise.resolve()
        : this.audit.line(callerOf(user, browser), { kind: whenWrong }),
    );
  }

  /** A browser that the user has logged in with before is counted alone, so that no stranger's guesses lock it out. */
  private async subjectsOf({ email, user, browser }: TypedPassword): Promise<Subject[]> {
    const { browserToken = '', ip } = browser;
    if (await this.browsers.knows(user?.id, browserToken))
      return [{ limit: limits.knownBrowser, who: tokenHash(browserToken) }];
    const network = clientNetwork(ip);
    return [
      { limit: limits.personInNetwork, who: `${email}\n${network}` },
      { limit: limits.person, who: email },
      { limit: limits.network, who: network },
    ];
  }
}

import { Injectable } from '@nestjs/common';
import { type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { AttemptsService } from '../attempts/attempts.service.js';
import { limits } from '../attempts/limits.js';
import { clientNetwork } from '../limits/client-network.js';
import { PasskeyChecks } from '../two-factor/passkey-checks.js';
import { PasskeyRefused } from './accounts.errors.js';
import { AccountsRepository, type User } from './accounts.repository.js';
import { type Browser } from './browser.js';

/** Log-ins without a mail address and a password. */
@Injectable()
export class PasskeyLogIns {
  constructor(
    private readonly checks: PasskeyChecks,
    private readonly accounts: AccountsRepository,
    private readonly attempts: AttemptsService,
  ) {}

  /** What the browser has to sign. Each is counted, as each is a row for five minutes. @throws TooManyAttempts */
  async begin({ ip }: Browser): Promise<PublicKeyCredentialRequestOptionsJSON> {
    await this.attempts.count({ limit: limits.passkeyLogIns, who: clientNetwork(ip) });
    return this.checks.begin();
  }

  /** The user whose passkey has signed. @throws PasskeyRefused */
  async logIn(answer: object): Promise<User> {
    const owner = await this.checks.ownerOf(answer);
    const user = owner && (await this.accounts.user(owner.accountId, owner.userId));
    if (user === undefined) throw new PasskeyRefused();
    return user;
  }
}

import { Injectable } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { type Caller } from '../common/http/caller.js';
import { newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { EmailTaken, EmailTokenInvalid } from './accounts.errors.js';
import { AccountsRepository, type User } from './accounts.repository.js';
import { type Browser, callerOf } from './browser.js';
import { EmailChangesRepository, type WaitingChange } from './email-changes.repository.js';
import { type EmailAct, EmailReplacements } from './email-replacements.js';
import { isToken } from '../common/ids/random-token.js';
import { tokenHash } from './session-token.js';

export const emailTokenPrefix = 'finvo_eml_';
/** How long a mailed link works, and how long a change waits for it. */
export const emailChangeLifeMs = 30 * 60_000;

/** The address that a user signs in with, and the one that waits to take its place. */
export interface EmailState {
  readonly email: string;
  readonly waiting: WaitingChange | undefined;
}

/** The addresses that people sign in with, and those that wait for a confirmation. */
@Injectable()
export class EmailChanges {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly changes: EmailChangesRepository,
    private readonly replacements: EmailReplacements,
    private readonly clock: Clock,
  ) {}

  /** @throws NotSignedIn when the user is gone */
  async state(caller: Caller): Promise<EmailState> {
    const { id, accountId, email } = await this.user(caller);
    return { email, waiting: await this.changes.waiting(accountId, id, this.clock.nowText()) };
  }

  /** @throws NotSignedIn when the user is gone */
  user(caller: Caller): Promise<User> {
    return this.accounts.signedIn(caller);
  }

  /** Gives a user another address at once; without an act an operator does. @throws EmailTaken, NotSignedIn */
  async set(user: User, typed: string, act: EmailAct = { caller: callerOf(user) }): Promise<void> {
    const email = typed.toLowerCase();
    await this.expectFree(email);
    await this.replacements.replace(user, email, act);
  }

  /** A change that waits, to be stored in the transaction of the mail about it. @throws EmailTaken */
  async waiting(
    user: User,
    email: string,
  ): Promise<{ id: string; store: (session: SqlSession) => Promise<void> }> {
    await this.expectFree(email);
    const now = this.clock.now();
    const id = newId('emc', now);
    const expiresAt = new Date(now.getTime() + emailChangeLifeMs).toISOString();
    const change = { id, email, createdAt: now.toISOString(), expiresAt };
    return { id, store: (session) => this.changes.add(session, user.accountId, { user, change }) };
  }

  /** Forgets the change that a user waits for; its link works no more. */
  withdraw({ accountId, id }: User): Promise<void> {
    return this.changes.withdraw(accountId, id);
  }

  /** Changes the address by a mailed token, whoever is signed in. @throws EmailTokenInvalid, EmailTaken */
  async confirm(token: string, browser: Browser): Promise<void> {
    if (!isToken(token, emailTokenPrefix)) throw new EmailTokenInvalid();
    const hash = tokenHash(token);
    const change = await this.changes.ofToken(hash, this.clock.nowText());
    const user = change && (await this.accounts.user(change.account_id, change.user_id));
    if (change === undefined || user === undefined) throw new EmailTokenInvalid();
    const act = { caller: callerOf(user, browser), browser };
    await this.replacements.confirm(user, { email: change.email, hash }, act);
  }

  private async expectFree(email: string): Promise<void> {
    if ((await this.accounts.userByEmail(email)) !== undefined) throw new EmailTaken();
  }
}

import { Injectable } from '@nestjs/common';
import { type Caller } from '../common/http/caller.js';
import { UserNotFound, WrongCredentials } from './accounts.errors.js';
import { AccountsRepository, type User } from './accounts.repository.js';
import { type Browser } from './browser.js';
import { OrganizationDto } from './dto/organization.dto.js';
import { type LoginDto, type SessionDto } from './dto/sign-in.dto.js';
import { PasswordChecks } from './password-checks.js';
import { SecondFactorChecks } from './second-factor-checks.js';
import { type Proof } from './sessions.service.js';

/** Checks who signs in, and says who is signed in. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly checks: PasswordChecks,
    private readonly secondFactors: SecondFactorChecks,
  ) {}

  /**
   * The user of a mail address and password, and of a second factor where that is on. Nothing of the second
   * is said or counted before the password was right. @throws WrongCredentials, TooManyAttempts, Busy, and
   * what {@link SecondFactorChecks} refuses
   */
  async logIn(
    { email: typed, password, code }: LoginDto,
    browser: Browser,
  ): Promise<{ user: User; proof: Proof }> {
    const email = typed.toLowerCase();
    const user = await this.accounts.userByEmail(email);
    const attempt = { email, user, password, browser, whenWrong: 'sign_in_failed' } as const;
    const isRight = await this.checks.isRight(attempt);
    if (user === undefined || !isRight) throw new WrongCredentials();
    return { user, proof: await this.secondFactors.check(user, code, browser) };
  }

  /** The user with this mail address. @throws UserNotFound */
  async userOf(email: string): Promise<User> {
    const user = await this.accounts.userByEmail(email.toLowerCase());
    if (user === undefined) throw new UserNotFound();
    return user;
  }

  /** The ids of all accounts, for what an operator does with each of them. */
  async *ids(): AsyncGenerator<string> {
    const pageSize = 100;
    let page = await this.accounts.idsAfter('', pageSize);
    while (page.length > 0) {
      yield* page;
      page = await this.accounts.idsAfter(page.at(-1) ?? '', pageSize);
    }
  }

  /** The mail addresses of everybody in the account, for what all of them should know. */
  emails(accountId: string): Promise<string[]> {
    return this.accounts.emails(accountId);
  }

  /** The user who is signed in. @throws NotSignedIn when they are gone */
  signedIn(caller: Caller): Promise<User> {
    return this.accounts.signedIn(caller);
  }

  /** Who is signed in, in which account, with its profile. @throws NotSignedIn when the user is gone */
  async session(caller: Caller): Promise<SessionDto> {
    const { id, accountId, email } = await this.signedIn(caller);
    return {
      user: { id, email },
      account: { id: accountId },
      organization: OrganizationDto.from(await this.accounts.organization(accountId)),
    };
  }
}

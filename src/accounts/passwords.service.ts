import { Injectable } from '@nestjs/common';
import { type Caller } from '../common/http/caller.js';
import { WrongPassword } from './accounts.errors.js';
import { AccountsRepository, type User } from './accounts.repository.js';
import { type Browser, callerOf } from './browser.js';
import { type ChangePasswordDto } from './dto/password.dto.js';
import { NewPasswords } from './new-passwords.js';
import { PasswordChecks } from './password-checks.js';
import { PasswordsRepository } from './passwords.repository.js';
import { tokenHash } from './session-token.js';

/** Changes passwords and asks for them again; a change ends all sessions of the user. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordsRepository,
    private readonly checks: PasswordChecks,
    private readonly newPasswords: NewPasswords,
  ) {}

  /** Gives a user another password, as the operator may. */
  async set(user: User, password: string): Promise<void> {
    const act = { caller: callerOf(user), kind: 'password_changed' } as const;
    const chosen = await this.newPasswords.of(user, { password, pointer: '/password' }, act);
    await this.passwords.replace(user.accountId, user.id, chosen);
  }

  /** Replaces the password of who is signed in. @throws WrongPassword, NotSignedIn, and what {@link NewPasswords} refuses */
  async change(caller: Caller, request: ChangePasswordDto, browser: Browser): Promise<User> {
    const current = { password: request.current_password, pointer: '/current_password' };
    const user = await this.verified(caller, current, browser);
    const next = { password: request.new_password, pointer: '/new_password' };
    const chosen = await this.newPasswords.of(user, next, { caller, kind: 'password_changed' });
    const sessionHash = tokenHash(browser.sessionToken ?? '');
    const change = { ...chosen, fromHash: user.passwordHash, sessionHash };
    if (!(await this.passwords.change(user.accountId, user.id, change)))
      throw new WrongPassword('/current_password');
    return { ...user, passwordHash: chosen.passwordHash };
  }

  /**
   * The user who is signed in and has given their password again, in the field at `pointer`.
   * @throws WrongPassword, NotSignedIn, TooManyAttempts, Busy
   */
  async verified(
    caller: Caller,
    { password, pointer }: { password: string; pointer: string },
    browser: Browser,
  ): Promise<User> {
    const user = await this.accounts.signedIn(caller);
    const { email } = user;
    const attempt = { email, user, password, browser, whenWrong: 'wrong_password' } as const;
    if (!(await this.checks.isRight(attempt))) throw new WrongPassword(pointer);
    return user;
  }
}

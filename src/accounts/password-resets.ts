import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { type Mail } from '../mail/mail.js';
import { ResetTokenInvalid } from './accounts.errors.js';
import { AccountsRepository, type User } from './accounts.repository.js';
import { type Browser, callerOf } from './browser.js';
import { type ConfirmPasswordResetDto } from './dto/password.dto.js';
import { NewPasswords } from './new-passwords.js';
import { PasswordsRepository } from './passwords.repository.js';
import { isResetToken, newResetToken } from './reset-token.js';
import { tokenHash } from './session-token.js';

const minuteMs = 60_000;
/** How long a mailed link works, and how long a request waits for a mail server that is away. */
export const resetLifeMs = 30 * minuteMs;
const resetsPerHourMax = 3;

/**
 * The tokens of password resets: made at the moment of mailing, so that none lies in the database, and used
 * once.
 */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordsRepository,
    private readonly newPasswords: NewPasswords,
    private readonly clock: Clock,
  ) {}

  /**
   * A new token for the mail's addressee; it replaces the one of an earlier attempt to send the mail.
   * Nothing for an address that nobody has, beyond three an hour, and when the person has long stopped
   * waiting.
   */
  async issue({ id: mailId, to, createdAt }: Mail): Promise<string | undefined> {
    const now = this.clock.now().getTime();
    if (now - Date.parse(createdAt) > resetLifeMs) return undefined;
    const user = await this.accounts.userByEmail(to[0] ?? '');
    if (user === undefined) return undefined;
    const at = (ms: number) => new Date(now + ms).toISOString();
    const token = newResetToken();
    const issued = await this.passwords.issueReset(
      user.accountId,
      user.id,
      {
        mailId,
        email: user.email,
        tokenHash: tokenHash(token),
        createdAt: at(0),
        expiresAt: at(resetLifeMs),
      },
      { max: resetsPerHourMax, since: at(-60 * minuteMs) },
    );
    return issued ? token : undefined;
  }

  /** Sets a new password by a mailed token. @throws ResetTokenInvalid, and what {@link NewPasswords} refuses */
  async confirm({ token, password }: ConfirmPasswordResetDto, browser: Browser): Promise<void> {
    const user = await this.userOf(token);
    if (user === undefined) throw new ResetTokenInvalid();
    const act = { caller: callerOf(user, browser), kind: 'password_reset' } as const;
    const chosen = await this.newPasswords.of(user, { password, pointer: '/password' }, act);
    if (!(await this.passwords.useReset(tokenHash(token), chosen))) throw new ResetTokenInvalid();
  }

  private async userOf(token: string): Promise<User | undefined> {
    if (!isResetToken(token)) return undefined;
    const now = this.clock.nowText();
    const owner = await this.passwords.ownerOfOpenReset(tokenHash(token), now);
    return owner && this.accounts.user(owner.account_id, owner.user_id);
  }
}

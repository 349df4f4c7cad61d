import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { EmailTaken } from './accounts.errors.js';
import { AccountsRepository, type User } from './accounts.repository.js';
import { type Browser, callerOf } from './browser.js';
import { type SignupDto } from './dto/sign-in.dto.js';
import { expectNotOwnersWords } from './password.js';
import { PasswordHashing } from './password-hashing.js';

/** Makes accounts, whoever may ask for them. */
@Injectable()
export class NewAccounts {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly hashing: PasswordHashing,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an account with its first user; without a browser an operator does.
   * @throws InvalidRequest for a password made of words about its owner, EmailTaken, Busy
   */
  async create(request: SignupDto, browser?: Browser): Promise<User> {
    const email = request.email.toLowerCase();
    const organizationName = request.organization_name;
    const chosen = { password: request.password, pointer: '/password' };
    expectNotOwnersWords(chosen, { email, organizationName });
    if ((await this.accounts.userByEmail(email)) !== undefined) throw new EmailTaken();
    const now = this.clock.now();
    const user = {
      id: newId('usr', now),
      accountId: newId('acc', now),
      email,
      passwordHash: await this.hashing.hash(request.password),
    };
    await this.accounts.create(
      { ...user, userId: user.id, organizationName, createdAt: now.toISOString() },
      this.audit.line(callerOf(user, browser), { kind: 'account_created' }),
    );
    return user;
  }
}

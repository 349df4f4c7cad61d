import { Injectable } from '@nestjs/common';
import { type AuditKind } from '../audit/audit-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller } from '../common/http/caller.js';
import { Clock } from '../common/time/clock.js';
import { AccountsRepository, type User } from './accounts.repository.js';
import { expectNotOwnersWords } from './password.js';
import { PasswordHashing } from './password-hashing.js';
import { type NewPassword } from './passwords.repository.js';

/** Passwords that are chosen in place of others, made ready to be stored. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly hashing: PasswordHashing,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The hash of a password and what the audit log will say of it.
   * @throws InvalidRequest at the pointer for one that is made of words about its owner, Busy
   */
  async of(
    { accountId, email }: User,
    chosen: { readonly password: string; readonly pointer: string },
    { caller, kind }: { caller: Caller; kind: AuditKind },
  ): Promise<NewPassword> {
    const { name: organizationName } = await this.accounts.organization(accountId);
    expectNotOwnersWords(chosen, { email, organizationName });
    const passwordHash = await this.hashing.hash(chosen.password);
    return { passwordHash, now: this.clock.nowText(), line: this.audit.line(caller, { kind }) };
  }
}

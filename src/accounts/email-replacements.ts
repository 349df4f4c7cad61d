import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { type SqlSession } from '../common/database/database.js';
import { type Caller } from '../common/http/caller.js';
import { Clock } from '../common/time/clock.js';
import { MailQueue } from '../mail/mail-queue.js';
import { type User } from './accounts.repository.js';
import { type Browser } from './browser.js';
import { EmailChangesRepository, type NewEmail } from './email-changes.repository.js';
import { tokenHash } from './session-token.js';

/** Who changes an address, and in which browser, whose session goes on. */
export interface EmailAct {
  readonly caller: Caller;
  readonly browser?: Browser;
}

/** Puts a new mail address in the place of the old one, which is told so where mail can be sent. */
@Injectable()
export class EmailReplacements {
  constructor(
    private readonly changes: EmailChangesRepository,
    private readonly mails: MailQueue,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Replaces it at once. @throws EmailTaken, NotSignedIn */
  async replace(user: User, email: string, act: EmailAct): Promise<void> {
    const next = this.newEmail(user, email, act);
    await this.tell(user, (session) => this.changes.change(session, user.accountId, next));
  }

  /** Replaces it by the token of a mailed link. @throws EmailTokenInvalid, EmailTaken */
  async confirm(
    user: User,
    { email, hash }: { readonly email: string; readonly hash: string },
    act: EmailAct,
  ): Promise<void> {
    const next = { ...this.newEmail(user, email, act), tokenHash: hash };
    await this.tell(user, (session) => this.changes.use(session, user.accountId, next));
  }

  /** Makes the change and stores the notice to the old address in one transaction. */
  private async tell(
    { accountId, email }: User,
    change: (session: SqlSession) => Promise<void>,
  ): Promise<void> {
    if (!this.mails.isOn) return this.changes.alone(change);
    const subject = 'Your mail address was changed';
    await this.mails.add(
      accountId,
      { kind: 'email_changed', aboutId: null, to: [email], subject, message: null },
      change,
    );
  }

  private newEmail(user: User, email: string, { caller, browser }: EmailAct): NewEmail {
    const details = { email, former_email: user.email };
    const kept = browser?.sessionToken;
    return {
      user,
      email,
      keptTokenHash: kept === undefined ? undefined : tokenHash(kept),
      now: this.clock.nowText(),
      line: this.audit.line(caller, { kind: 'email_changed', targetId: user.id, details }),
    };
  }
}

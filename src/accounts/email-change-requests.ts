import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../attempts/attempts.service.js';
import { limits } from '../attempts/limits.js';
import { type Caller } from '../common/http/caller.js';
import { MailQueue } from '../mail/mail-queue.js';
import { type Browser } from './browser.js';
import { EmailChanges } from './email-changes.js';

/** What people ask for who want to sign in with another address. */
@Injectable()
export class EmailChangeRequests {
  constructor(
    private readonly changes: EmailChanges,
    private readonly attempts: AttemptsService,
    private readonly mails: MailQueue,
  ) {}

  /**
   * Has a link mailed to the new address; without a mail server it is changed at once. The present address
   * withdraws what was asked for before. Every other one counts, as the answer tells whether it is taken.
   * @throws EmailTaken, TooManyAttempts, NotSignedIn
   */
  async add(caller: Caller, typed: string, browser: Browser): Promise<void> {
    const email = typed.toLowerCase();
    const user = await this.changes.user(caller);
    if (email === user.email) return this.changes.withdraw(user);
    await this.attempts.count({ limit: limits.emailChanges, who: user.id });
    if (!this.mails.isOn) return this.changes.set(user, email, { caller, browser });
    const { id, store } = await this.changes.waiting(user, email);
    const subject = 'Confirm your new mail address';
    const mail = { aboutId: id, to: [email], subject, message: null };
    await this.mails.add(user.accountId, { kind: 'email_change', ...mail }, store);
  }
}

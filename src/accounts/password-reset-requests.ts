import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../attempts/attempts.service.js';
import { limits } from '../attempts/limits.js';
import { clientNetwork } from '../limits/client-network.js';
import { MailQueue } from '../mail/mail-queue.js';
import { type Browser } from './browser.js';

/** Requests for a mailed link that sets a new password. */
@Injectable()
export class PasswordResetRequests {
  constructor(
    private readonly mail: MailQueue,
    private readonly attempts: AttemptsService,
  ) {}

  /**
   * Has a link mailed if somebody has this address. Whether anybody has is looked up when the mail is
   * written, so the request is the same work and the same answer for every address.
   * @throws MailOff, TooManyAttempts
   */
  async add(email: string, browser: Browser): Promise<void> {
    this.mail.expectOn();
    await this.attempts.count({ limit: limits.passwordResets, who: clientNetwork(browser.ip) });
    await this.mail.add(null, {
      kind: 'password_reset',
      aboutId: null,
      to: [email.toLowerCase()],
      subject: 'Choose a new password',
      message: null,
    });
  }
}

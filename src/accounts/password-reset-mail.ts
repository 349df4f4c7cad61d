import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type Mail, type MailText, type MailWriter } from '../mail/mail.js';
import { MailWriters } from '../mail/mail-writers.js';
import { linkMail } from './link-mail.js';
import { PasswordResets, resetLifeMs } from './password-resets.js';

/** Writes the mail with the link of a password reset; its token exists nowhere but in the mail. */
@Injectable()
export class PasswordResetMail implements MailWriter, OnModuleInit {
  constructor(
    private readonly writers: MailWriters,
    private readonly resets: PasswordResets,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.writers.register('password_reset', this);
  }

  /** Nothing where there is nobody to write to; see {@link PasswordResets.issue}. */
  async write(mail: Mail): Promise<MailText | undefined> {
    const token = await this.resets.issue(mail);
    if (token === undefined) return undefined;
    // In the fragment, which browsers send to no server; never from the Host of a request.
    const link = `${this.config.http.baseUrl}/password-reset#token=${token}`;
    return linkMail(mail.subject, link, {
      asked: 'Somebody, most likely you, has asked for a new password for your Finvo account.',
      invitation: 'Choose one here:',
      label: 'Choose a new password',
      lifeMs: resetLifeMs,
    });
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { newToken } from '../common/ids/random-token.js';
import { Clock } from '../common/time/clock.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type Mail, type MailText } from '../mail/mail.js';
import { MailWriters } from '../mail/mail-writers.js';
import { noticeMail, spokenInstant } from '../mail/notice-mail.js';
import { emailChangeLifeMs, emailTokenPrefix } from './email-changes.js';
import { EmailChangesRepository } from './email-changes.repository.js';
import { linkMail } from './link-mail.js';
import { tokenHash } from './session-token.js';

/** Writes the link to the new address, whose token exists nowhere but in the mail, and the notice to the old one. */
@Injectable()
export class EmailChangeMails implements OnModuleInit {
  constructor(
    private readonly writers: MailWriters,
    private readonly changes: EmailChangesRepository,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.writers.register('email_change', { write: (mail) => this.link(mail) });
    this.writers.register('email_changed', { write: (mail) => Promise.resolve(notice(mail)) });
  }

  /** Nothing where the change was withdrawn, replaced or too old before it could be mailed. */
  private async link({ accountId, aboutId, subject }: Mail): Promise<MailText | undefined> {
    if (accountId === null || aboutId === null) return undefined;
    const token = newToken(emailTokenPrefix);
    const issue = { changeId: aboutId, tokenHash: tokenHash(token), now: this.clock.nowText() };
    if (!(await this.changes.issue(accountId, issue))) return undefined;
    // In the fragment, which browsers send to no server; never from the Host of a request.
    const link = `${this.config.http.baseUrl}/email-confirmation#token=${token}`;
    return linkMail(subject, link, {
      asked: 'Somebody, most likely you, wants to sign in to Finvo with this mail address.',
      invitation: 'Confirm it here:',
      label: 'Confirm this address',
      lifeMs: emailChangeLifeMs,
    });
  }
}

/** Does not tell the new address: whoever reads the old mailbox need not be the one who has left it. */
function notice({ subject, createdAt }: Mail): MailText {
  return noticeMail(subject, [
    `The mail address of your Finvo account was changed on ${spokenInstant(createdAt)}. This address does not sign in any more.`,
    'If it was not you, tell whoever runs this installation of Finvo at once.',
  ]);
}

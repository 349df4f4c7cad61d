import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type AuditEvent } from '../audit/audit-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller } from '../common/http/caller.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type Mail, type MailText, type MailWriter } from '../mail/mail.js';
import { MailQueue } from '../mail/mail-queue.js';
import { MailWriters } from '../mail/mail-writers.js';
import { noticeMail, spokenInstant } from '../mail/notice-mail.js';
import { type Also } from './two-factor.repository.js';

/** Events that concern a person by mail as well, and the subject of that mail. */
const subjects = {
  two_factor_off: 'Two-factor log-in was turned off',
  recovery_code_used: 'A recovery code was used to log in',
  passkey_added: 'A passkey was added',
} as const;

/** Tells what somebody, most likely the user, has done to the protection of an account. */
@Injectable()
export class SecurityEvents implements MailWriter, OnModuleInit {
  constructor(
    private readonly audit: AuditLog,
    private readonly queue: MailQueue,
    private readonly writers: MailWriters,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.writers.register('security_notice', this);
  }

  /** A line of the audit log, to be written in the transaction of what it tells. */
  line(caller: Caller, event: AuditEvent): Also {
    return this.audit.line(caller, event);
  }

  /** The same and a mail to the user; no mail where this installation sends none. */
  lineAndMail(
    caller: Caller,
    event: AuditEvent & { readonly kind: keyof typeof subjects },
    email: string,
  ): Also {
    const line = this.line(caller, event);
    const mail = { kind: 'security_notice', aboutId: null, message: null } as const;
    const addressed = { ...mail, to: [email], subject: subjects[event.kind] };
    const notice = this.queue.line(caller.accountId, addressed);
    return async (session) => {
      await line(session);
      await notice(session);
    };
  }

  write({ to, subject, createdAt }: Mail): Promise<MailText> {
    const at = spokenInstant(createdAt);
    const what = `${subject}, on ${at}, for the Finvo account of ${to.join(', ')}.`;
    const sentences = [what, 'If it was you, you need not do anything.', otherwise];
    const url = `${this.config.http.baseUrl}/settings/security`;
    return Promise.resolve(noticeMail(subject, sentences, { url, label: 'Settings → Security' }));
  }
}

const otherwise =
  'If it was not, somebody knows your password: change it, sign out everywhere, and look at what happened in this account in Settings → Security.';

import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type Mail, type MailText } from './mail.js';

/** The longest that handing in one mail may take; well below the lease of the outbox. */
const sendMsMax = 60_000;

/** Hands mails to the mail server of SMTP_URL (docs/decisions/0010). */
@Injectable()
export class Smtp {
  private readonly transport: ReturnType<typeof transportTo> | undefined;
  private readonly from: string;

  constructor(@Inject(APP_CONFIG) { mail }: AppConfig) {
    this.from = mail.from;
    if (mail.smtpUrl !== undefined) this.transport = transportTo(mail.smtpUrl);
  }

  /** Whether this installation sends mail at all. */
  get isOn(): boolean {
    return this.transport !== undefined;
  }

  /**
   * Hands in a mail and answers the addresses that the server did not take; throws where it took none.
   * Every attempt carries the same Message-ID, by which mailboxes know a mail that comes twice.
   */
  async send({ id, to }: Mail, mail: MailText): Promise<readonly string[]> {
    if (this.transport === undefined) throw new Error('A mail is sent, but SMTP_URL is not set.');
    const domain = this.from.slice(this.from.indexOf('@') + 1);
    // Addresses go in as objects and as the envelope, so that no text of theirs is parsed as a list.
    const { rejected } = await this.transport.sendMail({
      messageId: `<${id}@${domain}>`,
      envelope: { from: this.from, to: [...to] },
      // The name of an organization may have several lines, a header field has one.
      from: { name: mail.fromName.replaceAll(/\s+/g, ' '), address: this.from },
      to: to.map((address) => ({ name: '', address })),
      ...(mail.replyTo !== undefined && { replyTo: { name: '', address: mail.replyTo } }),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: mail.attachments.map(({ fileName, mediaType, bytes }) => ({
        filename: fileName,
        contentType: mediaType,
        content: bytes,
      })),
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(sendMsMax),
    });
    return rejected;
  }
}

/** Credentials never cross a network in plain text; on this machine there is nobody to hide them from. */
function transportTo(smtpUrl: string) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return createTransport({
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ignoreTLS: loopback,
    requireTLS: username !== '' && !secure && !loopback,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
}

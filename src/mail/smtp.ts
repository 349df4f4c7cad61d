import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { refusalsIn } from './failure.js';
import { type Attempt, waitingAddresses } from './handover.js';
import { type Mail, type MailText } from './mail.js';

/** The longest that connecting and the first words of the mail server may take. */
const greetingMsMax = 10_000;

/** Hands mails to the mail server of SMTP_URL (docs/decisions/0010). */
@Injectable()
export class Smtp {
  private readonly transport: ReturnType<typeof transportTo> | undefined;
  private readonly from: string;
  /** The longest that handing in one mail may take; well below the lease of the outbox. */
  private readonly sendMsMax: number;

  constructor(@Inject(APP_CONFIG) { mail }: AppConfig) {
    this.from = mail.from;
    this.sendMsMax = 2 * mail.timeoutMs;
    if (mail.smtpUrl !== undefined) this.transport = transportTo(mail.smtpUrl, mail.timeoutMs);
  }

  /** Whether this installation sends mail at all. */
  get isOn(): boolean {
    return this.transport !== undefined;
  }

  /**
   * Hands in a mail for the addresses that still wait for it and answers which of them the server took;
   * throws where it is not said for each of them. Every attempt carries the same Message-ID, by which
   * mailboxes know a mail that comes twice.
   */
  async send(mail: Mail, text: MailText): Promise<Attempt> {
    const waiting = waitingAddresses(mail);
    try {
      const refusals = refusalsIn(await this.handIn(mail, text, waiting));
      const refused = new Set(refusals.map(({ address }) => address));
      return { taken: waiting.filter((address) => !refused.has(address)), refusals };
    } catch (error) {
      const refusals = refusalsIn(error);
      // The mail itself may be refused, and then the single refusals are not all that was said.
      if (refusals.length !== waiting.length) throw error;
      return { taken: [], refusals };
    }
  }

  private async handIn(
    { id, to, cc }: Mail,
    mail: MailText,
    waiting: readonly string[],
  ): Promise<unknown> {
    if (this.transport === undefined) throw new Error('A mail is sent, but SMTP_URL is not set.');
    const domain = this.from.slice(this.from.indexOf('@') + 1);
    // Addresses go in as objects and as the envelope, so that no text of theirs is parsed as a list.
    return this.transport.sendMail({
      messageId: `<${id}@${domain}>`,
      envelope: { from: this.from, to: [...waiting] },
      // The name of an organization may have several lines, a header field has one.
      from: { name: mail.fromName.replaceAll(/\s+/g, ' '), address: this.from },
      to: named(to),
      ...(cc.length > 0 && { cc: named(cc) }),
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
      signal: AbortSignal.timeout(this.sendMsMax),
    });
  }
}

function named(addresses: readonly string[]) {
  return addresses.map((address) => ({ name: '', address }));
}

/** Credentials never cross a network in plain text; on this machine there is nobody to hide them from. */
function transportTo(smtpUrl: string, timeoutMs: number) {
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
    connectionTimeout: Math.min(timeoutMs, greetingMsMax),
    greetingTimeout: Math.min(timeoutMs, greetingMsMax),
    socketTimeout: timeoutMs,
  });
}

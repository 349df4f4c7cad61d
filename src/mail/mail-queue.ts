import { Injectable } from '@nestjs/common';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { type SqlSession } from '../common/database/database.js';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { nothingHandedOver } from './handover.js';
import { type Mail, type MailKind, type NewMail } from './mail.js';
import { MailOff, MailQueued } from './mail.errors.js';
import { MailWorker } from './mail-worker.js';
import { OutboxRepository } from './outbox.repository.js';
import { Smtp } from './smtp.js';

/** How many mails about one thing are told. */
const listMax = 100;

/** Where other modules hand in their mails; each is sent once it is stored, whatever happens in between. */
@Injectable()
export class MailQueue {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly worker: MailWorker,
    private readonly smtp: Smtp,
    private readonly clock: Clock,
  ) {}

  /** Whether this installation sends mail. */
  get isOn(): boolean {
    return this.smtp.isOn;
  }

  /** @throws MailOff */
  expectOn(): void {
    if (!this.isOn) throw new MailOff();
  }

  /**
   * Stores a mail, and in the same transaction what is `also` to be written, and wakes the worker; a mail
   * of no account leaves nothing behind. @throws MailOff
   */
  async add(
    accountId: string | null,
    mail: NewMail,
    also?: (session: SqlSession) => Promise<void>,
  ): Promise<Mail> {
    this.expectOn();
    const stored = this.dated(mail);
    await this.outbox.add(accountId, stored, also);
    this.worker.wake();
    return {
      ...stored,
      cc: mail.cc ?? [],
      bcc: mail.bcc ?? [],
      resendOf: mail.resendOf ?? null,
      accountId,
      status: 'queued',
      attempts: 0,
      failure: null,
      handover: nothingHandedOver,
      sentAt: null,
    };
  }

  /**
   * Stores a mail with the recipients and the words of one that was sent or has failed. Each mail is
   * repeated once at most: whoever asks again is answered the same second mail, so that two clicks are no
   * two mails. @throws MailOff, MailQueued
   */
  async resend(
    accountId: string,
    { id, kind, aboutId, to, cc, bcc, subject, message, status }: Mail,
    also: (session: SqlSession) => Promise<void>,
  ): Promise<Mail> {
    this.expectOn();
    if (status === 'queued') throw new MailQueued();
    const earlier = await this.outbox.findResendOf(accountId, id);
    if (earlier !== undefined) return earlier;
    const copy = { kind, aboutId, to, cc, bcc, subject, message, resendOf: id };
    try {
      return await this.add(accountId, copy, also);
    } catch (error) {
      const winner = isDuplicateRow(error)
        ? await this.outbox.findResendOf(accountId, id)
        : undefined;
      if (winner === undefined) throw error;
      return winner;
    }
  }

  /**
   * Stores a mail in the transaction of what it tells, and answers what sends it once that is committed; left
   * out, the worker finds it within seconds. Nothing is stored where this installation sends none.
   */
  line(accountId: string, mail: NewMail): (session: SqlSession) => Promise<() => void> {
    if (!this.isOn) return () => Promise.resolve(() => undefined);
    const stored = this.dated(mail);
    return async (session) => {
      await this.outbox.insert(session, accountId, stored);
      return () => {
        this.worker.wake();
      };
    };
  }

  private dated(mail: NewMail): NewMail & Pick<Mail, 'id' | 'createdAt'> {
    const now = this.clock.now();
    return { ...mail, id: newId('mail', now), createdAt: now.toISOString() };
  }

  /** One mail about something. */
  async find(
    accountId: string,
    about: { kind: MailKind; aboutId: string; id: string },
  ): Promise<Mail | undefined> {
    return isId('mail', about.id) ? this.outbox.findAbout(accountId, about) : undefined;
  }

  /** The newest hundred mails about something, newest first. */
  list(accountId: string, kind: MailKind, aboutId: string): Promise<Mail[]> {
    return this.outbox.list(accountId, { kind, aboutId, limit: listMax });
  }

  /** Forgets the mails of an account and what waits for its user's address. */
  async forget(accountId: string, address: string): Promise<void> {
    await this.outbox.deleteOf(accountId, address);
  }
}

import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '../common/database/database.js';
import { claimDue, type Lease } from '../common/queue/leases.js';
import { type Handover, nothingHandedOver } from './handover.js';
import { type Mail, type MailKind, type MailText, type NewMail } from './mail.js';
import { OutboxEntity } from './outbox.entity.js';

/** What an attempt came to. */
export type Outcome = { readonly handover: Handover } & (
  | {
      readonly status: 'sent';
      readonly failure: string | null;
      readonly sentAt: string;
      readonly also: MailText['whenSent'];
    }
  | { readonly status: 'queued'; readonly failure: string; readonly dueAt: string }
  | { readonly status: 'failed'; readonly failure: string }
);

/** The outbox. Its worker serves all accounts, so its claims are the statements without one. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  /** Stores a mail that may be sent from now on, and `also` what goes with it. */
  async add(
    accountId: string | null,
    mail: NewMail & Pick<Mail, 'id' | 'createdAt'>,
    also?: (session: SqlSession) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      await this.insert(session, accountId, mail);
      await also?.(session);
    });
  }

  /** Stores a mail in somebody's transaction. */
  async insert(
    session: SqlSession,
    accountId: string | null,
    mail: NewMail & Pick<Mail, 'id' | 'createdAt'>,
  ): Promise<void> {
    await session.manager.insert(OutboxEntity, {
      id: mail.id,
      account_id: accountId,
      kind: mail.kind,
      about_id: mail.aboutId,
      recipients: [...mail.to],
      cc: [...(mail.cc ?? [])],
      bcc: [...(mail.bcc ?? [])],
      resend_of: mail.resendOf ?? null,
      subject: mail.subject,
      message: mail.message,
      status: 'queued',
      attempts: 0,
      created_at: mail.createdAt,
      due_at: mail.createdAt,
    });
  }

  /** The newest mails about something, newest first. */
  async list(
    accountId: string,
    { kind, aboutId, limit }: { kind: MailKind; aboutId: string; limit: number },
  ): Promise<Mail[]> {
    const rows = await this.database.read.manager.find(OutboxEntity, {
      where: { account_id: accountId, about_id: aboutId, kind },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(mailOf);
  }

  /** One mail about something. */
  async findAbout(
    accountId: string,
    { kind, aboutId, id }: { kind: MailKind; aboutId: string; id: string },
  ): Promise<Mail | undefined> {
    const where = { id, account_id: accountId, about_id: aboutId, kind };
    const row = await this.database.read.manager.findOneBy(OutboxEntity, where);
    return row === null ? undefined : mailOf(row);
  }

  /** The mail that repeats another one. */
  async findResendOf(accountId: string, id: string): Promise<Mail | undefined> {
    const where = { account_id: accountId, resend_of: id };
    const row = await this.database.read.manager.findOneBy(OutboxEntity, where);
    return row === null ? undefined : mailOf(row);
  }

  /** Deletes the mails of an account, and those that wait for this address without belonging to one. */
  async deleteOf(accountId: string, address: string): Promise<void> {
    await this.database.transaction((session) =>
      session.execute(
        'DELETE FROM outbox WHERE account_id = ? OR (account_id IS NULL AND recipients = ?)',
        [accountId, JSON.stringify([address])],
      ),
    );
  }

  /** Takes a due mail for one worker, but none of those that it has under way. */
  async claim(lease: Lease, underWayIds: readonly string[]): Promise<Mail | undefined> {
    const id = await claimDue(this.database, 'outbox', lease, { id: underWayIds });
    const row = id === undefined ? null : await this.find(id);
    return row === null ? undefined : mailOf(row);
  }

  /** Writes down what became of a claimed mail, unless its lease has ended and another worker took it. */
  async finish({ id, attempts }: Mail, worker: string, outcome: Outcome): Promise<void> {
    const committed = await this.database.transaction(async (session) => {
      const finished = await session.manager.update(
        OutboxEntity,
        { id, worker, attempts, status: 'queued' },
        {
          status: outcome.status,
          failure: outcome.failure,
          leased_until: null,
          handover: outcome.handover,
          ...(outcome.status === 'queued' && { due_at: outcome.dueAt }),
          ...(outcome.status === 'sent' && { sent_at: outcome.sentAt }),
        },
      );
      return finished.affected === 1 && outcome.status === 'sent'
        ? outcome.also?.(session, outcome)
        : undefined;
    });
    committed?.();
  }

  /** Deletes a claimed mail that leaves nothing behind. */
  async drop({ id, attempts }: Mail, worker: string): Promise<void> {
    await this.database.transaction(({ manager }) =>
      manager.delete(OutboxEntity, { id, worker, attempts }),
    );
  }

  private find(id: string): Promise<OutboxEntity | null> {
    return this.database.read.manager.findOneBy(OutboxEntity, { id });
  }
}

function mailOf(row: OutboxEntity): Mail {
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    aboutId: row.about_id,
    to: row.recipients,
    // Rows of the time before there were copies have none of these.
    cc: row.cc ?? [],
    bcc: row.bcc ?? [],
    resendOf: row.resend_of,
    subject: row.subject,
    message: row.message,
    status: row.status,
    attempts: row.attempts,
    failure: row.failure,
    handover: row.handover ?? nothingHandedOver,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}

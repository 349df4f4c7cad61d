import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../audit/audit-log.js';
import { Database, type SqlSession } from '../common/database/database.js';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { EmailChangeEntity } from './account.entity.js';
import { EmailTaken, EmailTokenInvalid, NotSignedIn } from './accounts.errors.js';
import { type User } from './accounts.repository.js';

/** A new address that waits for its confirmation. */
export interface WaitingChange {
  readonly id: string;
  readonly email: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** The change that a mailed token stands for, found by a caller without an account. */
export interface ConfirmedChange {
  readonly account_id: string;
  readonly user_id: string;
  readonly email: string;
}

/** A new address as it is stored, whose it is, and the line of the audit log about it. */
export interface NewEmail {
  /** With the address that is replaced and the password that was there when it was asked for. */
  readonly user: User;
  readonly email: string;
  /** The session that goes on; every other one ends. */
  readonly keptTokenHash: string | undefined;
  readonly now: string;
  readonly line: AuditLine;
}

/** Changes of mail addresses; the methods with a session run in the transaction of the mail about them. */
@Injectable()
export class EmailChangesRepository {
  constructor(private readonly database: Database) {}

  /** The change that a user waits for, if its time is not over. */
  async waiting(
    accountId: string,
    userId: string,
    now: string,
  ): Promise<WaitingChange | undefined> {
    const rows = await this.database.read.select<EmailChangeEntity>(
      `SELECT id, email, created_at, expires_at FROM email_changes
       WHERE account_id = ? AND user_id = ? AND expires_at > ?`,
      [accountId, userId, now],
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    const { id, email } = row;
    return { id, email, createdAt: row.created_at, expiresAt: row.expires_at };
  }

  /** Stores a change in place of the one that the user waited for before, whose link works no more. @throws NotSignedIn */
  async add(
    session: SqlSession,
    accountId: string,
    { user, change }: { user: User; change: WaitingChange },
  ): Promise<void> {
    await replaceEmail(session, accountId, { user, email: user.email });
    await forget(session, accountId, user.id);
    await session.manager.insert(EmailChangeEntity, {
      id: change.id,
      user_id: user.id,
      account_id: accountId,
      email: change.email,
      created_at: change.createdAt,
      expires_at: change.expiresAt,
    });
  }

  /** Forgets the change that a user waits for. */
  async withdraw(accountId: string, userId: string): Promise<void> {
    await this.database.transaction((session) => forget(session, accountId, userId));
  }

  /** Gives a waiting change its token, in place of one of an earlier attempt to mail it; answers whether it still waits. */
  async issue(
    accountId: string,
    { changeId, tokenHash, now }: { changeId: string; tokenHash: string; now: string },
  ): Promise<boolean> {
    const issued = await this.database.transaction((session) =>
      session.execute(
        'UPDATE email_changes SET token_hash = ? WHERE id = ? AND account_id = ? AND expires_at > ?',
        [tokenHash, changeId, accountId, now],
      ),
    );
    return issued === 1;
  }

  /** What a token stands for, if it could be used now. */
  async ofToken(tokenHash: string, now: string): Promise<ConfirmedChange | undefined> {
    const rows = await this.database.read.select<ConfirmedChange>(
      'SELECT account_id, user_id, email FROM email_changes WHERE token_hash = ? AND expires_at > ?',
      [tokenHash, now],
    );
    return rows[0];
  }

  /** Uses a token: of many that use it at once, one DELETE lets one through. @throws EmailTokenInvalid, EmailTaken */
  async use(
    session: SqlSession,
    accountId: string,
    { tokenHash, ...change }: NewEmail & { readonly tokenHash: string },
  ): Promise<void> {
    const used = await session.execute(
      'DELETE FROM email_changes WHERE token_hash = ? AND email = ? AND expires_at > ?',
      [tokenHash, change.email, change.now],
    );
    if (used !== 1) throw new EmailTokenInvalid();
    await this.change(session, accountId, change);
  }

  /**
   * Another address with all that follows from it: no other session goes on, and no link that was mailed to
   * the old address, or for another new one, works any more. @throws EmailTaken, NotSignedIn
   */
  async change(
    session: SqlSession,
    accountId: string,
    { user, email, keptTokenHash, now, line }: NewEmail,
  ): Promise<void> {
    await replaceEmail(session, accountId, { user, email });
    const whose = [user.id, accountId];
    await session.execute(
      'DELETE FROM sessions WHERE user_id = ? AND account_id = ? AND token_hash <> ?',
      [...whose, keptTokenHash ?? ''],
    );
    await session.execute(
      'UPDATE password_resets SET used_at = ? WHERE user_id = ? AND account_id = ? AND used_at IS NULL',
      [now, ...whose],
    );
    await forget(session, accountId, user.id);
    await line(session);
  }

  /** Runs a change of which no mail tells. */
  async alone(work: (session: SqlSession) => Promise<void>): Promise<void> {
    await this.database.transaction(work);
  }
}

/**
 * Writes an address, or the same one to take the turn of its user. Whoever has replaced address or password
 * meanwhile has ended the sessions of those who ask with what was there before. @throws EmailTaken, NotSignedIn
 */
async function replaceEmail(
  session: SqlSession,
  accountId: string,
  { user, email }: Pick<NewEmail, 'user' | 'email'>,
): Promise<void> {
  try {
    const replaced = await session.execute(
      `UPDATE users SET email = ?
       WHERE id = ? AND account_id = ? AND email = ? AND password_hash = ?`,
      [email, user.id, accountId, user.email, user.passwordHash],
    );
    if (replaced !== 1) throw new NotSignedIn();
  } catch (error) {
    throw isDuplicateRow(error) ? new EmailTaken() : error;
  }
}

async function forget(session: SqlSession, accountId: string, userId: string): Promise<void> {
  const where = { user_id: userId, account_id: accountId };
  await session.manager.delete(EmailChangeEntity, where);
}

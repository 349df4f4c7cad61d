import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../audit/audit-log.js';
import { Database, type SqlSession } from '../common/database/database.js';
import { NotSignedIn } from './accounts.errors.js';
import {
  EmailChangeEntity,
  KnownBrowserEntity,
  PasswordResetEntity,
  SessionEntity,
  UserEntity,
} from './account.entity.js';

/** A token to be mailed; `mailId` names the row, so that a second attempt to mail replaces it. */
export interface NewReset {
  readonly mailId: string;
  /** The address that it is mailed to. */
  readonly email: string;
  readonly tokenHash: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** How many resets a user gets, counted from an instant on. */
export interface ResetLimit {
  readonly max: number;
  readonly since: string;
}

/** The user of a reset, found by its token, which is what a caller without an account can show. */
export interface ResetOwner {
  readonly account_id: string;
  readonly user_id: string;
}

/** A new password as it is stored, and the line of the audit log about it. */
export interface NewPassword {
  readonly passwordHash: string;
  readonly now: string;
  readonly line: AuditLine;
}

/** A new password, the hash that the former one was checked against, and the session that asks. */
export interface PasswordChange extends NewPassword {
  readonly fromHash: string;
  readonly sessionHash: string;
}

/** Passwords and the tokens that reset them; every change of a password ends all sessions of its user. */
@Injectable()
export class PasswordsRepository {
  constructor(private readonly database: Database) {}

  /** Replaces a password, whatever it was. */
  async replace(accountId: string, userId: string, password: NewPassword): Promise<void> {
    await this.database.transaction((session) =>
      replaced(session, { account_id: accountId, user_id: userId }, password),
    );
  }

  /**
   * Replaces a password if it is still the one that was checked; answers whether it was.
   * @throws NotSignedIn when the session that asks has ended meanwhile, and with it its right to a new one
   */
  async change(
    accountId: string,
    userId: string,
    { fromHash, sessionHash, ...password }: PasswordChange,
  ): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const unchanged = await session.execute(
        'UPDATE users SET password_hash = ? WHERE id = ? AND account_id = ? AND password_hash = ?',
        [password.passwordHash, userId, accountId, fromHash],
      );
      if (unchanged !== 1) return false;
      const where = { token_hash: sessionHash, user_id: userId, account_id: accountId };
      if (!(await session.manager.existsBy(SessionEntity, where))) throw new NotSignedIn();
      await replaced(session, { account_id: accountId, user_id: userId }, password);
      return true;
    });
  }

  /** Stores the token of a mail unless the user has another address now, has had their share or has used it already. */
  async issueReset(
    accountId: string,
    userId: string,
    reset: NewReset,
    limit: ResetLimit,
  ): Promise<boolean> {
    return this.database.transaction(async (session) => {
      // Requests of one user take turns, so that the limit holds.
      const found = await session.execute(
        'UPDATE users SET email = email WHERE id = ? AND account_id = ? AND email = ?',
        [userId, accountId, reset.email],
      );
      if (found !== 1) return false;
      await session.execute('DELETE FROM password_resets WHERE user_id = ? AND created_at <= ?', [
        userId,
        limit.since,
      ]);
      const rows = await session.select<{ id: string; used_at: string | null }>(
        'SELECT id, used_at FROM password_resets WHERE user_id = ?',
        [userId],
      );
      const earlier = rows.find(({ id }) => id === reset.mailId);
      if (earlier !== undefined) return earlier.used_at === null && renewed(session, reset);
      if (rows.length >= limit.max) return false;
      await session.manager.insert(PasswordResetEntity, {
        id: reset.mailId,
        user_id: userId,
        account_id: accountId,
        token_hash: reset.tokenHash,
        created_at: reset.createdAt,
        expires_at: reset.expiresAt,
      });
      return true;
    });
  }

  /** Whose token it is, if it could be used now; saves the cost of a password hash for one that cannot. */
  async ownerOfOpenReset(tokenHash: string, now: string): Promise<ResetOwner | undefined> {
    const rows = await this.database.read.select<ResetOwner>(
      `SELECT account_id, user_id FROM password_resets
       WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?`,
      [tokenHash, now],
    );
    return rows[0];
  }

  /** Uses a token for a new password; of many that use it at once, one UPDATE lets one through. */
  async useReset(tokenHash: string, password: NewPassword): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const used = await session.execute(
        `UPDATE password_resets SET used_at = ?
         WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?`,
        [password.now, tokenHash, password.now],
      );
      if (used !== 1) return false;
      const owners = await session.select<ResetOwner>(
        'SELECT account_id, user_id FROM password_resets WHERE token_hash = ?',
        [tokenHash],
      );
      for (const owner of owners) await replaced(session, owner, password);
      return true;
    });
  }
}

async function renewed(session: SqlSession, reset: NewReset): Promise<boolean> {
  await session.manager.update(
    PasswordResetEntity,
    { id: reset.mailId },
    { token_hash: reset.tokenHash, expires_at: reset.expiresAt },
  );
  return true;
}

/**
 * A new password with all that follows from it: no session goes on, no browser is known any more, no other
 * mailed token works, and a new mail address that waits for its link is forgotten.
 */
async function replaced(
  session: SqlSession,
  { account_id, user_id }: ResetOwner,
  { passwordHash, now, line }: NewPassword,
): Promise<void> {
  const { manager } = session;
  await manager.update(UserEntity, { id: user_id, account_id }, { password_hash: passwordHash });
  await manager.delete(SessionEntity, { user_id, account_id });
  await manager.delete(KnownBrowserEntity, { user_id, account_id });
  await manager.update(PasswordResetEntity, { user_id, account_id }, { used_at: now });
  await manager.delete(EmailChangeEntity, { user_id, account_id });
  await line(session);
}

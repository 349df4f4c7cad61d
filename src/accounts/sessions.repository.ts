import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../audit/audit-log.js';
import { Database, type SqlSession } from '../common/database/database.js';
import { SessionEntity } from './account.entity.js';
import { type AccountStatus } from './organization.js';

export interface NewSession {
  readonly id: string;
  readonly accountId: string;
  readonly userId: string;
  /** The hash that the user's password was checked against. */
  readonly passwordHash: string;
  readonly tokenHash: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly ip: string;
  readonly userAgent: string | null;
}

/** What goes with the start of a session, in its transaction. */
export interface Start {
  /** The session that the browser came with. */
  readonly endedTokenHash: string | undefined;
  /** Whether that one has to be alive still. */
  readonly mustEndOne: boolean;
  readonly mayStart: (session: SqlSession) => Promise<boolean>;
  readonly line: AuditLine | undefined;
}

/** A session as the guard sees it, with the state of its account. */
export interface SessionRow {
  readonly id: string;
  readonly user_id: string;
  readonly account_id: string;
  readonly last_seen_at: string;
  readonly expires_at: string;
  readonly authenticated_at: string;
  readonly account_status: AccountStatus;
}

/** A session as its user sees it, with the hash by which the asking browser knows its own. */
export interface SessionListRow {
  readonly id: string;
  readonly token_hash: string;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly ip: string | null;
  readonly user_agent: string | null;
}

/** Signed-in browsers. Looked up by token hash, which is what a caller without an account can show. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores a session and ends the one that the browser came with (fixation), in one transaction; answers
   * whether it did: a password that has been replaced since it was checked starts none.
   */
  async start(
    session: NewSession,
    { endedTokenHash, mustEndOne, mayStart, line }: Start,
  ): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const { manager } = transaction;
      if (!(await stillHasPassword(transaction, session))) return false;
      if (!(await mayStart(transaction))) return false;
      const ended = await transaction.execute('DELETE FROM sessions WHERE token_hash = ?', [
        endedTokenHash ?? '',
      ]);
      if (mustEndOne && ended !== 1) return false;
      await manager.insert(SessionEntity, {
        id: session.id,
        user_id: session.userId,
        account_id: session.accountId,
        token_hash: session.tokenHash,
        created_at: session.createdAt,
        last_seen_at: session.createdAt,
        authenticated_at: session.createdAt,
        expires_at: session.expiresAt,
        ip: session.ip,
        user_agent: session.userAgent,
      });
      await line?.(transaction);
      return true;
    });
  }

  async find(tokenHash: string): Promise<SessionRow | undefined> {
    const rows = await this.database.read.select<SessionRow>(
      `SELECT s.id, s.user_id, s.account_id, s.last_seen_at, s.expires_at, s.authenticated_at,
              a.status AS account_status
       FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = ?`,
      [tokenHash],
    );
    return rows[0];
  }

  /** The sessions of a user that have not ended, latest use first. */
  async list(
    accountId: string,
    userId: string,
    { now, seenSince }: { now: string; seenSince: string },
  ): Promise<SessionListRow[]> {
    return this.database.read.select<SessionListRow>(
      `SELECT id, token_hash, created_at, last_seen_at, ip, user_agent FROM sessions
       WHERE account_id = ? AND user_id = ? AND expires_at > ? AND last_seen_at >= ?
       ORDER BY last_seen_at DESC, id DESC`,
      [accountId, userId, now, seenSince],
    );
  }

  /** Ends one session of a user; answers whether there was such a one. */
  async endOne(
    accountId: string,
    { userId, sessionId }: { userId: string; sessionId: string },
    line: AuditLine,
  ): Promise<boolean> {
    const where = { id: sessionId, user_id: userId, account_id: accountId };
    return this.database.transaction(async (session) => {
      const { affected } = await session.manager.delete(SessionEntity, where);
      if (affected !== 1) return false;
      await line(session);
      return true;
    });
  }

  /**
   * Ends the sessions of a user but one, inside a transaction. It takes its turn with those that are being
   * started: they either see what that transaction has changed, or are ended by it.
   */
  async endOthers(
    session: SqlSession,
    accountId: string,
    userId: string,
    keptTokenHash: string | undefined,
  ): Promise<void> {
    await lockUser(session, accountId, userId);
    await session.execute(
      'DELETE FROM sessions WHERE user_id = ? AND account_id = ? AND token_hash <> ?',
      [userId, accountId, keptTokenHash ?? ''],
    );
  }

  async endAll(accountId: string, userId: string, line: AuditLine): Promise<void> {
    await this.database.transaction(async (session) => {
      await session.manager.delete(SessionEntity, { user_id: userId, account_id: accountId });
      await line(session);
    });
  }

  async touch(accountId: string, sessionId: string, seenAt: string): Promise<void> {
    const where = { id: sessionId, account_id: accountId };
    await this.database.transaction(({ manager }) =>
      manager.update(SessionEntity, where, { last_seen_at: seenAt }),
    );
  }

  /** Deletes what has ended, so that the table does not grow for ever. */
  async deleteExpired(now: string): Promise<void> {
    await this.database.transaction((session) =>
      session.execute('DELETE FROM sessions WHERE expires_at < ?', [now]),
    );
  }
}

/** The update takes its turn with whoever replaces the password, so what is read then stays true. */
async function stillHasPassword(
  transaction: SqlSession,
  { userId, accountId, passwordHash }: NewSession,
): Promise<boolean> {
  await lockUser(transaction, accountId, userId);
  const rows = await transaction.select<{ password_hash: string }>(
    'SELECT password_hash FROM users WHERE id = ? AND account_id = ?',
    [userId, accountId],
  );
  return rows[0]?.password_hash === passwordHash;
}

async function lockUser(session: SqlSession, accountId: string, userId: string): Promise<void> {
  await session.execute('UPDATE users SET email = email WHERE id = ? AND account_id = ?', [
    userId,
    accountId,
  ]);
}

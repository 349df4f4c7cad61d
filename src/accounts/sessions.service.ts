import { Injectable } from '@nestjs/common';
import { type AuditKind } from '../audit/audit-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { type SqlSession } from '../common/database/database.js';
import { type Caller, type Origin } from '../common/http/caller.js';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { dayMs, hourMs, minuteMs } from '../common/time/durations.js';
import { SecondFactor } from '../two-factor/second-factor.js';
import { type User } from './accounts.repository.js';
import {
  AccountSuspended,
  NotSignedIn,
  SessionNotFound,
  WrongCredentials,
} from './accounts.errors.js';
import { type Browser, callerOf } from './browser.js';
import { isSessionToken, newSessionToken, tokenHash } from './session-token.js';
import { type SessionRow, SessionsRepository } from './sessions.repository.js';

const idleMs = 12 * hourMs;
const touchEveryMs = minuteMs;
/** The longest a session lasts, however busy it is. */
export const sessionMaxMs = 14 * dayMs;

/** For how long after a log-in the gravest changes are possible without the password. */
const freshMs = 10 * 60_000;

/** What a new session rests on: the password alone, both factors, or the session whose place it takes. */
export type Proof = 'password' | 'both factors' | 'session';

/** How a session begins; the audit log tells of it as `kind`, if that is given. */
export interface Beginning {
  readonly proof: Proof;
  readonly kind?: AuditKind;
}

/** Who a session stands for, and whether the password was given a short while ago. */
export interface SignedIn {
  readonly caller: Caller;
  readonly isFresh: boolean;
}

/** A browser that is signed in, as its user sees it; instants are ISO 8601 texts in UTC. */
export interface OpenSession {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** Starts, checks and ends dashboard sessions; nothing is cached, so an ended session is refused at once. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly secondFactor: SecondFactor,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a session and answers its token, which is never stored; the browser's former session ends.
   * @throws WrongCredentials when the password was replaced, or a second factor turned on, after they had been
   * checked; NotSignedIn when the session that it was to replace has ended meanwhile
   */
  async start(user: User, browser: Browser, { proof, kind }: Beginning): Promise<string> {
    const token = newSessionToken();
    const now = this.clock.now();
    const id = newId('ses', now);
    await this.sessions.deleteExpired(now.toISOString());
    const started = await this.sessions.start(
      {
        id,
        accountId: user.accountId,
        userId: user.id,
        passwordHash: user.passwordHash,
        tokenHash: tokenHash(token),
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + sessionMaxMs).toISOString(),
        ip: browser.ip,
        userAgent: browser.userAgent,
      },
      {
        endedTokenHash: hashOf(browser.sessionToken),
        mustEndOne: proof === 'session',
        mayStart: (session) => this.mayStart(user, proof, session),
        line: kind && this.audit.line(callerOf(user, browser), { kind, targetId: id }),
      },
    );
    if (!started) throw proof === 'session' ? new NotSignedIn() : new WrongCredentials();
    return token;
  }

  /** Who a token stands for. @throws NotSignedIn, AccountSuspended */
  async authenticate(token: string | undefined, origin: Origin): Promise<SignedIn> {
    const session = isSessionToken(token) ? await this.sessions.find(tokenHash(token)) : undefined;
    const now = this.clock.now();
    if (session === undefined || hasEnded(session, now)) throw new NotSignedIn();
    if (session.account_status !== 'active') throw new AccountSuspended();
    if (now.getTime() - Date.parse(session.last_seen_at) > touchEveryMs) {
      await this.sessions.touch(session.account_id, session.id, now.toISOString());
    }
    return {
      caller: callerIn(session, origin),
      isFresh: now.getTime() - Date.parse(session.authenticated_at) < freshMs,
    };
  }

  /** Ends the session of a token, whoever holds it; fine where there is none. */
  async end(token: string | undefined, origin: Origin): Promise<void> {
    const session = isSessionToken(token) ? await this.sessions.find(tokenHash(token)) : undefined;
    if (session === undefined) return;
    const { id: sessionId, account_id: accountId, user_id: userId } = session;
    const event = { kind: 'signed_out', targetId: sessionId } as const;
    const line = this.audit.line(callerIn(session, origin), event);
    await this.sessions.endOne(accountId, { userId, sessionId }, line);
  }

  /** The browsers in which a user is signed in, latest use first; `token` tells which of them asks. */
  async list({ accountId, actorId }: Caller, token: string | undefined): Promise<OpenSession[]> {
    const now = this.clock.now();
    const own = hashOf(token);
    const rows = await this.sessions.list(accountId, actorId, {
      now: now.toISOString(),
      seenSince: new Date(now.getTime() - idleMs).toISOString(),
    });
    return rows.map((row) => ({
      id: row.id,
      current: row.token_hash === own,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      ip: row.ip,
      userAgent: row.user_agent,
    }));
  }

  /** Ends one session of a user; its browser is refused from now on. @throws SessionNotFound */
  async endOne(caller: Caller, sessionId: string): Promise<void> {
    if (!isId('ses', sessionId)) throw new SessionNotFound();
    const line = this.audit.line(caller, { kind: 'session_ended', targetId: sessionId });
    const which = { userId: caller.actorId, sessionId };
    if (!(await this.sessions.endOne(caller.accountId, which, line))) throw new SessionNotFound();
  }

  /** Ends all sessions of a user but the one of `token`, in the transaction of what makes them too weak. */
  endingOthers(
    { accountId, actorId }: Caller,
    token: string | undefined,
  ): (session: SqlSession) => Promise<void> {
    return (session) => this.sessions.endOthers(session, accountId, actorId, hashOf(token));
  }

  /** Ends every session of a user, the asking one included. */
  async endAll(caller: Caller): Promise<void> {
    const line = this.audit.line(caller, { kind: 'all_sessions_ended' });
    await this.sessions.endAll(caller.accountId, caller.actorId, line);
  }

  /** The password alone starts no session of a user who has turned the second factor on meanwhile. */
  private async mayStart(user: User, proof: Proof, session: SqlSession): Promise<boolean> {
    return (
      proof !== 'password' || !(await this.secondFactor.isOn(user.accountId, user.id, session))
    );
  }
}

function hashOf(token: string | undefined): string | undefined {
  return isSessionToken(token) ? tokenHash(token) : undefined;
}

function callerIn(session: SessionRow, origin: Origin): Caller {
  const { account_id: accountId, user_id: actorId } = session;
  return { accountId, actorId, source: 'dashboard', origin };
}

function hasEnded(session: SessionRow, now: Date): boolean {
  return (
    now.toISOString() >= session.expires_at ||
    now.getTime() - Date.parse(session.last_seen_at) > idleMs
  );
}

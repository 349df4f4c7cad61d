import { type Caller, type Origin } from '../common/http/caller.js';
import { type User } from './accounts.repository.js';

/** A browser that a person signs in with, and what it says of itself. */
export interface Browser extends Origin {
  /** What its session cookie holds. */
  readonly sessionToken: string | undefined;
  /** What the cookie holds by which it is known again after a log-out. */
  readonly browserToken: string | undefined;
}

/** A user as the one who acts, where no session says so yet; without an origin an operator acts for them. */
export function callerOf(user: User, origin?: Origin): Caller {
  const { id: actorId, accountId } = user;
  const caller = { accountId, actorId, source: 'dashboard' } as const;
  if (origin === undefined) return caller;
  return { ...caller, origin: { ip: origin.ip, userAgent: origin.userAgent } };
}

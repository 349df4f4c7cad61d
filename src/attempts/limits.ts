import { hourMs, minuteMs } from '../common/time/durations.js';

const longestDelayMs = 15 * minuteMs;

/** How often something may go wrong (or be asked for) before whoever tries has to wait. */
export interface Limit {
  /** Part of the counter's name: the same subject is counted for each limit on its own. */
  readonly name: string;
  readonly max: number;
  readonly windowMs: number;
  /** Beyond `max`: nothing until the window ends, or one after ever longer pauses. */
  readonly beyond: 'stop' | 'slow';
  /** Whether a success forgets all that went wrong before; else it only takes itself off. */
  readonly success: 'forgets' | 'uncounted' | 'counts';
}

/** The limits of the sign-in (docs/decisions/0013). */
export const limits = {
  /** Wrong passwords of one person's mail address from one network. */
  personInNetwork: {
    name: 'person-network',
    max: 5,
    windowMs: 15 * minuteMs,
    beyond: 'stop',
    success: 'forgets',
  },
  /** Wrong passwords of one mail address from anywhere: slower and slower, never shut. */
  person: { name: 'person', max: 20, windowMs: hourMs, beyond: 'slow', success: 'uncounted' },
  /** Wrong passwords of any address from one network. */
  network: { name: 'network', max: 50, windowMs: hourMs, beyond: 'stop', success: 'uncounted' },
  /** Wrong passwords in a browser that the person has logged in with before. */
  knownBrowser: {
    name: 'browser',
    max: 5,
    windowMs: 15 * minuteMs,
    beyond: 'stop',
    success: 'forgets',
  },
  /** Wrong second factors after a right password, of one person or, where that is known, of one browser. */
  secondFactor: {
    name: 'second-factor',
    max: 5,
    windowMs: 15 * minuteMs,
    beyond: 'stop',
    success: 'forgets',
  },
  passkeyLogIns: { name: 'passkey', max: 300, windowMs: hourMs, beyond: 'stop', success: 'counts' },
  signUps: { name: 'signup', max: 300, windowMs: hourMs, beyond: 'stop', success: 'counts' },
  /** New mail addresses of one user, each of which says whether it is taken and has a mail sent. */
  emailChanges: {
    name: 'email-change',
    max: 10,
    windowMs: hourMs,
    beyond: 'stop',
    success: 'counts',
  },
  passwordResets: { name: 'reset', max: 20, windowMs: hourMs, beyond: 'stop', success: 'counts' },
} as const satisfies Record<string, Limit>;

/** What has been counted; instants in milliseconds. */
export interface Counted {
  readonly count: number;
  /** When the first of them was, which is when the window began. */
  readonly sinceMs: number;
  readonly lastMs: number;
}

/** How long the next attempt has to wait; 0 where it may come now. */
export function waitMs(limit: Limit, counted: Counted, nowMs: number): number {
  const windowEndsMs = counted.sinceMs + limit.windowMs;
  if (counted.count < limit.max || nowMs >= windowEndsMs) return 0;
  if (limit.beyond === 'stop') return windowEndsMs - nowMs;
  const delayMs = Math.min(longestDelayMs, 1000 * 2 ** (counted.count - limit.max));
  return Math.max(0, Math.min(counted.lastMs + delayMs, windowEndsMs) - nowMs);
}

/** What is counted after one more attempt. */
export function oneMore(limit: Limit, counted: Counted, nowMs: number): Counted {
  const isOver = nowMs >= counted.sinceMs + limit.windowMs;
  return isOver || counted.count === 0
    ? { count: 1, sinceMs: nowMs, lastMs: nowMs }
    : { count: counted.count + 1, sinceMs: counted.sinceMs, lastMs: nowMs };
}

/** What is counted after an attempt has turned out to be right, or was never made. */
export function oneRight(limit: Limit, counted: Counted): Counted {
  if (limit.success === 'counts') return counted;
  if (limit.success === 'forgets') return { ...counted, count: 0 };
  return { ...counted, count: Math.max(0, counted.count - 1) };
}

import { dayMs, hourMs } from '../common/time/durations.js';
import { type KeyHint } from './secret.js';

/** What is known of a key; the key itself is not. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** Where it is stored or who looks after it, in the words of its people. */
  readonly note: string | null;
  readonly hint: KeyHint;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** The id of the key that was made in its place. */
  readonly replacedById: string | null;
  readonly lastUsedAt: string | null;
  readonly lastUsedIp: string | null;
  readonly lastUsedUserAgent: string | null;
  /** The last time that somebody tried it after its end. */
  readonly lastRefusedAt: string | null;
  readonly lastRefusedIp: string | null;
  readonly lastRefusedUserAgent: string | null;
}

export const keyStatuses = ['active', 'expired', 'revoked'] as const;
export type KeyStatus = (typeof keyStatuses)[number];

/** Derived, never stored, so that it cannot be out of date: valid while `now < expiresAt`, to the millisecond. */
export function keyStatus(key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: string): KeyStatus {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt !== null && now >= key.expiresAt ? 'expired' : 'active';
}

/** How long a rotated key may work beside its successor; "0" is for a key that has leaked. */
export const keyOverlapsMs = { '0': 0, '1h': hourMs, '24h': dayMs, '7d': 7 * dayMs };
export type KeyOverlap = keyof typeof keyOverlapsMs;

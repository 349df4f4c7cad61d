import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { dayMs } from '../ui/durations';
import { apiKeysQuery } from './api-keys-data';

export type KeyTraffic = components['schemas']['KeyTrafficDto'];

/** Requests of all keys on one day. */
export interface DayOfRequests {
  readonly day: string;
  readonly succeeded: number;
  readonly refused: number;
  readonly failed: number;
}

/** Requests per key and day of the last 90 days, read again together with the list of keys. */
export function useKeyTraffic(): UseQueryResult<KeyTraffic> {
  return useQuery({
    queryKey: [...apiKeysQuery, 'usage'],
    queryFn: () => answered(api.GET('/dashboard/keys/usage')),
  });
}

/** How many requests each key has sent, by its id. */
export function requestsByKey(traffic: KeyTraffic | undefined): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const {
    key_id: id,
    succeeded,
    client_errors: refused,
    server_errors: failed,
  } of traffic?.data ?? []) {
    sums.set(id, (sums.get(id) ?? 0) + succeeded + refused + failed);
  }
  return sums;
}

/** Every day from the first to the last, of one key or of all; days without a request are zero. */
export function requestsByDay(
  { from, to, data }: KeyTraffic,
  keyId: string | undefined,
): DayOfRequests[] {
  const days = new Map<string, DayOfRequests>();
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.set(day, { day, succeeded: 0, refused: 0, failed: 0 });
  }
  for (const count of data) {
    const sum = days.get(count.day);
    if (sum === undefined || (keyId !== undefined && count.key_id !== keyId)) continue;
    days.set(count.day, {
      day: count.day,
      succeeded: sum.succeeded + count.succeeded,
      refused: sum.refused + count.client_errors,
      failed: sum.failed + count.server_errors,
    });
  }
  return [...days.values()];
}

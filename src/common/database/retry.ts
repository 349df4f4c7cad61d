import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable, isTransient, translateDatabaseError } from './database-errors.js';

const usualPatienceMs = 10_000;
const backOffMsMax = 200;

/**
 * Runs `attempt` again after a deadlock or a busy file, with a growing, random pause between.
 * Random, because two transactions that wait equally long meet again.
 * @throws DatabaseUnavailable when the database is away or stays busy for `patienceMs`
 */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  patienceMs = usualPatienceMs,
): Promise<T> {
  const giveUpAtMs = performance.now() + patienceMs;
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isTransient(error)) throw translateDatabaseError(error);
      if (performance.now() > giveUpAtMs) throw new DatabaseUnavailable(error);
      await sleep(Math.random() * Math.min(backOffMsMax, 2 ** Math.min(count, 10)));
    }
  }
}

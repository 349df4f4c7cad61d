import { setTimeout as pause } from 'node:timers/promises';

const pauseMs = 25;

/** Waits for what happens beside an answer. @throws when it does not happen within so many seconds */
export async function eventually(condition: () => Promise<boolean>, seconds = 10): Promise<void> {
  for (let attempt = 0; attempt < (seconds * 1000) / pauseMs; attempt += 1) {
    if (await condition()) return;
    await pause(pauseMs);
  }
  throw new Error(`It did not happen within ${seconds} seconds.`);
}

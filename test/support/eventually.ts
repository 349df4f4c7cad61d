import { setTimeout as pause } from 'node:timers/promises';

/** Waits for what happens beside an answer. @throws when it does not happen within ten seconds */
export async function eventually(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await condition()) return;
    await pause(25);
  }
  throw new Error('It did not happen within ten seconds.');
}

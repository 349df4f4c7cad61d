// Work in a process of its own, one piece after the other, timed there: without HTTP around it, which costs
// far more than the check of a key.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { tied } from '../process.js';
import { percentiles } from '../rounds.js';

/** In the child: does `work(n)` as often as the parent asks, and answers what it took. */
export function serveChecks(...works) {
  let done = 0;
  process.on('message', async ({ kind, times }) => {
    const cpuBefore = process.cpuUsage();
    const timesMs = [];
    const startedMs = performance.now();
    while (timesMs.length < times) {
      const before = performance.now();
      await works[kind]((done += 1));
      timesMs.push(performance.now() - before);
    }
    const { user, system } = process.cpuUsage(cpuBefore);
    process.send({
      ...percentiles(timesMs),
      per_s: times / ((performance.now() - startedMs) / 1000),
      cpu_ms: (user + system) / 1000 / times,
    });
  });
  process.send('ready');
}

/** Starts such a child; `run(times, kind)` has it do so many pieces of its `kind`th work. */
export async function startChecks(script, environment) {
  const path = fileURLToPath(new URL(script, new URL('../', import.meta.url)));
  const child = fork(path, { env: { ...process.env, ...environment } });
  const stop = tied(child);
  const next = () =>
    new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`${script} ended`));
      child.once('exit', fail);
      child.once('message', (message) => {
        child.off('exit', fail);
        resolve(message);
      });
    });
  await next();
  return {
    run: (times, kind = 0) => {
      child.send({ times, kind });
      return next();
    },
    stop,
  };
}

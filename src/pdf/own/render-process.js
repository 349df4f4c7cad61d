// @ts-check
// The main thread of a process that renders layouts of the operator. It compiles nothing itself, so that it can
// always end the process: when its time or memory is used up, and when Finvo is gone.
import { setInterval, clearInterval } from 'node:timers';
import { Worker } from 'node:worker_threads';

const lookEveryMs = 20;

/** Nothing can stop a thread inside a compile, so the process ends itself as a whole. */
const end = () => {
  process.kill(process.pid, 'SIGKILL');
};

process.on('disconnect', end);
// Meant for Finvo, which lets running documents end first; terminals send it to both.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

process.once('message', (/** @type {import('./render-child.js').ChildStart} */ start) => {
  const thread = new Worker(new URL('./render-thread.js', import.meta.url), { workerData: start });
  /** @type {NodeJS.Timeout | undefined} */
  let watch;
  thread.on('error', end);
  thread.on('message', (answer) => {
    clearInterval(watch);
    process.send?.(answer);
  });
  process.on('message', (task) => {
    const before = process.cpuUsage();
    watch = setInterval(() => {
      if (process.memoryUsage.rss() > start.memoryBytesMax) end();
      // What the process works, not what a clock shows: it is not to suffer from others that are busy.
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1_000 > start.timeoutMs) process.send?.({ late: true }, end);
    }, lookEveryMs);
    thread.postMessage(task);
  });
});

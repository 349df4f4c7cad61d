// @ts-check
// The main thread of a process that renders layouts of the operator. It compiles nothing itself, so that it can
// always end the process: when the memory is used up, and when Finvo is gone.
import { setInterval } from 'node:timers';
import { Worker } from 'node:worker_threads';

const lookEveryMs = 20;

/** Nothing can stop a thread inside a compile, so the process ends itself as a whole. */
const end = () => {
  process.kill(process.pid, 'SIGKILL');
};

process.on('disconnect', end);
process.once('message', (/** @type {import('./render-child.js').ChildStart} */ start) => {
  const thread = new Worker(new URL('./render-thread.js', import.meta.url), { workerData: start });
  thread.on('message', (answer) => process.send?.(answer));
  thread.on('error', end);
  process.on('message', (task) => {
    thread.postMessage(task);
  });
  setInterval(() => {
    if (process.memoryUsage.rss() > start.memoryBytesMax) end();
  }, lookEveryMs);
});

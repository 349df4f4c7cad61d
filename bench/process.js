// Servers of a measurement, each a process of its own, and what they cost.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Migrations on a busy machine take their time. */
const readyTimeoutMs = 120_000;

/**
 * Starts a script of this repository that listens on PORT of the loopback, and waits until it answers there.
 * `cpuMs` is all CPU time that it has taken so far. Call `stop` in the end. With `probed` it answers `ask` as
 * probe.js says.
 */
export async function startProcess(script, environment, { probed = false } = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const path = fileURLToPath(new URL(script, new URL('../', import.meta.url)));
  const probe = probed ? ['--import', new URL('probe.js', import.meta.url).href] : [];
  const child = spawn(process.execPath, [...probe, path], {
    stdio: ['ignore', 'ignore', 'inherit', ...(probed ? ['ipc'] : [])],
    env: { ...process.env, PORT: String(port), BASE_URL: url, ...environment },
  });
  const stop = tied(child);
  const endMs = performance.now() + readyTimeoutMs;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > endMs) {
      await stop();
      throw new Error(`${script} did not get ready.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const ask = (question) =>
    new Promise((resolve) => {
      child.once('message', resolve);
      child.send(question);
    });
  return { url, pid: child.pid, cpuMs: () => cpuMs(child.pid), ask, stop };
}

/** Has a child process end with this one at the latest; the function that it answers ends it at once. */
export function tied(child) {
  const kill = () => child.kill();
  process.once('exit', kill);
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  return async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
}

/**
 * Starts one after the other, each given those before it, does `work` with all of them, and stops them in the
 * end, whatever happens.
 */
export async function during(starts, work) {
  const running = [];
  try {
    for (const start of starts) running.push(await start(...running));
    return await work(...running);
  } finally {
    for (const { stop } of running.reverse()) await stop();
  }
}

/** A port of the loopback that nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
  return answer !== undefined && answer.status < 500;
}

let ticksPerSecond;

/** User and system time of a process with all its threads; undefined where there is no /proc. */
function cpuMs(pid) {
  if (process.platform !== 'linux') return undefined;
  ticksPerSecond ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

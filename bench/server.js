// Starts the built server for a measurement, with an account and a key.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newKey } from './account.js';

const port = 3987;
const url = `http://127.0.0.1:${port}`;

/** A running server on `databaseUrl`, or on a new SQLite file. Call `stop` in the end. */
export async function startServer({ databaseUrl, renderThreads, rateLimit }) {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-bench-'));
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../dist/main.js', import.meta.url))],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PORT: String(port),
        BASE_URL: url,
        LOG_LEVEL: 'error',
        DATABASE_URL: databaseUrl ?? `sqlite:${join(folder, 'finvo.db')}`,
        RENDER_THREADS: String(renderThreads),
        RATE_LIMIT_PER_MINUTE: String(rateLimit ?? 0),
      },
    },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await ready();
  return {
    url,
    pid: child.pid,
    key: await newKey(url),
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready() {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server did not get ready.');
}

import { spawn, spawnSync } from 'node:child_process';

const calls = 'fsync,fdatasync';

/** Whether `strace` is there and may look into a process: containers often forbid it. */
export const hasStrace =
  spawnSync('strace', ['-e', 'trace=none', process.execPath, '--version'], { stdio: 'ignore' })
    .status === 0;

/** Makes each request of a process to write to the disk for good take longer, until the answer is called. */
export function slowDisk(pid: number, delayMs: number): () => Promise<void> {
  const delay = `inject=${calls}:delay_enter=${delayMs * 1000}`;
  const words = ['--follow-forks', '--attach', String(pid), '-e', `trace=${calls}`, '-e', delay];
  const strace = spawn('strace', words, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    strace.once('exit', () => {
      resolve();
    });
  });
  return async () => {
    // It lets go of the process before it ends.
    strace.kill('SIGTERM');
    await ended;
  };
}

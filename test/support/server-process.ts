import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from '../runner/build.js';
import { type TestDatabase } from './test-database.js';

/** The server as an operating system process of its own, started from its `main.js`. */
export interface ServerProcess {
  /** Where it answers. */
  readonly url: string;
  readonly pid: number | undefined;
  /** Everything that it has written to its console so far. */
  output(): string;
  /** Ends it without a chance to finish anything, as a power cut does. */
  kill(): Promise<void>;
  /** Ends it as an operator does, and answers its exit code. */
  stop(): Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

/** Starts the server on a database; what it logs is shown when it cannot start. */
export async function startServerProcess(
  database: Pick<TestDatabase, 'url'>,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(build(), 'src/main.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      BASE_URL: 'http://127.0.0.1',
      DATABASE_URL: database.url,
      RENDER_THREADS: '1',
      RATE_LIMIT_PER_MINUTE: '0',
      ...environment,
    },
  });
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      resolve(code);
    }),
  );
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => written.push(data.toString()));
  }
  return {
    url: await listeningUrl(child),
    pid: child.pid,
    output: () => written.join(''),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    signal: (name) => {
      child.kill(name);
    },
    ended,
  };
}

function listeningUrl(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The process has no output to read.');
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    createInterface(stdout).on('line', (line) => {
      const url = /Listening on (http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
      if (url === undefined) said.push(line);
      else resolve(url);
    });
    stderr.on('data', (data: Buffer) => said.push(data.toString()));
    child.once('exit', () => {
      reject(new Error(`The server did not start:\n${said.join('\n')}`));
    });
  });
}

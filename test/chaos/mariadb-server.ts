import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

/** Where Debian puts servers, which is not on everybody's path. */
const path = `${process.env.PATH ?? ''}:/usr/sbin`;
const installer = 'mariadb-install-db';
const startMsMax = 30_000;

/** Whether a MariaDB can be started here. */
export const hasMariadb = ['mariadbd', installer].every((name) =>
  path.split(':').some((folder) => existsSync(join(folder, name))),
);

/** A MariaDB of the test's own, which may be killed, stopped and started again. */
export class MariadbServer {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  /** Installs one into an empty folder and starts it. */
  static async install(folder: string): Promise<MariadbServer> {
    const words = [
      ...['--no-defaults', `--datadir=${folder}`, `--user=${userInfo().username}`],
      ...['--auth-root-authentication-method=normal', '--skip-test-db'],
    ];
    execFileSync(installer, words, { stdio: 'ignore', env: { ...process.env, PATH: path } });
    const server = new MariadbServer(folder, await freePort());
    await server.start();
    await server.statement('CREATE DATABASE finvo');
    return server;
  }

  get url(): string {
    return `mariadb://root@127.0.0.1:${this.port}/finvo`;
  }

  get pid(): number {
    if (this.child?.pid === undefined) throw new Error('MariaDB does not run.');
    return this.child.pid;
  }

  /** Resolves when it answers; after a kill it mends itself first. */
  async start(): Promise<void> {
    const words = [
      ...['--no-defaults', `--datadir=${this.folder}`, `--user=${userInfo().username}`],
      ...[`--port=${this.port}`, '--bind-address=127.0.0.1', '--skip-name-resolve'],
      ...[`--socket=${join(this.folder, 'server.sock')}`, '--innodb-log-file-size=16M'],
      ...['--innodb-buffer-pool-size=64M', '--innodb-flush-log-at-trx-commit=1'],
    ];
    const env = { ...process.env, PATH: path };
    this.child = spawn('mariadbd', words, { stdio: 'ignore', env });
    const endMs = performance.now() + startMsMax;
    while (!(await this.answers())) {
      if (performance.now() > endMs) throw new Error('MariaDB did not start.');
      await pause(50);
    }
  }

  /** Whether it has ended by itself. */
  get hasEnded(): boolean {
    return this.child !== undefined && (this.child.exitCode ?? this.child.signalCode) !== null;
  }

  /** SIGSTOP keeps connections and answers nothing until SIGCONT. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(name);
  }

  /** Ends it without a chance to finish anything. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || this.hasEnded) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    this.child = undefined;
  }

  private async answers(): Promise<boolean> {
    return this.statement('SELECT 1', '').then(
      () => true,
      () => false,
    );
  }

  private async statement(sql: string, schema = ''): Promise<void> {
    const connection = await createConnection(`mysql://root@127.0.0.1:${this.port}/${schema}`);
    try {
      await connection.query(sql);
    } finally {
      await connection.end();
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => {
        resolve(port);
      });
    });
  });
}

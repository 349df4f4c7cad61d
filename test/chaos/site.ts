import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { type TcpGate, tcpGate } from '../support/tcp-gate.js';
import { MariadbServer } from './mariadb-server.js';
import { SmallDisk } from './small-disk.js';

export type Kind = 'sqlite' | 'mariadb';

/** What a server stands on, each part of which may fail. */
interface Ground {
  readonly kind: Kind;
  readonly disk: SmallDisk;
  readonly databaseUrl: string;
  /** A MariaDB of its own. */
  readonly mariadb: MariadbServer | undefined;
  /** The way to Redis, where the tests have one. */
  readonly redis: TcpGate | undefined;
}

/** A server process with all that it stands on. */
export class Site {
  private constructor(
    readonly ground: Ground,
    private readonly environment: Record<string, string>,
    private process: ServerProcess,
  ) {}

  /** `databaseMs` is how long the server waits for its database. */
  static async open(kind: Kind, databaseMs: number): Promise<Site> {
    const ground = await layGround(kind);
    const environment = {
      DATABASE_TIMEOUT_MS: String(databaseMs),
      RATE_LIMIT_PER_MINUTE: '1000000',
      FINVO_SECRET: 'long enough for what is sealed with it',
      NODE_OPTIONS: `--import=${new URL('./shifted-clock.js', import.meta.url).href}`,
      CHAOS_CLOCK_FILE: clockFile(ground.disk),
      ...(ground.redis && { REDIS_URL: redisUrl(ground.redis.port) }),
    };
    const process = await startServerProcess({ url: ground.databaseUrl }, environment);
    return new Site(ground, environment, process);
  }

  get url(): string {
    return this.process.url;
  }

  /** Of the process that does the disk's work: the database, which is in the server's own where it is SQLite. */
  get storingPid(): number {
    return this.ground.mariadb?.pid ?? this.pid;
  }

  /** What the server has logged since it was started last. */
  output(): string {
    return this.process.output();
  }

  async kill(): Promise<void> {
    await this.process.kill();
  }

  /** As an operator stops it: with a chance to finish. */
  async stop(): Promise<void> {
    await this.process.stop();
  }

  async start(): Promise<void> {
    const { databaseUrl: url } = this.ground;
    this.process = await startServerProcess({ url }, this.environment);
  }

  /** Sets the clock of the server off by so much from now on. */
  shiftClock(shiftMs: number): void {
    writeFileSync(clockFile(this.ground.disk), String(shiftMs));
    globalThis.process.kill(this.pid, 'SIGWINCH');
  }

  async close(): Promise<void> {
    await this.process.stop();
    await this.ground.mariadb?.kill();
    await this.ground.redis?.shut();
    this.ground.disk.remove();
  }

  private get pid(): number {
    if (this.process.pid === undefined) throw new Error('The server does not run.');
    return this.process.pid;
  }
}

async function layGround(kind: Kind): Promise<Ground> {
  const disk = SmallDisk.make();
  const stored = join(disk.folder, 'stored');
  mkdirSync(stored);
  const mariadb = kind === 'mariadb' ? await MariadbServer.install(stored) : undefined;
  const databaseUrl = mariadb?.url ?? `sqlite:${join(stored, 'finvo.db')}`;
  return { kind, disk, databaseUrl, mariadb, redis: await redisGate() };
}

async function redisGate(): Promise<TcpGate | undefined> {
  const url = process.env.TEST_REDIS_URL ?? '';
  if (url === '') return undefined;
  const { hostname: host, port } = new URL(url);
  return tcpGate({ host, port: Number(port || 6379) });
}

function redisUrl(port: number): string {
  const url = new URL(process.env.TEST_REDIS_URL ?? '');
  url.host = `127.0.0.1:${port}`;
  return url.href;
}

function clockFile(disk: SmallDisk): string {
  return join(disk.folder, 'clock');
}

import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { freePorts } from './free-ports.js';
import { isInstalled } from './programs.js';

const provider = ['/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera-4/libgalera_smm.so'].find(
  (path) => existsSync(path),
);
const hasPrograms = ['mariadbd', 'mariadb-install-db', 'rsync'].every(isInstalled);

/** Why no cluster can be started here, if so. */
export const galeraMissing =
  provider !== undefined && hasPrograms
    ? undefined
    : 'mariadb-server, galera-4 or rsync is not installed';

/** One of the three servers. */
export interface GaleraNode {
  /** Its DATABASE_URL for a database that exists on all of them. */
  readonly url: string;
  readonly port: number;
  /** Rows of a statement, asked of this node alone. */
  query<Row>(sql: string): Promise<Row[]>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again and waits until it has caught up. */
  rejoin(): Promise<void>;
}

/** Three MariaDB servers on loopback that hold the same, in a folder that goes away with them. */
export interface GaleraCluster {
  readonly nodes: readonly [GaleraNode, GaleraNode, GaleraNode];
  stop(): Promise<void>;
}

interface Ports {
  readonly sql: number;
  readonly group: number;
  readonly catchUp: number;
  readonly copy: number;
}

const execute = promisify(execFile);
const database = 'finvo';
const readyWithinMs = 120_000;
const isRoot = process.getuid?.() === 0;
/** A database server refuses to run as root. */
const asUser = isRoot ? ['--user=mysql'] : [];

/** Starts the cluster; the first node begins it, the others take its data. */
export async function startGalera(): Promise<GaleraCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-galera-'));
  chmodSync(folder, 0o755);
  const ports = await Promise.all([1, 2, 3].map(portsOfNode));
  const group = ports.map((each) => `127.0.0.1:${each.group}`).join(',');
  const nodes = ports.map((each, at) => new Node(join(folder, `n${at + 1}`), each, group));
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await nodes[0]!.begin();
    for (const node of nodes.slice(1)) await node.start();
    await nodes[0]!.query(`CREATE DATABASE ${database}`, 'mysql');
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes: [nodes[0]!, nodes[1]!, nodes[2]!], stop };
}

class Node implements GaleraNode {
  readonly port: number;
  readonly url: string;
  private readonly data: string;
  private child: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly ports: Ports,
    private readonly group: string,
  ) {
    this.port = ports.sql;
    this.url = `mariadb://root@127.0.0.1:${ports.sql}/${database}`;
    this.data = join(folder, 'data');
    mkdirSync(this.data, { recursive: true });
    if (isRoot) execFileSync('chown', ['mysql', folder, this.data]);
  }

  /** Makes the system tables and begins the cluster; the others copy everything from this node. */
  async begin(): Promise<void> {
    await execute('mariadb-install-db', [
      ...['--no-defaults', ...asUser, `--datadir=${this.data}`, '--skip-test-db'],
      '--auth-root-authentication-method=normal',
    ]);
    await this.start(['--wsrep-new-cluster']);
  }

  async start(extra: readonly string[] = []): Promise<void> {
    const log = openSync(join(this.folder, 'log'), 'a');
    const child = spawn('mariadbd', [...this.options(), ...extra], {
      stdio: ['ignore', log, log],
    });
    this.child = child;
    for (const startedMs = performance.now(); !(await this.isSynced());) {
      if (child.exitCode !== null || performance.now() - startedMs > readyWithinMs)
        throw new Error(`A node did not start:\n${readFileSync(join(this.folder, 'log'), 'utf8')}`);
      await pause(100);
    }
  }

  async query<Row>(sql: string, name = database): Promise<Row[]> {
    const connection = await createConnection({
      ...{ host: '127.0.0.1', port: this.port, user: 'root', database: name },
      connectTimeout: 2_000,
    });
    try {
      const [rows] = await connection.query<RowDataPacket[]>(sql);
      return rows as Row[];
    } finally {
      connection.destroy();
    }
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async rejoin(): Promise<void> {
    await this.start([`--wsrep-start-position=${await this.recoveredPosition()}`]);
  }

  /** How far it had come, which is in no file after a kill; from there on the others send what it lacks. */
  private async recoveredPosition(): Promise<string> {
    const { stderr } = await execute('mariadbd', [...this.options(), '--wsrep-recover']);
    const position = /Recovered position: ([\w-]+:\d+)/.exec(stderr)?.[1];
    if (position === undefined) throw new Error('The node does not know how far it had come.');
    return position;
  }

  private async isSynced(): Promise<boolean> {
    const rows = await this.query<{ Value: string }>(
      "SHOW STATUS LIKE 'wsrep_local_state_comment'",
      'mysql',
    ).catch(() => []);
    return rows[0]?.Value === 'Synced';
  }

  private options(): string[] {
    const { sql, group, catchUp, copy } = this.ports;
    const provided = {
      'gmcast.listen_addr': `tcp://127.0.0.1:${group}`,
      'ist.recv_addr': `127.0.0.1:${catchUp}`,
      'gcache.size': '64M',
      'evs.keepalive_period': 'PT0.5S',
      'evs.suspect_timeout': 'PT2S',
      'evs.inactive_timeout': 'PT5S',
      'evs.install_timeout': 'PT5S',
    };
    const providerOptions = Object.entries(provided).map(([name, value]) => `${name}=${value}`);
    return [
      ...['--no-defaults', ...asUser, `--datadir=${this.data}`, `--port=${sql}`],
      ...[`--socket=${join(this.folder, 's')}`, `--pid-file=${join(this.folder, 'pid')}`],
      ...['--bind-address=127.0.0.1', '--default-storage-engine=InnoDB', '--binlog-format=ROW'],
      ...['--innodb-autoinc-lock-mode=2', '--innodb-flush-log-at-trx-commit=2'],
      ...['--innodb-log-file-size=16M', '--innodb-buffer-pool-size=64M'],
      ...['--wsrep-on=ON', `--wsrep-provider=${provider ?? ''}`, '--wsrep-cluster-name=finvo'],
      `--wsrep-node-name=${this.folder.slice(-2)}`,
      `--wsrep-node-address=127.0.0.1:${group}`,
      `--wsrep-node-incoming-address=127.0.0.1:${sql}`,
      `--wsrep-cluster-address=gcomm://${this.group}`,
      `--wsrep-provider-options=${providerOptions.join(';')}`,
      ...['--wsrep-sst-method=rsync', `--wsrep-sst-receive-address=127.0.0.1:${copy}`],
    ];
  }
}

/** Galera wants to be told all of them. */
async function portsOfNode(): Promise<Ports> {
  const [sql, group, catchUp, copy] = await freePorts(4);
  return { sql: sql!, group: group!, catchUp: catchUp!, copy: copy! };
}

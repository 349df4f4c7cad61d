// Which databases to measure on: SQLite always, and a server that is configured, found or started.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { freePort, tied } from './process.js';

const usualServer = 'mariadb://root@127.0.0.1:3306/';

/** The databases, and `stop` for the end; a server needs a user who may create schemas. */
export async function findDatabases() {
  const embedded = { name: 'SQLite' };
  const configured = process.env.BENCH_DATABASE_URL || process.env.TEST_DATABASE_URL;
  if (configured) return found(embedded, { name: await serverName(configured), url: configured });
  const name = await serverName(usualServer).catch(() => undefined);
  if (name !== undefined) return found(embedded, { name, url: usualServer });
  const started = await startMariadb();
  if (started !== undefined) {
    return { databases: [embedded, { name: 'MariaDB', url: started.url }], stop: started.stop };
  }
  console.log(
    'Skipped on a database server: BENCH_DATABASE_URL is not set and there is no mariadbd.',
  );
  return found(embedded);
}

function found(...databases) {
  return { databases, stop: () => Promise.resolve() };
}

async function serverName(url) {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  try {
    const [[{ version }]] = await connection.query('SELECT VERSION() AS version');
    return version.includes('MariaDB') ? 'MariaDB' : 'MySQL';
  } finally {
    await connection.end();
  }
}

/** A MariaDB of this run alone, as durable as it comes; undefined where none is installed. */
async function startMariadb() {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-bench-mariadb-'));
  const owner = `--user=${userInfo().username}`;
  const data = `--datadir=${join(folder, 'data')}`;
  const setUp = spawnSync('mariadb-install-db', [
    '--no-defaults',
    owner,
    data,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  if (setUp.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const port = await freePort();
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      owner,
      data,
      `--socket=${join(folder, 's.sock')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
    ],
    { stdio: 'ignore' },
  );
  const end = tied(server);
  const stop = async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `mariadb://root@127.0.0.1:${port}/`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await serverName(url).catch(() => undefined)) !== undefined) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error('The MariaDB of the benchmark did not get ready.');
}

// Databases for a measurement, empty at its start and gone at its end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

let made = 0;

/** A new schema on the server of `databaseUrl`, whose user must be allowed to make one; else a new SQLite file. */
export async function createPlace(databaseUrl) {
  if (databaseUrl === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'finvo-bench-'));
    return {
      url: `sqlite:${join(folder, 'finvo.db')}`,
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const name = `finvo_bench_${process.pid}_${(made += 1)}`;
  await run(databaseUrl, `CREATE DATABASE ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(databaseUrl, `DROP DATABASE ${name}`) };
}

async function run(databaseUrl, sql) {
  const connection = await createConnection(databaseUrl.replace(/^mariadb:/, 'mysql:'));
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

/** A database of its own for one test file: an SQLite file, or a schema on the server of TEST_DATABASE_URL. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

let count = 0;

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server === undefined || server === '' ? createTestFile() : createSchema(server);
}

/** Whether the tests run on MySQL or MariaDB instead of the embedded database. */
export const onServer = (process.env.TEST_DATABASE_URL ?? '') !== '';

/** Linux keeps these files in memory. */
const memory = '/dev/shm';
/** The tests need far less, but a container often has 64 MB. */
const memoryNeededBytes = 1024 ** 3;

/** In memory where there is room: a test would only wait for the disk, which no test can cut off from power. */
function folderOfFiles(): string {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= memoryNeededBytes ? memory : tmpdir();
}

/** An SQLite file, whatever the other tests run on. */
export function createTestFile(): TestDatabase {
  const folder = mkdtempSync(join(folderOfFiles(), 'finvo-test-'));
  return {
    url: `sqlite:${join(folder, 'finvo.db')}`,
    drop: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

async function createSchema(server: string): Promise<TestDatabase> {
  const name = `finvo_test_${process.pid}_${(count += 1)}`;
  const statement = async (sql: string) => {
    const connection = await createConnection(server.replace(/^mariadb:/, 'mysql:'));
    try {
      await connection.query(sql);
    } finally {
      await connection.end();
    }
  };
  await statement(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => statement(`DROP DATABASE ${name}`) };
}

import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type QueryRunner } from 'typeorm';
import { type AppConfig } from '../../config/config.js';
import { createDataSource } from '../data-sources.js';
import { isEmbedded } from '../is-embedded.js';
import { type BackupHeader, type EndLine, LineHash, rowLine } from './backup-lines.js';
import { BackupProblem } from './backup-problem.js';
import { migrationsRun, storedTables } from './stored-tables.js';
import { tableRows } from './table-rows.js';

/** How many rows of each table a backup holds. */
export type RowCounts = Readonly<Record<string, number>>;

/** Hands larger pieces to the compression than single lines. */
const pieceCharacters = 262_144;

/**
 * Writes all rows of the database as they are at one moment into a new file, while Finvo goes on working; the
 * file holds the same whichever database it comes from (docs/decisions/0048). It has its name only once it is
 * whole and on the disk, and only its owner may read it.
 * @throws BackupProblem where there is such a file, or nothing to keep
 */
export async function backUp(
  config: AppConfig['database'],
  file: string,
  now: Date,
): Promise<RowCounts> {
  const partly = `${file}.part`;
  const source = await createDataSource(config).initialize();
  try {
    const counts = await inSnapshot(source.createQueryRunner(), async (runner) => {
      const migrations = await migrationsRun(runner);
      if (migrations.length === 0) throw new BackupProblem('There is no Finvo in this database.');
      await refuseExisting(file);
      const header = { format: 'finvo-backup', version: 1, created_at: now.toISOString() } as const;
      return write(partly, runner, { ...header, migrations });
    });
    await rename(partly, file);
    return counts;
  } finally {
    await rm(partly, { force: true });
    await source.destroy();
  }
}

async function refuseExisting(file: string): Promise<void> {
  const existing = await open(file, 'r').catch(() => undefined);
  await existing?.close();
  if (existing !== undefined) throw new BackupProblem(`There is a file ${file} already.`);
}

/** Everything that is read inside is of the moment at which it began; writers are not kept waiting. */
async function inSnapshot<T>(
  runner: QueryRunner,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  try {
    if (isEmbedded(runner.dataSource)) {
      await runner.query('BEGIN');
    } else {
      await runner.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    }
    const result = await work(runner);
    await runner.query('COMMIT');
    return result;
  } finally {
    await runner.release();
  }
}

async function write(file: string, runner: QueryRunner, header: BackupHeader): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  await pipeline(
    Readable.from(pieces(lines(runner, header, counts)), { objectMode: false }),
    createGzip(),
    createWriteStream(file, { mode: 0o600, flush: true }),
  );
  return counts;
}

async function* lines(
  runner: QueryRunner,
  header: BackupHeader,
  counts: Record<string, number>,
): AsyncGenerator<string> {
  const hash = new LineHash();
  const line = (value: object) => {
    const text = JSON.stringify(value);
    hash.add(text);
    return `${text}\n`;
  };
  yield line(header);
  for (const table of await storedTables(runner)) {
    const { name, columns } = table;
    yield line({ table: name, columns: columns.map((column) => column.name) });
    counts[name] = 0;
    for await (const row of tableRows(runner, table)) {
      counts[name] += 1;
      yield line(rowLine(row));
    }
  }
  const end: EndLine = { rows: counts, sha256: hash.hex() };
  yield `${JSON.stringify(end)}\n`;
}

async function* pieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < pieceCharacters) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

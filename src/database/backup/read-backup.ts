import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  type BackupHeader,
  brokenOff,
  type EndLine,
  LineHash,
  linesOf,
  type RowLine,
  type TableLine,
} from './backup-lines.js';
import { BackupProblem } from './backup-problem.js';

/** What is in a file that was found to be whole. */
export interface WholeBackup {
  readonly header: BackupHeader;
  readonly end: EndLine;
}

type Line = BackupHeader | TableLine | RowLine | EndLine;

/** Names go into SQL, so nothing else is one. */
const namePattern = /^[a-z][a-z0-9_]{0,62}$/;

/** Reads a file to its end and holds it against the hash there. @throws BackupProblem where it is not whole */
export async function checkBackup(file: string): Promise<WholeBackup> {
  const hash = new LineHash();
  let header: BackupHeader | undefined;
  let end: EndLine | undefined;
  await eachLine(file, (line, bytes) => {
    if (end !== undefined) throw new BackupProblem(brokenOff);
    if ('sha256' in line) {
      end = line;
      return;
    }
    header ??= headerOf(line);
    refuseOddNames(line);
    hash.add(bytes);
  });
  if (header === undefined || end?.sha256 !== hash.hex()) throw new BackupProblem(brokenOff);
  return { header, end };
}

/** Hands every row of a checked file to `take`, with its table. */
export async function eachRow(
  file: string,
  take: (table: TableLine, row: RowLine) => Promise<void>,
): Promise<void> {
  let table: TableLine | undefined;
  await eachLine(file, async (line) => {
    if ('table' in line) table = line;
    else if (Array.isArray(line) && table !== undefined) await take(table, line as RowLine);
  });
}

async function eachLine(
  file: string,
  take: (line: Line, bytes: Buffer) => Promise<void> | void,
): Promise<void> {
  const compressed = createReadStream(file);
  const text = createGunzip();
  // Not a pipeline: that would answer an AbortError in place of what `take` throws.
  compressed.on('error', (error) => text.destroy(error)).pipe(text);
  try {
    for await (const bytes of linesOf(text as AsyncIterable<Buffer>)) {
      await take(JSON.parse(bytes.toString()) as Line, bytes);
    }
  } catch (error) {
    throw isUnreadable(error) ? new BackupProblem(`${brokenOff} (${error.message})`) : error;
  } finally {
    compressed.destroy();
  }
}

/** Errors of zlib, of the file system and of JSON are about the file; those of a database are not. */
function isUnreadable(error: unknown): error is Error {
  if (error instanceof SyntaxError) return true;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code?.startsWith('Z_') === true || syscall === 'open' || syscall === 'read';
}

function headerOf(line: Line): BackupHeader {
  if (!('format' in line)) throw new BackupProblem('This file is not a backup of Finvo.');
  return line;
}

function refuseOddNames(line: Line): void {
  if (!('table' in line)) return;
  if (![line.table, ...line.columns].every((name) => namePattern.test(name))) {
    throw new BackupProblem(`The backup has a table that Finvo does not make: ${line.table}`);
  }
}

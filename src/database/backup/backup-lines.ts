import { createHash } from 'node:crypto';
import { type SqlValue } from '../../common/database/database.js';
import { BackupProblem } from './backup-problem.js';

/** The first line: what the file is, and which schema its rows have. */
export interface BackupHeader {
  readonly format: 'finvo-backup';
  readonly version: 1;
  /** ISO 8601 in UTC. */
  readonly created_at: string;
  /** The names of the migrations that the database had been through. */
  readonly migrations: readonly string[];
}

/** Goes before the rows of a table. */
export interface TableLine {
  readonly table: string;
  readonly columns: readonly string[];
}

/** A row, with bytes as base64. */
export type RowLine = readonly (string | number | null | { readonly base64: string })[];

/** The last line: how many rows each table has, and the SHA-256 of all lines before it. */
export interface EndLine {
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

/** A row as it is written: integers beyond 2^53 as text, bytes as base64. */
export function rowLine(values: readonly (SqlValue | ArrayBuffer)[]): RowLine {
  return values.map((value) => {
    if (typeof value === 'bigint') return value.toString();
    if (Buffer.isBuffer(value) || value instanceof ArrayBuffer)
      return { base64: Buffer.from(value as Buffer).toString('base64') };
    return value;
  });
}

/** The values of a row that was written by {@link rowLine}. */
export function valuesOf(row: RowLine): SqlValue[] {
  return row.map((value) =>
    typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
  );
}

/** Adds up the lines of a file, for its end. */
export class LineHash {
  private readonly hash = createHash('sha256');

  add(line: string | Buffer): void {
    this.hash.update(line).update('\n');
  }

  hex(): string {
    return this.hash.digest('hex');
  }
}

/** The lines of a file, without their ends; the last one must have one. @throws BackupProblem */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
  }
  if (parts.some(({ length }) => length > 0)) throw new BackupProblem(brokenOff);
}

/** What is said of a file that is not whole. */
export const brokenOff = 'The backup is not whole: it ends early or was changed.';

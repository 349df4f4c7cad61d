import { once } from 'node:events';
import { addAbortSignal, type PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of a ZIP: bytes that are at hand, or texts that come one after the other. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | AsyncIterable<string>;
  readonly modifiedAt: Date;
  /** False for what is compressed already, such as PDFs. */
  readonly compress: boolean;
}

/**
 * A ZIP as a stream. The next entry is taken only when the reader has taken the one before, so memory
 * holds about one; when the reader goes away no further entry is asked for. An error of the entries
 * destroys the stream, so that half a ZIP never looks like a whole one.
 */
export function zipOf(entries: AsyncIterable<ZipEntry>): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const gone = new AbortController();
  output.once('close', () => {
    gone.abort();
  });
  fill(zip, entries, gone.signal).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return output;
}

async function fill(
  zip: ZipFile,
  entries: AsyncIterable<ZipEntry>,
  gone: AbortSignal,
): Promise<void> {
  for await (const entry of entries) {
    gone.throwIfAborted();
    await add(zip, entry, gone);
  }
  zip.end();
}

async function add(
  zip: ZipFile,
  { name, content, modifiedAt, compress }: ZipEntry,
  gone: AbortSignal,
): Promise<void> {
  const options = { mtime: modifiedAt, compress };
  const output = zip.outputStream as PassThrough;
  if (Buffer.isBuffer(content)) {
    zip.addBuffer(content, name, options);
    if (output.writableNeedDrain) await once(output, 'drain', { signal: gone });
    return;
  }
  const texts = addAbortSignal(gone, Readable.from(content));
  zip.addReadStream(texts, name, options);
  await finished(texts);
}

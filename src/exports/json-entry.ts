import { type ZipEntry } from './zip.js';

/** A value as a file of JSON that people can read. */
export function jsonEntry(name: string, value: unknown, modifiedAt: Date): ZipEntry {
  const content = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  return { name, content, modifiedAt, compress: true };
}

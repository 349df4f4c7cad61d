import { type DataSource } from 'typeorm';

/** Whether this is the embedded database and not a server. */
export function isEmbedded({ options }: DataSource): boolean {
  return options.type === 'better-sqlite3';
}

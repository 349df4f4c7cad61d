import { existsSync, readFileSync } from 'node:fs';

/** The version that the nearest package.json above this file names. */
export function productVersion(): string {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) {
    if (folder.pathname === '/') return 'unknown';
    folder = new URL('..', folder);
  }
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
    version: string;
  };
  return version;
}

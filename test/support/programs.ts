import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a program can be started by its name. */
export function isInstalled(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.some((folder) => existsSync(join(folder, program)));
}

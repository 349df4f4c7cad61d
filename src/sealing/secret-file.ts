import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** 32 bytes in base64url. */
const secretLength = 43;

/** The file with the secret of this installation cannot be used; the message is for the operator. */
export class SecretFileUnusable extends Error {}

/** The secret in a file, or nothing where there is no file. @throws SecretFileUnusable */
export async function readSecret(path: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(path, 'utf8')).trim();
    if (secret.length >= secretLength) return secret;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unusable(path, `cannot be read (${codeOf(error)})`);
  }
  throw unusable(path, 'is too short');
}

/**
 * The secret in a file, which is made where there is none, for its owner only. It appears as a whole under
 * its name or not at all, so that of several processes that start at once all use the same.
 * @throws SecretFileUnusable
 */
export async function ensureSecret(path: string): Promise<string> {
  const found = await readSecret(path);
  if (found !== undefined) return found;
  try {
    await make(path, randomBytes(32).toString('base64url'));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unusable(path, `cannot be made (${codeOf(error)})`);
  }
  const made = await readSecret(path);
  if (made === undefined) throw unusable(path, 'has gone again');
  return made;
}

/** A hard link fails where the name is taken, which a rename would not. */
async function make(path: string, secret: string): Promise<void> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(secret);
    await file.sync();
    await link(draft, path);
  } finally {
    await file.close();
    await unlink(draft);
  }
}

function unusable(path: string, why: string): SecretFileUnusable {
  return new SecretFileUnusable(
    `The file ${path}, which holds the secret of this installation, ${why}. Bring it back from a backup, give this process the right to read it, or set FINVO_SECRET.`,
  );
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureSecret, readSecret, SecretFileUnusable } from './secret-file.js';

describe('the file with the secret', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'finvo-secret-'));
    path = join(folder, 'data', 'finvo.secret');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is made when it is first needed, for its owner only, and stays as it is', async () => {
    expect(await readSecret(path)).toBeUndefined();
    const secret = await ensureSecret(path);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await ensureSecret(path)).toBe(secret);
    expect(readFileSync(path, 'utf8')).toBe(secret);
  });

  it('is one for all who make it at once, and leaves no drafts', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => ensureSecret(path)));
    expect(new Set(secrets).size).toBe(1);
    expect(readdirSync(join(folder, 'data'))).toEqual(['finvo.secret']);
  });

  it('may end with a line feed, as an editor writes it', async () => {
    const file = join(folder, 'finvo.secret');
    writeFileSync(file, `${'s'.repeat(43)}\n`);
    expect(await readSecret(file)).toBe('s'.repeat(43));
  });

  it.each([
    ['empty', ''],
    ['cut short', 's'.repeat(42)],
  ])('is refused when it is %s, and not made anew', async (_, content) => {
    const file = join(folder, 'finvo.secret');
    writeFileSync(file, content);
    await expect(ensureSecret(file)).rejects.toThrow(SecretFileUnusable);
    await expect(ensureSecret(file)).rejects.toThrow(`The file ${file}`);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('is refused when something else has its name, or its folder is a file', async () => {
    await expect(ensureSecret(folder)).rejects.toThrow('cannot be read (EISDIR)');
    writeFileSync(join(folder, 'data'), '');
    await expect(ensureSecret(path)).rejects.toThrow(SecretFileUnusable);
  });
});

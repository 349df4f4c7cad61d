import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Options, transformSync } from '@swc/core';

/** Below node_modules, so that the packages of the product resolve from there. */
const builds = resolve('node_modules/.cache/finvo-test-build');

const swc: Options = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  swcrc: false,
};

/**
 * Compiles `src` without type checks, once per state of the sources, and answers its folder:
 * tests of real processes need no `npm run build` before them and never meet an old one.
 */
export function buildServer(): string {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.spec.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const contents = files.map((file) => readFileSync(file));
  const state = createHash('sha256');
  for (const [index, content] of contents.entries())
    state.update(files[index] ?? '').update(content);
  const folder = join(builds, state.digest('hex').slice(0, 16));
  if (!existsSync(folder)) compileInto(folder, files);
  return join(folder, 'src');
}

/** Another worker may build the same at the same time: a finished folder appears under its name at once. */
function compileInto(folder: string, files: readonly string[]): void {
  const draft = `${folder}.${process.pid}`;
  for (const file of files) {
    const target = join(draft, file);
    mkdirSync(dirname(target), { recursive: true });
    if (/(?<!\.d)\.ts$/.test(file)) {
      const { code } = transformSync(readFileSync(file, 'utf8'), { ...swc, filename: file });
      writeFileSync(target.replace(/\.ts$/, '.js'), code);
    } else copyFileSync(file, target);
  }
  writeFileSync(join(draft, 'package.json'), '{"type":"module"}');
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

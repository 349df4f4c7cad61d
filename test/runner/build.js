// @ts-check
// Plain JavaScript, because jest's workers load it before anything is compiled.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { transformSync } from '@swc/core';

/** Below node_modules, so that the packages of the product resolve from there. */
const builds = resolve('node_modules/.cache/finvo-test-build');
/** The server, the tests, and what these take from the dashboard and the client. */
const roots = ['src', 'test', 'web/src', 'clients/typescript/src'];
const keptMs = 86_400_000;

/** @type {import('@swc/core').Options} */
const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  sourceMaps: true,
  swcrc: false,
};

/**
 * Compiles server and tests without type checks, once per state of the sources, and answers the folder
 * with all of them: tests and the processes they start need no `npm run build` before and never meet an old one.
 * @returns {string}
 */
export function build() {
  const files = roots
    .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsx'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const state = createHash('sha256');
  for (const file of files) state.update(file).update(readFileSync(file));
  const folder = join(builds, state.digest('hex').slice(0, 16));
  if (!existsSync(folder)) {
    removeOld();
    compileInto(folder, files);
  }
  return folder;
}

/**
 * Another worker may build the same at the same time: a finished folder appears under its name at once.
 * @param {string} folder
 * @param {readonly string[]} files
 */
function compileInto(folder, files) {
  const draft = `${folder}.${process.pid}`;
  for (const file of files) {
    const target = join(draft, file);
    mkdirSync(dirname(target), { recursive: true });
    if (/(?<!\.d)\.ts$/.test(file)) {
      compileFile(file, target.replace(/\.ts$/, '.js'));
    } else copyFileSync(file, target);
  }
  writeFileSync(join(draft, 'package.json'), '{"type":"module"}');
  standInForJest(draft);
  // The server serves the dashboard from there, when it has been built.
  symlinkSync(resolve('dist'), join(draft, 'dist'), 'junction');
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * The source map lies beside the code, where only a failure reads it.
 * @param {string} file
 * @param {string} target
 */
function compileFile(file, target) {
  const sourceFileName = relative(dirname(target), file);
  const options = { ...swc, filename: file, sourceFileName };
  const { code, map = '' } = transformSync(readFileSync(file, 'utf8'), options);
  writeFileSync(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
  writeFileSync(`${target}.map`, map);
}

/** The tests import `@jest/globals`, which stands only inside of jest's own module loader. @param {string} folder */
function standInForJest(folder) {
  const home = join(folder, 'node_modules/@jest/globals');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"type":"module","main":"./globals.js"}');
  copyFileSync('test/runner/globals.js', join(home, 'globals.js'));
}

function removeOld() {
  if (!existsSync(builds)) return;
  for (const name of readdirSync(builds)) {
    const folder = join(builds, name);
    if (Date.now() - statSync(folder).mtimeMs > keptMs)
      rmSync(folder, { recursive: true, force: true });
  }
}

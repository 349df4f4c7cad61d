// Runs a test file with jest, but lets Node load the modules instead of jest. Jest loads and compiles every
// module anew for every file, which took longer than most tests; Node loads one once for all files of a worker.
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';
import { build } from './build.js';

/** Where the stand-in for `@jest/globals` looks for the functions of the file that runs now. */
const functionsOfTheFile = Symbol.for('finvo.jest-globals');
/** Where jest keeps who listens to the tests of a file, which must not listen to the next one. */
const listeners = Symbol.for('EVENT_HANDLERS');

const require = createRequire(import.meta.url);
let folder;

/** A test runner in the sense of jest's option `testRunner`. */
export default function run(globalConfig, config, environment, runtime, path, report) {
  runtime.requireInternalModule = (file) => {
    Reflect.deleteProperty(require.cache, file);
    Reflect.deleteProperty(globalThis, listeners);
    return require(file);
  };
  runtime.setGlobalsForRuntime = (functions) => {
    Reflect.set(globalThis, functionsOfTheFile, functions);
  };
  runtime.unstable_importModule = (file) => {
    folder ??= build();
    const compiled = join(folder, relative(config.rootDir, file)).replace(/\.ts$/, '.js');
    return import(pathToFileURL(compiled).href);
  };
  return circus.default(globalConfig, config, environment, runtime, path, report);
}

// `npm run chaos -- --minutes 30`: clients that never give up, and everything around them that may go wrong.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../test/runner/build.js';

await import(pathToFileURL(join(build(), 'test/chaos/main.js')).href);

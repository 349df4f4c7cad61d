// @ts-check
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { TypstDocuments } from '../typst-documents.js';

const { files, fonts } = /** @type {import('./render-child.js').ChildStart} */ (workerData);

/** Below a file there can be no other, so that Typst finds nothing but what it is given in memory. */
const root = join(process.execPath, 'templates');
const documents = new TypstDocuments(root, fonts);
for (const [name, content] of Object.entries(files)) documents.provide(name, content);

parentPort?.on('message', (/** @type {import('../typst-documents.js').TypstTask} */ task) => {
  try {
    parentPort?.postMessage({ bytes: documents.render(task) });
  } catch (error) {
    parentPort?.postMessage({ problem: problemOf(error) });
  }
});
parentPort?.postMessage({ ready: true });

/** What Typst says of the places that it looked for in vain, in words of the folder. */
const inOtherWords = /** @type {const} */ ([
  // The connection was never tried: the process knows no way to the network.
  [
    /failed to download package \(.*?\)\)/g,
    'packages cannot be imported, as there is no network; put their files into the folder',
  ],
  [/failed to load file \([^()]*\(os error \d+\)\)/g, 'there is no such file in the folder'],
]);

/** @param {unknown} error */
function problemOf(error) {
  const text = error instanceof Error ? error.message : String(error);
  return inOtherWords.reduce((said, [from, to]) => said.replace(from, to), text);
}

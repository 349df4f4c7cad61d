// @ts-check
import { workerData } from 'node:worker_threads';
import { move } from 'piscina';
import { TypstDocuments } from './typst-documents.js';

/** @typedef {import('./typst-documents.js').Fonts & { templates: string }} WorkerData */

const { templates, ...fonts } = /** @type {WorkerData} */ (workerData);
const documents = new TypstDocuments(templates, fonts);

/**
 * Makes one PDF; what is answered is moved to the thread that asked, not copied.
 * @param {import('./typst-documents.js').TypstTask} task
 * @returns {Uint8Array}
 */
export default function render(task) {
  return /** @type {Uint8Array} */ (move(documents.render(task)));
}

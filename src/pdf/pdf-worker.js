// @ts-check
// Plain JavaScript, because a worker thread is loaded by Node itself, from src/ in tests and from dist/.
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { move } from 'piscina';

/**
 * @typedef {object} WorkerData
 * @property {string} templates folder of the .typ files
 * @property {readonly string[]} fontFiles
 * @property {readonly string[]} fontFamilies in the order in which they are asked for a glyph
 *
 * @typedef {object} RenderTask
 * @property {string} template name and version of the layout
 * @property {string} createdAt ISO 8601 instant
 * @property {import('./pdf-document.js').PdfDocument['logo']} [logo]
 * @property {string} [logoFile] the name under which the template finds the logo
 * @property {string} texts JSON of what the page shows
 * @property {string} page JSON of what every page carries
 * @property {'a-3a' | '1.7'} standard PDF/A refuses a missing glyph, PDF 1.7 draws an empty box
 */

/**
 * Parts of the last renders stay memoized, as documents of one sender share them; ten renders took 90 MB
 * more than two without being faster.
 */
const memoizedRendersMax = 2;

const { templates, fontFiles, fontFamilies } = /** @type {WorkerData} */ (workerData);
const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontPaths: [...fontFiles] }],
});

/**
 * Data enters as JSON files in memory: unlike inputs they leave the evaluated templates memoized.
 * @param {string} name
 * @param {string} json
 */
const provide = (name, json) => compiler.mapShadow(join(templates, name), Buffer.from(json));

provide('families.json', JSON.stringify(fontFamilies));

/**
 * Makes the bytes of one PDF; the same task gives the same bytes in every thread and process.
 * @param {RenderTask} task
 * @returns {Uint8Array}
 * @throws {Error} with Typst's words when the template cannot be compiled or exported
 */
export default function render({ template, createdAt, logo, logoFile, texts, page, standard }) {
  const logoPath = logoFile && join(templates, logoFile);
  try {
    if (logo && logoPath) compiler.mapShadow(logoPath, Buffer.from(logo.bytes));
    provide('document.json', texts);
    provide('page.json', page);
    const compiled = compiler.compile({
      mainFilePath: join(templates, `${template}.typ`),
    });
    if (!compiled.result) throw new Error(messagesOf(compiled));
    const bytes = compiler.pdf(compiled.result, {
      pdfStandard: standard,
      creationTimestamp: Math.floor(Date.parse(createdAt) / 1000),
    });
    return /** @type {Uint8Array} */ (move(Uint8Array.from(bytes)));
  } finally {
    if (logoPath) compiler.unmapShadow(logoPath);
    compiler.evictCache(memoizedRendersMax);
  }
}

/** @param {import('@myriaddreamin/typst-ts-node-compiler').NodeTypstCompileResult} compiled */
function messagesOf(compiled) {
  const error = compiled.takeError();
  const found = error ? compiler.fetchDiagnostics(error) : [];
  return found.map(({ message }) => String(message)).join('; ') || 'Typst gave no document.';
}

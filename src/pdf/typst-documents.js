// @ts-check
// Plain JavaScript, because a worker thread is loaded by Node itself, from src/ in tests and from dist/.
import { basename, dirname, join, relative, sep } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { claimed } from './claimed-pdf.js';
import { eInvoiceFile } from './xmp-claims.js';

/**
 * @typedef {object} Fonts
 * @property {readonly string[]} fontFiles
 * @property {readonly string[]} fontFamilies in the order in which they are asked for a glyph
 *
 * @typedef {object} TypstTask
 * @property {string} main the file that is compiled, below the root
 * @property {Readonly<Record<string, string>>} data JSON by the name of its file
 * @property {string} createdAt ISO 8601 instant
 * @property {import('./pdf-document.js').PdfDocument['logo']} [logo]
 * @property {string} [logoFile] the name under which the template finds the logo
 * @property {import('./pdf-document.js').PdfDocument['eInvoice']} [eInvoice]
 * @property {'a-3a' | '1.7'} standard PDF/A refuses a missing glyph, PDF 1.7 draws an empty box
 *
 * @typedef {import('@myriaddreamin/typst-ts-node-compiler').NodeTypstCompileResult} Compiled
 *
 * @typedef {object} Diagnostic
 * @property {string} message
 * @property {string} path empty where there is no place
 * @property {number} severity
 * @property {{ start: { line: number, character: number } }} [range] counted from 0
 */

/**
 * Parts of the last renders stay memoized, as documents of one sender share them; ten renders took 90 MB
 * more than two without being faster.
 */
const memoizedRendersMax = 2;

/** What stands beside the file that is compiled, and the one that takes its place, where there is an e-invoice. */
const xmlFile = 'e-invoice.xml';
const descriptionFile = 'e-invoice.json';
const hybridFile = 'hybrid.typ';

/** What a diagnostic says of itself; the others are the calls that led to it. */
const errorSeverity = 1;
const messageLengthMax = 500;

/** Typst with its fonts and the templates below one root; one for each thread. */
export class TypstDocuments {
  /**
   * @param {string} root folder that templates can read; nothing outside it is ever opened
   * @param {Fonts} fonts
   */
  constructor(root, { fontFiles, fontFamilies }) {
    this.root = root;
    this.compiler = NodeCompiler.create({
      workspace: root,
      fontArgs: [{ fontPaths: [...fontFiles] }],
    });
    this.provide('families.json', JSON.stringify(fontFamilies));
  }

  /**
   * A file in memory. Data enters as such: unlike inputs it leaves the evaluated templates memoized.
   * @param {string} name
   * @param {string | Uint8Array} content
   */
  provide(name, content) {
    this.compiler.mapShadow(join(this.root, name), Buffer.from(content));
  }

  /**
   * Makes the bytes of one PDF, in memory of their own; the same task gives the same bytes in every thread and
   * process. PDF/A says that it is PDF/UA-1 too, and Factur-X where it carries an e-invoice; PDF 1.7 says nothing.
   * @param {TypstTask} task
   * @returns {Uint8Array<ArrayBuffer>}
   * @throws {Error} with Typst's words when the template cannot be compiled or exported
   */
  render({ main, data, createdAt, logo, logoFile, eInvoice, standard }) {
    const { compiler } = this;
    const logoPath = logoFile && join(this.root, logoFile);
    try {
      if (logo && logoPath) compiler.mapShadow(logoPath, Buffer.from(logo.bytes));
      for (const [name, json] of Object.entries(data)) this.provide(name, json);
      const compiled = compiler.compile({
        mainFilePath: join(this.root, eInvoice ? this.provideHybrid(main, eInvoice) : main),
      });
      if (!compiled.result) throw new Error(this.messagesOf(compiled));
      const pdf = compiler.pdf(compiled.result, {
        pdfStandard: standard,
        creationTimestamp: Math.floor(Date.parse(createdAt) / 1000),
      });
      return standard === 'a-3a' ? claimed(pdf, eInvoice !== undefined) : Uint8Array.from(pdf);
    } finally {
      if (logoPath) compiler.unmapShadow(logoPath);
      compiler.evictCache(memoizedRendersMax);
    }
  }

  /**
   * A file that prints what `main` prints and embeds the XML, so that no layout need know of it.
   * @param {string} main
   * @param {NonNullable<TypstTask['eInvoice']>} eInvoice
   */
  provideHybrid(main, { xml, description }) {
    const folder = dirname(main);
    this.provide(join(folder, xmlFile), xml);
    this.provide(join(folder, descriptionFile), JSON.stringify(description));
    // The name that the file has in the PDF is its path below the root.
    const attachment = `#pdf.attach(
  "/${eInvoiceFile}",
  read("${xmlFile}", encoding: none),
  relationship: "alternative",
  mime-type: "text/xml",
  description: json("${descriptionFile}"),
)`;
    const hybrid = join(folder, hybridFile);
    this.provide(hybrid, `${attachment}\n#include "${basename(main)}"`);
    return hybrid;
  }

  /**
   * The errors with the places where they are, such as `letter.typ:3:5: unknown variable: total`.
   * @param {Compiled} compiled
   */
  messagesOf(compiled) {
    const error = compiled.takeError();
    /** @type {Diagnostic[]} */
    const found = error ? this.compiler.fetchDiagnostics(error) : [];
    const errors = found.filter(({ severity }) => severity === errorSeverity);
    return errors.map((each) => this.sentenceOf(each)).join('; ') || 'Typst gave no document.';
  }

  /** @param {Diagnostic} diagnostic */
  sentenceOf({ message, path, range }) {
    const said = message.replaceAll(this.root + sep, '').slice(0, messageLengthMax);
    if (path === '' || !range) return said;
    const { line, character } = range.start;
    return `${relative(this.root, path).replaceAll(sep, '/')}:${line + 1}:${character + 1}: ${said}`;
  }
}

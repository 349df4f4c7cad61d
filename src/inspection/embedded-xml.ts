import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { xmlLimits } from '../einvoice/reading/xml-tree.js';
import { EInvoiceNotFoundInPdf, EInvoiceUnreadable } from './inspection.errors.js';

/** Factur-X and ZUGFeRD 2, older ZUGFeRD, and the name of ZUGFeRD's profile XRECHNUNG; the case of letters varies. */
const names = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];
const exits = { unreadable: 65, encrypted: 66, absent: 67, tooLarge: 68 };
/** Object streams of an ordinary PDF are a fraction of it. */
const decodedBytesMax = 32 * 1024 * 1024;
/** Of the heap; all in all the process then takes up to 400 MiB, and 75 MiB for an ordinary file. */
const memoryMibMax = 256;
const msMax = 10_000;

const program = fileURLToPath(new URL('./embedded-xml-program.js', import.meta.url));
const task = JSON.stringify({ names, fileBytesMax: xmlLimits.bytes, decodedBytesMax, exits });

/**
 * The XML that a PDF embeds as its e-invoice. A process of its own reads the file, because a small one can
 * make any library fill the memory, and a thread that runs out of memory takes the whole process with it.
 * @throws EInvoiceNotFoundInPdf, EInvoiceUnreadable
 */
export function embeddedXml(pdf: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [`--max-old-space-size=${memoryMibMax}`, program, task],
      {
        encoding: 'buffer',
        env: {},
        maxBuffer: xmlLimits.bytes,
        timeout: msMax,
        killSignal: 'SIGKILL',
      },
      (error, output) => {
        if (error) reject(errorOf(error));
        else resolve(output);
      },
    );
    // A process that ended early closes the pipe; its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(pdf);
  });
}

function errorOf(error: Error & { code?: unknown; signal?: unknown }): Error {
  if (error.code === exits.absent) return new EInvoiceNotFoundInPdf(names);
  const reason = reasons.find(([code]) => code === error.code)?.[1];
  if (reason !== undefined) return new EInvoiceUnreadable(reason);
  if (typeof error.signal === 'string') return new EInvoiceUnreadable(tooElaborate);
  return new Error('The process that reads PDFs could not be run.', { cause: error });
}

const reasons = [
  [exits.unreadable, 'The file is no PDF that can be read.'],
  [
    exits.encrypted,
    'The PDF is encrypted. Save it without a password and without restrictions, and send it again.',
  ],
  [exits.tooLarge, 'The PDF holds more than is unpacked: its XML may have up to 5 MiB.'],
] as const;

/** It ran out of time, or V8 has ended it as it ran out of memory. */
const tooElaborate = 'The PDF takes too much time or memory to read. Send its XML alone.';

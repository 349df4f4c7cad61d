import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { AppError } from '../common/errors/app-error.js';
import { fitSvg, looksLikeSvg, SvgFault } from './logo-svg.js';

/** A picture that was drawn anew by this program, so that nothing of the upload but its pixels is left. */
export interface Logo {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
}

/** The file is none of the kinds of picture that a logo can be (415). */
export class LogoTypeUnsupported extends AppError {
  readonly kind = 'unsupported_media_type';
  readonly code = 'logo_type_unsupported';
  readonly title = 'This kind of file cannot be a logo';

  constructor() {
    super('Upload the logo as PNG, JPEG or uncompressed SVG; the content of the file decides.');
  }
}

/** The file is a PNG, JPEG or SVG, but cannot be used (422); the message says what to do. */
export class LogoInvalid extends AppError {
  readonly kind = 'invalid';
  readonly code = 'logo_invalid';
  readonly title = 'The logo cannot be used';
}

/** More logos are being drawn than can wait (503): the upload may be sent again. */
export class LogoBusy extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'logo_busy';
  readonly title = 'Too many logos are being drawn';

  constructor() {
    super('Too many logos are being drawn at the moment; try again in a few seconds.');
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const box: Size = { width: 1200, height: 600 };
const sidePixelsMax = 6000;
const pixelsMax = 24_000_000;
const drawingMsMax = 5000;
const memoryBytesMax = 768 * 1024 * 1024;
const outputBytesMax = 8 * 1024 * 1024;
const waitingMax = 20;
const exits = { broken: 65, blank: 66 };

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegSignature = Buffer.from([0xff, 0xd8, 0xff]);
const drawingProgram = fileURLToPath(new URL('./logo-drawing.js', import.meta.url));

/**
 * Makes a logo of an uploaded file of unknown content, or throws `LogoTypeUnsupported`,
 * `LogoInvalid` or `LogoBusy`. The logo fits into 1200 × 600 pixels; PNG and SVG become PNG, JPEG becomes RGB JPEG.
 */
export async function readLogo(bytes: Buffer): Promise<Logo> {
  if (bytes.length === 0) throw new LogoInvalid('The file is empty. Choose another file.');
  if (bytes.subarray(0, 8).equals(pngSignature)) {
    checkSize(pngSize(bytes));
    return { mediaType: 'image/png', bytes: await redraw('png', bytes) };
  }
  if (bytes.subarray(0, 3).equals(jpegSignature)) {
    checkSize(jpegSize(bytes));
    return { mediaType: 'image/jpeg', bytes: await redraw('jpeg', bytes) };
  }
  if (!looksLikeSvg(bytes)) throw new LogoTypeUnsupported();
  return { mediaType: 'image/png', bytes: await redraw('svg', safeSvg(bytes)) };
}

function checkSize({ width, height }: Size): void {
  if (width === 0 || height === 0) throw broken();
  if (width > sidePixelsMax || height > sidePixelsMax || width * height > pixelsMax) {
    throw new LogoInvalid(
      `The picture is larger than ${sidePixelsMax} pixels a side or 24 megapixels. Make it smaller; ${box.width} × ${box.height} pixels are enough.`,
    );
  }
}

function safeSvg(bytes: Buffer): Buffer {
  try {
    const { svg, size } = fitSvg(bytes, box);
    checkSize(size);
    return Buffer.from(svg);
  } catch (error) {
    throw error instanceof SvgFault ? new LogoInvalid(error.message) : error;
  }
}

/** Size by the header; a file without its last chunk was cut off. */
function pngSize(bytes: Buffer): Size {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw broken();
  for (let offset = 8; offset + 12 <= bytes.length; offset += 12 + bytes.readUInt32BE(offset)) {
    if (bytes.toString('latin1', offset + 4, offset + 8) === 'IEND') {
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    }
  }
  throw broken();
}

/** Size by the only frame header; the decoder fills up a file that was cut off, so the end must be there. */
function jpegSize(bytes: Buffer): Size {
  let size: Size | undefined;
  for (let offset = 2; offset + 9 <= bytes.length;) {
    if (bytes[offset] !== 0xff) throw broken();
    const marker = bytes.readUInt8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === 0xda) {
      if (!size || !bytes.includes(Buffer.from([0xff, 0xd9]), offset)) throw broken();
      return size;
    }
    if (isFrameHeader(marker)) {
      if (size) throw broken();
      size = { width: bytes.readUInt16BE(offset + 7), height: bytes.readUInt16BE(offset + 5) };
    }
    offset += 2 + Math.max(2, bytes.readUInt16BE(offset + 2));
  }
  throw broken();
}

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const broken = (): LogoInvalid =>
  new LogoInvalid('The picture is damaged or incomplete. Export it again and upload the new file.');

const tooElaborate = (): LogoInvalid =>
  new LogoInvalid('The picture takes too much work to draw. Simplify it, or upload it as PNG.');

let lastDrawing: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** One drawing at a time and few that wait, so that many uploads at once cannot use up the machine. */
async function redraw(kind: 'png' | 'jpeg' | 'svg', input: Buffer): Promise<Buffer> {
  if (waiting >= waitingMax) throw new LogoBusy();
  waiting += 1;
  const drawing = lastDrawing.then(() => draw(kind, input));
  lastDrawing = drawing.catch(() => undefined);
  try {
    return await drawing;
  } finally {
    waiting -= 1;
  }
}

/**
 * Draws in a process of its own, because rasterising an SVG is synchronous, can take minutes and can
 * overflow the native stack, which no thread and no `try` survives.
 */
function draw(kind: string, input: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [drawingProgram, JSON.stringify({ kind, box, memoryBytesMax, drawingMsMax, exits })],
      {
        encoding: 'buffer',
        env: {},
        maxBuffer: outputBytesMax,
        timeout: drawingMsMax,
        killSignal: 'SIGKILL',
      },
      (error, output) => {
        if (!error) resolve(output);
        else reject(drawingError(error));
      },
    );
    // A process that ended early closes the pipe; its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function drawingError(error: Error & { code?: unknown; signal?: unknown }): Error {
  if (error.code === exits.broken) return broken();
  if (error.code === exits.blank) {
    return new LogoInvalid(
      'The picture shows nothing. Choose a file with something visible in it.',
    );
  }
  if (typeof error.signal === 'string') return tooElaborate();
  return new Error('The process that draws logos could not be run.', { cause: error });
}

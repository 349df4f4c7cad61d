// @ts-check
// Plain JavaScript, because it is the program of a process of its own, started from src/ in tests and from dist/.
import { Worker } from 'node:worker_threads';
import { FastResizeFilter, FilterType, JsColorType, ResizeFit, Transformer } from '@napi-rs/image';

/**
 * @typedef {object} Drawing
 * @property {'png' | 'jpeg' | 'svg'} kind
 * @property {{ width: number, height: number }} box the picture is made smaller to fit into it
 * @property {number} memoryBytesMax
 * @property {number} drawingMsMax
 * @property {{ broken: number, blank: number }} exits exit codes
 */

const { kind, box, memoryBytesMax, drawingMsMax, exits } = /** @type {Drawing} */ (
  JSON.parse(process.argv[2] ?? '')
);

/** Drawing holds up this thread, so another one watches over it. */
new Worker(
  `setInterval(() => {
     if (process.memoryUsage.rss() > ${memoryBytesMax} || performance.now() > ${drawingMsMax})
       process.kill(process.pid, 'SIGKILL');
   }, 20)`,
  { eval: true },
).unref();

/**
 * Resizes with premultiplied alpha (fastResize), as the other filter leaves a dark rim on transparent logos.
 * @param {Buffer} bytes
 * @returns {Buffer | undefined} nothing where every pixel is transparent
 */
function redraw(bytes) {
  const image = kind === 'svg' ? Transformer.fromSvg(bytes) : new Transformer(bytes);
  const found = image.metadataSync(kind === 'jpeg');
  const orientation = found.orientation ?? 1;
  const turn = orientation >= 1 && orientation <= 8 ? orientation : 1;
  if (turn !== 1) image.rotate(turn);
  const [across, down] = turn >= 5 ? [found.height, found.width] : [found.width, found.height];
  const scale = Math.min(1, box.width / across, box.height / down);
  const width = Math.max(1, Math.round(across * scale));
  const height = Math.max(1, Math.round(down * scale));
  const ready = scale === 1 && found.colorType === JsColorType.Rgba8;
  if (!ready) {
    image.fastResize({ width, height, filter: FastResizeFilter.Lanczos3, fit: ResizeFit.Fill });
  }
  const pixels = image.rawPixelsSync();
  if (!pixels.some((value, index) => index % 4 === 3 && value > 0)) return undefined;
  const drawn = Transformer.fromRgbaPixels(pixels, width, height);
  return kind === 'jpeg' ? drawn.jpegSync(90) : drawn.pngSync({ filterType: FilterType.Adaptive });
}

/** @type {Buffer[]} */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
try {
  const output = redraw(Buffer.concat(chunks));
  if (output === undefined) process.exitCode = exits.blank;
  else process.stdout.write(output);
} catch {
  process.exitCode = exits.broken;
}

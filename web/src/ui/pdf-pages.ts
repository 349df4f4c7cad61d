import {
  getDocument,
  GlobalWorkerOptions,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A PDF on the screen. */
export interface ShownPdf {
  readonly pages: readonly HTMLCanvasElement[];
  /** Gives back what the PDF holds; its pages stay as they are. */
  close(): void;
}

/**
 * Opens a PDF for a place this many CSS pixels wide. The first page is drawn at once, each other one
 * when it comes near the screen, so that a long invoice does not hold up whoever types beside it.
 */
export async function showPdf(file: Blob, widthPx: number): Promise<ShownPdf> {
  const task = getDocument({ data: await file.arrayBuffer() });
  const pdf = await task.promise;
  const drawn = new Map<Element, PDFPageProxy>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const page = drawn.get(target);
        if (!isIntersecting || page === undefined) continue;
        watcher.unobserve(target);
        void draw(page, target as HTMLCanvasElement).catch(() => undefined);
      }
    },
    { rootMargin: '600px' },
  );
  const pages: HTMLCanvasElement[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const canvas = canvasFor(page, widthPx || 600);
    drawn.set(canvas, page);
    if (number === 1) await draw(page, canvas);
    else watcher.observe(canvas);
    pages.push(canvas);
  }
  const close = () => {
    watcher.disconnect();
    void task.destroy();
  };
  return { pages, close };
}

/** As sharp as the screen is, up to twice the CSS pixels. */
function canvasFor(page: PDFPageProxy, widthPx: number): HTMLCanvasElement {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = (widthPx / width) * Math.min(window.devicePixelRatio || 1, 2);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  return canvas;
}

async function draw(page: PDFPageProxy, canvas: HTMLCanvasElement): Promise<void> {
  const scale = canvas.width / page.getViewport({ scale: 1 }).width;
  await page.render({ canvas, viewport: page.getViewport({ scale }) }).promise;
}

import { fileURLToPath } from 'node:url';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { APP_CONFIG } from '../config/config.module.js';
import type { AppConfig } from '../config/config.js';
import { GlyphCoverage } from './glyph-coverage.js';
import type { PdfDocument } from './pdf-document.js';
import { RenderTimeout, RendererBusy } from './pdf.errors.js';
import { templateNameOf } from './template-versions.js';
import { withPrintableTexts } from './printable-document.js';
import { warmUpDocument } from './warm-up-document.js';

interface Attempt {
  readonly document: PdfDocument;
  readonly standard: 'a-3a' | '1.7';
}

/** What a worker is sent; the texts as JSON, because text is cheaper to copy to a thread than objects are. */
interface RenderTask
  extends Pick<Attempt, 'standard'>, Pick<PdfDocument, 'template' | 'createdAt' | 'logo'> {
  /** The name under which the template finds the logo. */
  readonly logoFile: string | undefined;
  readonly texts: string;
  readonly page: string;
}

/**
 * Makes PDFs in worker threads, so that typesetting never holds up the event loop. The same document
 * gives the same bytes in every thread and process.
 */
@Injectable()
export class PdfRenderer implements OnApplicationShutdown {
  /** Documents that may wait for a thread; a further one is refused with {@link RendererBusy}. */
  protected readonly queueMax: number = 256;
  /** Time for one document, waiting included; then {@link RenderTimeout}. */
  protected readonly timeoutMs: number = 30_000;
  private readonly logger = new Logger(PdfRenderer.name);
  private startedPool: Piscina<RenderTask, Uint8Array> | undefined;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly coverage: GlyphCoverage,
  ) {}

  /** Starts the threads in the background, so that the first invoice need not wait for the fonts. */
  warmUp(): void {
    for (let thread = 0; thread < this.config.pdf.renderThreads; thread += 1)
      this.render(warmUpDocument).catch((error: unknown) => {
        // A process that ends at once takes its waiting documents with it.
        if (this.startedPool !== undefined) {
          this.logger.error('The PDF threads could not be warmed up.', error);
        }
      });
  }

  /** Lets running and waiting documents end; runs after the HTTP server has answered its last request. */
  async onApplicationShutdown(): Promise<void> {
    const pool = this.startedPool;
    this.startedPool = undefined;
    await pool?.close();
  }

  /**
   * Renders one document as PDF/A-3a with tags. An invoice is never lost for its looks: what the export
   * refuses is drawn again with question marks for missing glyphs, then without logo, then as plain PDF.
   * @throws RendererBusy when too many documents wait
   * @throws RenderTimeout when the document took longer than the limit
   */
  async render(document: PdfDocument): Promise<Buffer> {
    const deadline = new AbortController();
    const timer = setTimeout(() => {
      deadline.abort();
    }, this.timeoutMs);
    try {
      return await this.renderWithNets(document, deadline.signal);
    } catch (error) {
      throw deadline.signal.aborted ? new RenderTimeout() : error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** How many documents wait for a thread now. */
  get waiting(): number {
    return this.startedPool?.queueSize ?? 0;
  }

  /** Refuses now what could only wait in vain. @throws RendererBusy when too many documents wait */
  expectRoom(): void {
    if (this.waiting >= this.queueMax) throw new RendererBusy();
  }

  private async renderWithNets(document: PdfDocument, signal: AbortSignal): Promise<Buffer> {
    let failure: unknown;
    for (const task of this.attempts(document)) {
      try {
        const bytes = await this.run(taskOf(task), signal);
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      } catch (error) {
        if (signal.aborted || error instanceof RendererBusy) throw error;
        this.logger.warn(`A PDF could not be exported as it is: ${String(error).slice(0, 500)}`);
        failure = error;
      }
    }
    throw failure;
  }

  private *attempts(document: PdfDocument): Generator<Attempt> {
    yield { document, standard: 'a-3a' };
    const printable = withPrintableTexts(document, (text) => this.coverage.printable(text));
    yield { document: printable, standard: 'a-3a' };
    yield { document: { ...printable, logo: undefined }, standard: 'a-3a' };
    yield { document: { ...printable, logo: undefined }, standard: '1.7' };
  }

  private run(task: RenderTask, signal: AbortSignal): Promise<Uint8Array> {
    const pool = (this.startedPool ??= this.startPool());
    this.expectRoom();
    return pool.run(task, { signal });
  }

  /** `atomics: 'disabled'` lets a worker's event loop turn, or Typst's finished documents pile up. */
  private startPool(): Piscina<RenderTask, Uint8Array> {
    return new Piscina({
      filename: new URL('./pdf-worker.js', import.meta.url).href,
      minThreads: this.config.pdf.renderThreads,
      maxThreads: this.config.pdf.renderThreads,
      idleTimeout: Number.POSITIVE_INFINITY,
      atomics: 'disabled',
      // The next document waits at the worker, which then need not wait for a busy event loop to hand it over.
      concurrentTasksPerWorker: 2,
      workerData: {
        templates: fileURLToPath(new URL('./templates', import.meta.url)),
        fontFiles: this.coverage.fonts.files,
        fontFamilies: this.coverage.fonts.families.map(({ name }) => name),
      },
    });
  }
}

function taskOf({ document, standard }: Attempt): RenderTask {
  const { template, createdAt, logo, footer, pageLabel, watermark = '', ...texts } = document;
  const layout = templateNameOf(template);
  const logoFile = logo && (logo.mediaType === 'image/png' ? 'logo.png' : 'logo.jpg');
  return {
    standard,
    template,
    createdAt,
    logo,
    logoFile,
    texts: JSON.stringify({ ...texts, layout, logo: logoFile && `/${logoFile}` }),
    page: JSON.stringify({ footer, label: pageLabel, watermark }),
  };
}

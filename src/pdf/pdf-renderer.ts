import { fileURLToPath } from 'node:url';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { APP_CONFIG } from '../config/config.module.js';
import type { AppConfig } from '../config/config.js';
import { AppError } from '../common/errors/app-error.js';
import { loggable } from '../common/errors/loggable.js';
import { GlyphCoverage } from './glyph-coverage.js';
import type { PdfDocument } from './pdf-document.js';
import { RenderTimeout, RendererBusy, RendererDown } from './pdf.errors.js';
import { templateNameOf } from './template-versions.js';
import { type Attempt, attempts, logoFileOf, type RenderTask } from './render-task.js';
import { warmUpDocument } from './warm-up-document.js';

/** What can come of a document. */
export type RenderOutcome = 'drawn' | 'busy' | 'timeout' | 'failed';

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
  private underWay = 0;
  /** Is told how long each document took, waiting included, and what came of it. */
  onRendered: (outcome: RenderOutcome, seconds: number) => void = () => undefined;

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
          this.logger.error('The PDF threads could not be warmed up.', loggable(error));
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
    const startedAtMs = performance.now();
    let outcome: RenderOutcome = 'drawn';
    this.underWay += 1;
    try {
      return await this.renderWithNets(document, deadline.signal);
    } catch (error) {
      const thrown = deadline.signal.aborted ? new RenderTimeout() : error;
      outcome = outcomeOf(thrown);
      throw thrown;
    } finally {
      clearTimeout(timer);
      this.underWay -= 1;
      this.onRendered(outcome, (performance.now() - startedAtMs) / 1000);
    }
  }

  /** How many documents wait for a thread now. */
  get waiting(): number {
    return this.startedPool?.queueSize ?? 0;
  }

  /** How many documents are drawn now. */
  get active(): number {
    return Math.max(0, this.underWay - this.waiting);
  }

  /** Whether every thread has failed at its start, after which no further one is tried. */
  get isDown(): boolean {
    return this.startedPool !== undefined && this.threads === 0;
  }

  /** How many threads are alive; none before the first document. */
  get threads(): number {
    return this.startedPool?.threads.length ?? 0;
  }

  /**
   * Refuses now what could only wait in vain.
   * @throws RendererBusy when too many documents wait
   * @throws RendererDown when there is no thread left
   */
  expectRoom(): void {
    if (this.isDown) throw new RendererDown();
    if (this.waiting >= this.queueMax) throw new RendererBusy();
  }

  private async renderWithNets(document: PdfDocument, signal: AbortSignal): Promise<Buffer> {
    let failure: unknown;
    for (const task of attempts(document, this.coverage)) {
      try {
        const bytes = await this.run(taskOf(task), signal);
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      } catch (error) {
        if (signal.aborted || error instanceof AppError) throw error;
        this.logger.warn(`A PDF could not be exported as it is: ${String(error).slice(0, 500)}`);
        failure = error;
      }
    }
    throw failure;
  }

  private run(task: RenderTask, signal: AbortSignal): Promise<Uint8Array> {
    const pool = (this.startedPool ??= this.startPool());
    this.expectRoom();
    return pool.run(task, { signal });
  }

  /** `atomics: 'disabled'` lets a worker's event loop turn, or Typst's finished documents pile up. */
  private startPool(): Piscina<RenderTask, Uint8Array> {
    const pool = new Piscina<RenderTask, Uint8Array>({
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
    // Without a listener, a thread that dies between two documents would end the process.
    pool.on('error', (error: unknown) => {
      this.logger.error(loggable(error));
    });
    return pool;
  }
}

function outcomeOf(error: unknown): RenderOutcome {
  if (error instanceof RenderTimeout) return 'timeout';
  return error instanceof RendererBusy ? 'busy' : 'failed';
}

function taskOf({ document, standard }: Attempt): RenderTask {
  const {
    template,
    createdAt,
    logo,
    eInvoice,
    footer,
    pageLabel,
    watermark = '',
    ...texts
  } = document;
  const layout = templateNameOf(template);
  const logoFile = logoFileOf(document);
  return {
    standard,
    main: `${template}.typ`,
    createdAt,
    logo,
    logoFile,
    eInvoice,
    data: {
      'document.json': JSON.stringify({ ...texts, layout, logo: logoFile && `/${logoFile}` }),
      'page.json': JSON.stringify({ footer, label: pageLabel, watermark }),
    },
  };
}

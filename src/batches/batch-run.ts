import { type Lease } from '../common/queue/leases.js';
import { setImmediate as turn } from 'node:timers/promises';
import { type BatchRowsService, builtOn, endsRun } from './batch-rows.service.js';
import {
  type BatchWorkRepository,
  type ClaimedBatch,
  type IssuedRow,
  pageSize,
  type PreparedRow,
  type RenderedRow,
  type Step,
} from './batch-work.repository.js';

/** After so many rows another account's batch may have its turn. */
const rowsPerTurn = 100;

/** How a run holds on to its batch, and when it has to stop. */
export interface RunTerms {
  readonly lease: () => Lease;
  /** PDFs under way at once: enough to keep every thread busy, few enough for others to come in between. */
  readonly rendersMax: number;
  readonly isTurnOver: () => Promise<boolean>;
  readonly isStopping: () => boolean;
}

/**
 * One turn of one batch. Rows are issued a few at a time in their order, while the PDFs of those before
 * are made; both are written with one transaction, because each one costs a wait for the disk.
 */
export class BatchRun {
  private readonly issued: IssuedRow[] = [];
  private readonly rendering = new Set<Promise<void>>();
  private rendered: RenderedRow[] = [];
  private rows = 0;
  private rowsAtTurn = 0;

  constructor(
    private readonly batch: ClaimedBatch,
    private readonly work: BatchWorkRepository,
    private readonly service: BatchRowsService,
    private readonly terms: RunTerms,
  ) {}

  /** Works until every row has its result or the turn is over; answers whether all is done. @throws BatchLost */
  async run(): Promise<boolean> {
    try {
      const isDone = (await this.takeUnrendered()) && (await this.issueWaiting());
      await this.until(() => this.issued.length + this.rendering.size === 0);
      await this.write([]);
      return isDone;
    } finally {
      this.issued.length = 0;
      await Promise.all(this.rendering);
    }
  }

  /** What a run that was cut off has issued and not rendered. */
  private async takeUnrendered(): Promise<boolean> {
    let after = -1;
    for (;;) {
      const rows = await this.work.unrendered(this.batch.id, after);
      if (rows.length === 0) return true;
      for (const { position, invoice_id: invoiceId } of rows) {
        after = position;
        const invoice = await this.service.read(this.batch, invoiceId);
        this.startRendering([{ position, invoice }]);
      }
      if (await this.mustStop(rows.length)) return false;
    }
  }

  private async issueWaiting(): Promise<boolean> {
    for (;;) {
      const rows = await this.work.waiting(this.batch.id);
      if (rows.length === 0) return true;
      let prepared: PreparedRow[] = [];
      for (const row of rows) {
        if (builtOn(row, prepared)) {
          await this.write(prepared);
          prepared = [];
        }
        prepared.push(await this.service.prepare(this.batch, row));
        // Without a turn no request would be read, and no thread would get its next PDF, until the end.
        await turn();
      }
      await this.write(prepared);
      if (await this.mustStop(rows.length)) return false;
    }
  }

  /** Waits until few rows are left to render, and answers whether the turn is over. */
  private async mustStop(rows: number): Promise<boolean> {
    await this.until(() => this.issued.length < pageSize);
    this.rows += rows;
    if (this.terms.isStopping()) return true;
    if (this.rows - this.rowsAtTurn < rowsPerTurn) return false;
    this.rowsAtTurn = this.rows;
    return this.terms.isTurnOver();
  }

  /** Waits for PDFs, and writes them down before they become many. */
  private async until(isReached: () => boolean): Promise<void> {
    while (!isReached()) {
      await Promise.race(this.rendering);
      if (this.rendered.length >= pageSize) await this.write([]);
    }
  }

  private startRendering(rows: readonly IssuedRow[]): void {
    this.issued.push(...rows);
    while (this.rendering.size < this.terms.rendersMax) {
      const row = this.issued.shift();
      if (row === undefined) return;
      const started = this.service.render(this.batch, row).then((rendered) => {
        if (rendered !== undefined) this.rendered.push(rendered);
        this.rendering.delete(started);
        this.startRendering([]);
      });
      this.rendering.add(started);
    }
  }

  /** Writes down what is rendered and gives these rows their results. */
  private async write(rows: readonly PreparedRow[]): Promise<void> {
    const pdfs = this.rendered;
    this.rendered = [];
    try {
      await this.step({ pdfs, rows });
    } catch (error) {
      if (endsRun(error)) throw error;
      await this.writeOneByOne({ pdfs, rows });
    }
  }

  /** Finds what the database does not take, so that it holds up nothing else. */
  private async writeOneByOne({ pdfs, rows }: Step): Promise<void> {
    for (const pdf of pdfs) {
      await this.step({ pdfs: [pdf], rows: [] }).catch((error: unknown) => {
        if (endsRun(error)) throw error;
        this.service.notRendered(this.batch, pdf.position, error);
      });
    }
    for (const row of rows) {
      await this.step({ pdfs: [], rows: [row] }).catch((error: unknown) =>
        this.step({ pdfs: [], rows: [this.service.refused(this.batch, row.position, error)] }),
      );
    }
  }

  private async step(step: Step): Promise<void> {
    this.startRendering(await this.work.step(this.batch.id, this.terms.lease(), step));
  }
}

import { type CallOptions } from './connection.js';
import { FinvoError } from './finvo-error.js';
import { keyed, type IssueOptions } from './route-group.js';
import { Batches as BatchRoutes } from './routes.js';
import { type Batch, type InvoiceRequest } from './shapes.js';
import { pause } from './waiting.js';

export interface WaitOptions extends CallOptions {
  /** How often to ask, in milliseconds (1,000). */
  readonly pollMs?: number;
  /** How long to wait altogether, in milliseconds (600,000). */
  readonly waitMs?: number;
}

/** Hands in many invoices at once and follows them. Every method throws FinvoError. */
export class Batches extends BatchRoutes {
  /** Hands in up to 1,000 invoices, which the server issues in their order. */
  create(invoices: readonly InvoiceRequest[], options: IssueOptions = {}): Promise<Batch> {
    const input = { body: { invoices: [...invoices] }, ...keyed(options) };
    return this.caller.json('post', '/v1/invoices/batch', input, options);
  }

  /** Waits until every row has its result and the PDFs are made. */
  async wait(id: string, options: WaitOptions = {}): Promise<Batch> {
    const { pollMs = 1_000, waitMs = 600_000 } = options;
    const end = Date.now() + waitMs;
    for (;;) {
      const batch = await this.get(id, options);
      if (batch.status === 'done') return batch;
      if (Date.now() + pollMs > end)
        throw new FinvoError(`The batch ${id} is not done after ${String(waitMs)} ms.`, {
          status: 0,
          code: 'batch_not_done',
        });
      await pause(pollMs, options.signal);
    }
  }
}

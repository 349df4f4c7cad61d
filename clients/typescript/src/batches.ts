import { type Caller } from './caller.js';
import { type CallOptions } from './connection.js';
import { FinvoError } from './finvo-error.js';
import { type IssueOptions } from './invoices.js';
import { type Api, type InputOf } from './operations.js';
import { type Batch, type BatchRow, type InvoiceRequest } from './shapes.js';
import { pause } from './waiting.js';

type RowQuery = NonNullable<InputOf<Api['/v1/batches/{id}/rows']['get']>['query']>;
/** Which rows, and how many are read with one request (`limit`). */
export type BatchRowFilter = Omit<RowQuery, 'cursor'>;

export interface WaitOptions extends CallOptions {
  /** How often to ask, in milliseconds (1,000). */
  readonly pollMs?: number;
  /** How long to wait altogether, in milliseconds (600,000). */
  readonly waitMs?: number;
}

/** Hands in many invoices at once and follows them. Every method throws FinvoError. */
export class Batches {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** Hands in up to 1,000 invoices, which the server issues in their order. */
  create(invoices: readonly InvoiceRequest[], options: IssueOptions = {}): Promise<Batch> {
    const idempotencyKey = options.idempotencyKey ?? crypto.randomUUID();
    const input = { body: { invoices: [...invoices] }, idempotencyKey };
    return this.#caller.json('post', '/v1/invoices/batch', input, options);
  }

  get(id: string, options: CallOptions = {}): Promise<Batch> {
    return this.#caller.json('get', '/v1/batches/{id}', { path: { id } }, options);
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

  /** What has become of each invoice, in the order in which they were handed in. */
  async *rows(
    id: string,
    filter: BatchRowFilter = {},
    options: CallOptions = {},
  ): AsyncGenerator<BatchRow> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: 100, ...filter, ...(cursor !== undefined && { cursor }) };
      const input = { path: { id }, query };
      const page = await this.#caller.json('get', '/v1/batches/{id}/rows', input, options);
      yield* page.data;
      cursor = page.next_cursor;
    }
  }
}

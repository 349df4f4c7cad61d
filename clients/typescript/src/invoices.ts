import { type Caller } from './caller.js';
import { type CallOptions } from './connection.js';
import { type Api, type InputOf } from './operations.js';
import {
  type Invoice,
  type InvoicePreview,
  type InvoiceRequest,
  type InvoiceSummary,
} from './shapes.js';

/** Filters of the list, and how many invoices are read with one request (`limit`). */
export type ListFilter = Omit<NonNullable<InputOf<Api['/v1/invoices']['get']>['query']>, 'cursor'>;

export interface IssueOptions extends CallOptions {
  /**
   * Names what is billed, such as `order-4711`: however often it is sent, it makes one invoice. Left out,
   * each call has a random one, which covers its own attempts.
   */
  readonly idempotencyKey?: string;
}

/** An invoice just issued, as its PDF. */
export interface IssuedPdf {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly id: string;
  /** '' of a draft. */
  readonly number: string;
}

/** Issues and reads invoices. Every method throws FinvoError. */
export class Invoices {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** Issues an invoice. */
  create(body: InvoiceRequest, options: IssueOptions = {}): Promise<Invoice> {
    return this.#caller.json('post', '/v1/invoices', issued(body, options), options);
  }

  /** Issues an invoice and answers its PDF. */
  async generate(body: InvoiceRequest, options: IssueOptions = {}): Promise<IssuedPdf> {
    const { pdf, headers } = await this.#caller.pdf(
      'post',
      '/generate',
      issued(body, options),
      options,
    );
    return {
      pdf,
      id: headers.get('finvo-invoice-id') ?? '',
      number: headers.get('finvo-invoice-number') ?? '',
    };
  }

  /** What the invoice would be; nothing is stored and no number used. */
  preview(body: InvoiceRequest, options: CallOptions = {}): Promise<InvoicePreview> {
    const input = { body, isRepeatable: true };
    return this.#caller.json('post', '/v1/invoices/preview', input, options);
  }

  /** The same as a PDF with a watermark. */
  async previewPdf(body: InvoiceRequest, options: CallOptions = {}) {
    const input = { body, isRepeatable: true };
    return (await this.#caller.pdf('post', '/v1/invoices/preview', input, options)).pdf;
  }

  get(id: string, options: CallOptions = {}): Promise<Invoice> {
    return this.#caller.json('get', '/v1/invoices/{id}', { path: { id } }, options);
  }

  /** The PDF of an invoice, the same bytes for ever. */
  async pdf(id: string, options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#caller.pdf('get', '/v1/invoices/{id}/pdf', { path: { id } }, options)).pdf;
  }

  /** Every invoice that the filter lets through, newest first; pages are read as they are needed. */
  async *list(filter: ListFilter = {}, options: CallOptions = {}): AsyncGenerator<InvoiceSummary> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: 100, ...filter, ...(cursor !== undefined && { cursor }) };
      const page = await this.#caller.json('get', '/v1/invoices', { query }, options);
      yield* page.data;
      cursor = page.next_cursor;
    }
  }
}

function issued(body: InvoiceRequest, { idempotencyKey }: IssueOptions) {
  return { body, idempotencyKey: idempotencyKey ?? crypto.randomUUID() };
}

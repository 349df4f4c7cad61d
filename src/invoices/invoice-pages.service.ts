import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  type InvoiceExtent,
  type InvoiceFilter,
  InvoiceListRepository,
} from './invoice-list.repository.js';
import { type Invoice, type InvoiceSummary } from './invoice.js';

const pageSize = 200;
/** Fewer at once with their lines, as each may have a thousand. */
const completePageSize = 50;

/** Reads any number of invoices page by page, newest first, so that memory stays flat. */
@Injectable()
export class InvoicePagesService {
  constructor(private readonly list: InvoiceListRepository) {}

  /** How many invoices a filter finds; its `newestId` keeps later ones out of the pages. */
  extent(accountId: string, filter: InvoiceFilter): Promise<InvoiceExtent> {
    return this.list.extent(accountId, filter);
  }

  /** All invoices of a filter without their lines, a page at a time; the next page is read when it is asked for. */
  summaries(accountId: string, filter: InvoiceFilter): AsyncGenerator<InvoiceSummary[]> {
    return this.pages(accountId, filter, pageSize);
  }

  /** All invoices of a filter, one by one. */
  async *complete(accountId: string, filter: InvoiceFilter): AsyncGenerator<Invoice> {
    for await (const page of this.pages(accountId, filter, completePageSize)) {
      yield* await this.list.withLines(accountId, page);
    }
  }

  private async *pages(
    accountId: string,
    filter: InvoiceFilter,
    limit: number,
  ): AsyncGenerator<InvoiceSummary[]> {
    let before: string | undefined;
    for (;;) {
      const page = await this.list.page(accountId, filter, { before, limit });
      if (page.length > 0) yield page;
      if (page.length < limit) return;
      before = page.at(-1)?.id;
      // SQLite answers at once, so without a pause no other request would have its turn.
      await turn();
    }
  }
}

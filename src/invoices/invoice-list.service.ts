import { Injectable } from '@nestjs/common';
import { cursorAfter, cursorPosition } from '../common/http/cursor.js';
import { InvoiceSummaryDto } from './dto/invoice.dto.js';
import {
  type InvoiceListDto,
  limitDefault,
  type ListInvoicesDto,
} from './dto/list-invoices.dto.js';
import { InvoiceListRepository } from './invoice-list.repository.js';

/** Pages of invoices, newest first, by a cursor that stays right while new invoices come in. */
@Injectable()
export class InvoiceListService {
  constructor(private readonly list: InvoiceListRepository) {}

  /** A page of the account's invoices; `path` is where the caller's door has them. */
  async page(accountId: string, query: ListInvoicesDto, path: string): Promise<InvoiceListDto> {
    const { limit: limitText, cursor, ...filter } = query;
    const limit = Number(limitText ?? limitDefault);
    const before = cursor == null ? undefined : cursorPosition('inv', cursor);
    // One more than asked for tells whether there is another page.
    const found = await this.list.page(accountId, filter, { before, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const hasMore = found.length > limit;
    return {
      data: page.map((invoice) => InvoiceSummaryDto.fromSummary(invoice, path)),
      has_more: hasMore,
      next_cursor: hasMore && last !== undefined ? cursorAfter(last.id) : null,
    };
  }
}

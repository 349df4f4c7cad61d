import { Injectable } from '@nestjs/common';
import { Database, type SqlValue } from '../common/database/database.js';
import { linkedDocuments } from './conversion/link-rows.js';
import { creditNotesOf } from './crediting/credit-note-links.js';
import { latestEmail } from './invoice-email.js';
import { invoiceColumns, type InvoiceRow, summaryOf } from './invoice-rows.js';
import { lineColumns, lineOf, type LineRow } from './line-rows.js';
import { taxColumns, type TaxRow } from './tax-rows.js';
import { type Invoice, type InvoiceLine, type InvoiceSummary } from './invoice.js';
import { containing } from '../common/database/search-text.js';

/** Which invoices to list; what is left out does not narrow the list. */
export interface InvoiceFilter {
  readonly status?: string | undefined;
  readonly type?: string | undefined;
  /** The id of the invoice that credit notes correct. */
  readonly corrects?: string | undefined;
  readonly currency?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly recipient?: string | undefined;
  readonly number?: string | undefined;
  readonly customer?: string | undefined;
  readonly q?: string | undefined;
  /** The id of the newest invoice to list, for a reader who wants none that come in meanwhile. */
  readonly newestId?: string | undefined;
}

/** How many invoices a filter finds, and the id of the newest; '' of none, which lies before every id. */
export interface InvoiceExtent {
  readonly count: number;
  readonly newestId: string;
}

/**
 * Newest first where no other index helps. The date behind the id changes no order, but no other
 * index than `ix_invoices_newest` has it there: else MariaDB may read the newest rows of all accounts by the
 * primary key until it has found enough of one.
 */
export const newestRowsFirst = 'i.id DESC, i.issue_date DESC';

/** Pages through the invoices of an account, newest first. */
@Injectable()
export class InvoiceListRepository {
  constructor(private readonly database: Database) {}

  /** Up to `limit` invoices older than the one with the id `before`. */
  async page(
    accountId: string,
    filter: InvoiceFilter,
    { before, limit }: { before: string | undefined; limit: number },
  ): Promise<InvoiceSummary[]> {
    const { conditions, parameters } = narrowed(accountId, filter, before);
    const rows = await this.database.read.select<InvoiceRow>(
      `SELECT ${invoiceColumns}
       FROM (SELECT i.id FROM invoices i WHERE ${conditions.join(' AND ')}
             ORDER BY ${orderOf(filter)} LIMIT ${Math.trunc(limit)}) page
       JOIN invoices i ON i.id = page.id
       LEFT JOIN documents d ON d.invoice_id = i.id AND d.kind = 'pdf'
       ${latestEmail}
       ${linkedDocuments}
       ORDER BY i.id DESC`,
      parameters,
    );
    const taxes = await this.taxesOf(rows.map((row) => row.id));
    return rows.map((row) => summaryOf(row, taxes.get(row.id) ?? []));
  }

  /** How many invoices of the account a filter finds now. */
  async extent(accountId: string, filter: InvoiceFilter): Promise<InvoiceExtent> {
    const { conditions, parameters } = narrowed(accountId, filter, undefined);
    const rows = await this.database.read.select<{
      count: string | number;
      newest_id: string | null;
    }>(
      `SELECT COUNT(*) AS count, MAX(i.id) AS newest_id FROM invoices i
       WHERE ${conditions.join(' AND ')}`,
      parameters,
    );
    return { count: Number(rows[0]?.count ?? 0), newestId: rows[0]?.newest_id ?? '' };
  }

  /** The same invoices with their lines. */
  async withLines(accountId: string, invoices: readonly InvoiceSummary[]): Promise<Invoice[]> {
    const lines = new Map<string, InvoiceLine[]>(invoices.map(({ id }) => [id, []]));
    if (invoices.length === 0) return [];
    const rows = await this.database.read.select<LineRow & { invoice_id: string }>(
      `SELECT l.invoice_id, ${lineColumns} FROM invoice_lines l
       JOIN invoices i ON i.id = l.invoice_id AND i.account_id = ?
       WHERE l.invoice_id IN (${invoices.map(() => '?').join(', ')})
       ORDER BY l.invoice_id, l.position`,
      [accountId, ...lines.keys()],
    );
    for (const row of rows) lines.get(row.invoice_id)?.push(lineOf(row));
    const creditNotes = await creditNotesOf(this.database.read, accountId, invoices);
    return invoices.map((invoice) => ({
      ...invoice,
      lines: lines.get(invoice.id) ?? [],
      creditNotes: creditNotes.get(invoice.id) ?? [],
    }));
  }

  private async taxesOf(invoiceIds: readonly string[]): Promise<Map<string, TaxRow[]>> {
    const byInvoice = new Map<string, TaxRow[]>(invoiceIds.map((id) => [id, []]));
    if (invoiceIds.length === 0) return byInvoice;
    const rows = await this.database.read.select<TaxRow>(
      `SELECT ${taxColumns} FROM invoice_taxes
       WHERE invoice_id IN (${invoiceIds.map(() => '?').join(', ')}) ORDER BY invoice_id, position`,
      invoiceIds,
    );
    for (const row of rows) byInvoice.get(row.invoice_id)?.push(row);
    return byInvoice;
  }
}

/** Newest first, read off the index that has what is filtered by, or else off the one of the account's newest. */
function orderOf(filter: InvoiceFilter): string {
  const { status, type, corrects, currency, number, customer, q, recipient } = filter;
  const searched = q !== undefined || recipient !== undefined;
  const others = [status, type, corrects, currency, number, customer];
  return searched || others.every((value) => value === undefined) ? newestRowsFirst : 'i.id DESC';
}

/** The columns that can be compared, written here and nowhere else: a filter names none itself. */
function narrowed(accountId: string, filter: InvoiceFilter, before: string | undefined) {
  const conditions = ['i.account_id = ?'];
  const parameters: SqlValue[] = [accountId];
  const add = (condition: string, value: string | undefined) => {
    if (value === undefined) return;
    conditions.push(condition);
    parameters.push(value);
  };
  add('i.id < ?', before);
  add('i.id <= ?', filter.newestId);
  add('i.status = ?', filter.status);
  add('i.type = ?', filter.type);
  add('i.corrects_id = ?', filter.corrects);
  add('i.currency = ?', filter.currency);
  add('i.issue_date >= ?', filter.from);
  add('i.issue_date <= ?', filter.to);
  add('i.number = ?', filter.number);
  add('i.customer_id = ?', filter.customer);
  add("i.recipient_text LIKE ? ESCAPE '!'", filter.recipient && containing(filter.recipient));
  add("i.search_text LIKE ? ESCAPE '!'", filter.q && containing(filter.q));
  return { conditions, parameters };
}

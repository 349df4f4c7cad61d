import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { type InvoiceFilterDto } from '../invoices/dto/invoice-filter.dto.js';
import { InvoiceSummaryDto } from '../invoices/dto/invoice.dto.js';
import { InvoicePagesService } from '../invoices/invoice-pages.service.js';
import { csvHead, csvRows } from './csv.js';
import { type Download } from './download.js';
import { TooManyInvoices } from './exports.errors.js';
import { invoiceColumns } from './invoice-columns.js';
import { PdfEntries } from './pdf-entries.js';
import { zipOf } from './zip.js';

/** The most PDFs in one ZIP. */
const pdfsMax = 10_000;
const invoicesPath = '/v1/invoices';

/** The invoices of a list as files: what the filter finds when the download starts, newest first. */
@Injectable()
export class InvoiceExportsService {
  constructor(
    private readonly invoices: InvoicePagesService,
    private readonly pdfs: PdfEntries,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  /** A row for each invoice. */
  async csv(accountId: string, filter: InvoiceFilterDto): Promise<Download> {
    const { newestId } = await this.invoices.extent(accountId, filter);
    const texts = this.csvTexts(accountId, { ...filter, newestId });
    return {
      mediaType: 'text/csv; charset=utf-8',
      fileName: `${await this.name(accountId, filter)}.csv`,
      stream: Readable.from(texts, { objectMode: false }),
    };
  }

  /** A PDF for each invoice. @throws TooManyInvoices before anything is sent */
  async zip(accountId: string, filter: InvoiceFilterDto): Promise<Download> {
    const { count, newestId } = await this.invoices.extent(accountId, filter);
    if (count > pdfsMax) throw new TooManyInvoices(count, pdfsMax);
    const invoices = this.invoices.complete(accountId, { ...filter, newestId });
    return {
      mediaType: 'application/zip',
      fileName: `${await this.name(accountId, filter)}.zip`,
      stream: zipOf(this.pdfs.of(accountId, invoices, '')),
    };
  }

  private async *csvTexts(
    accountId: string,
    filter: InvoiceFilterDto & { newestId: string },
  ): AsyncGenerator<string> {
    yield csvHead(invoiceColumns);
    for await (const page of this.invoices.summaries(accountId, filter)) {
      const answers = page.map((row) => InvoiceSummaryDto.fromSummary(row, invoicesPath));
      yield csvRows(invoiceColumns, answers);
    }
  }

  /** `invoices-<from>-<to or today>`, without what the filter leaves open. */
  private async name(accountId: string, { from, to }: InvoiceFilterDto): Promise<string> {
    const { time_zone: timeZone } = await this.organizations.get(accountId);
    const end = to ?? dayIn(timeZone, this.clock.now());
    return ['invoices', from, end].filter((part) => part != null).join('-');
  }
}

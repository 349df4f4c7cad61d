import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { InvoiceDto } from '../invoices/dto/invoice.dto.js';
import { InvoicePagesService } from '../invoices/invoice-pages.service.js';
import { jsonArray } from './json-array.js';
import { PdfEntries } from './pdf-entries.js';
import { type ZipEntry } from './zip.js';

const invoicesPath = '/v1/invoices';

/** The invoices of an account as files of a ZIP: their PDFs, and what the API answers of them. */
@Injectable()
export class InvoiceEntries {
  constructor(
    private readonly invoices: InvoicePagesService,
    private readonly pdfs: PdfEntries,
    private readonly clock: Clock,
  ) {}

  /** The id of the newest invoice, for a reader who wants none that come in meanwhile. */
  async newestId(accountId: string): Promise<string> {
    return (await this.invoices.extent(accountId, {})).newestId;
  }

  /** invoices/….pdf and invoices.json. */
  async *of(accountId: string, newestId: string): AsyncGenerator<ZipEntry> {
    const invoices = () => this.invoices.complete(accountId, { newestId });
    yield* this.pdfs.of(accountId, invoices(), 'invoices/');
    // After the PDFs, so that every invoice tells the hash of its PDF.
    const content = jsonArray(invoices(), (invoice) => InvoiceDto.from(invoice, invoicesPath));
    yield { name: 'invoices.json', content, modifiedAt: this.clock.now(), compress: true };
  }
}

import { Injectable } from '@nestjs/common';
import { type Caller } from '../common/http/caller.js';
import { Clock } from '../common/time/clock.js';
import { InvoiceDto } from '../invoices/dto/invoice.dto.js';
import { InvoicePagesService } from '../invoices/invoice-pages.service.js';
import { type Invoice } from '../invoices/invoice.js';
import { AccountFiles } from './account-files.js';
import { type Download } from './download.js';
import { jsonArray } from './json-array.js';
import { PdfEntries } from './pdf-entries.js';
import { type ZipEntry, zipOf } from './zip.js';

const invoicesPath = '/v1/invoices';

/** Everything that an account has stored, to keep or to take elsewhere. */
@Injectable()
export class AccountExportService {
  constructor(
    private readonly files: AccountFiles,
    private readonly invoices: InvoicePagesService,
    private readonly pdfs: PdfEntries,
    private readonly clock: Clock,
  ) {}

  /** A ZIP of the account, with its invoices as they are when the download starts. */
  async zip(caller: Caller): Promise<Download> {
    const { newestId } = await this.invoices.extent(caller.accountId, {});
    return {
      mediaType: 'application/zip',
      fileName: `finvo-export-${this.clock.nowText().slice(0, 10)}.zip`,
      stream: zipOf(this.entries(caller, newestId)),
    };
  }

  private async *entries(caller: Caller, newestId: string): AsyncGenerator<ZipEntry> {
    yield* this.files.of(caller, this.clock.now());
    const invoices = () => this.invoices.complete(caller.accountId, { newestId });
    yield* this.pdfs.of(caller.accountId, invoices(), 'invoices/');
    // After the PDFs, so that every invoice tells the hash of its PDF.
    const content = jsonArray(answered(invoices()));
    yield { name: 'invoices.json', content, modifiedAt: this.clock.now(), compress: true };
  }
}

async function* answered(invoices: AsyncIterable<Invoice>): AsyncGenerator<InvoiceDto> {
  for await (const invoice of invoices) yield InvoiceDto.from(invoice, invoicesPath);
}

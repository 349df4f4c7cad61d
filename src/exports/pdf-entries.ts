import { Injectable, Logger } from '@nestjs/common';
import { AttachmentsService } from '../attachments/attachments.service.js';
import {
  DatabaseFull,
  DatabaseUnavailable,
  translateDatabaseError,
} from '../common/database/database-errors.js';
import { loggable } from '../common/errors/loggable.js';
import { Clock } from '../common/time/clock.js';
import { Turns } from '../common/turns.js';
import { DocumentsUnavailable } from '../documents/documents.errors.js';
import { documentName, pdfFileName } from '../invoices/file-name.js';
import { EInvoicesService } from '../invoices/e-invoicing/e-invoices.service.js';
import { type Invoice, isIssued } from '../invoices/invoice.js';
import { PatientPdfs } from '../invoices/patient-pdfs.js';
import { EntryNames } from '../common/entry-names.js';
import { mappedAhead } from './mapped-ahead.js';
import { type ZipEntry } from './zip.js';

/** PDFs that are made for exports at once, however many exports run: threads are for people who wait. */
const rendersMax = 2;

/** The PDFs of invoices, and what travels with them, as files of a ZIP. */
@Injectable()
export class PdfEntries {
  private readonly logger = new Logger(PdfEntries.name);
  private readonly turns = new Turns(rendersMax);

  constructor(
    private readonly pdfs: PatientPdfs,
    private readonly eInvoices: EInvoicesService,
    private readonly attachments: AttachmentsService,
    private readonly clock: Clock,
  ) {}

  /**
   * A file for each invoice in `folder` ('' or one that ends in a slash), rendered where it was never read,
   * with a folder of the same name for its attachments; at last `not-included.txt` with the numbers of those whose PDF could not be made, if there are any.
   * @throws DatabaseUnavailable, DocumentsUnavailable
   */
  async *of(
    accountId: string,
    invoices: AsyncIterable<Invoice>,
    folder: string,
  ): AsyncGenerator<ZipEntry> {
    const names = new EntryNames();
    const missing: string[] = [];
    const read = async (invoice: Invoice) => ({
      invoice,
      bytes: await this.bytes(accountId, invoice),
    });
    for await (const { invoice, bytes } of mappedAhead(invoices, rendersMax, read)) {
      const number = documentName(invoice);
      const name = folder + names.unique(pdfFileName(number));
      const attachmentsFolder = name.replace(/\.pdf$/, '/');
      const modifiedAt = new Date(invoice.createdAt);
      if (bytes === undefined) missing.push(number);
      else yield { name, content: bytes, modifiedAt, compress: false };
      yield* this.eInvoice(accountId, invoice, name);
      yield* this.attached(accountId, invoice, attachmentsFolder);
    }
    if (missing.length > 0) yield this.notIncluded(folder, missing);
  }

  /** The XML beside the PDF, where the invoice is made as one. */
  private async *eInvoice(
    accountId: string,
    invoice: Invoice,
    pdfName: string,
  ): AsyncGenerator<ZipEntry> {
    const { format } = invoice;
    if (!isIssued(invoice) || format === null || format === 'facturx') return;
    const { bytes: content } = await this.eInvoices.get(accountId, invoice, format);
    const name = pdfName.replace(/\.pdf$/, '.xml');
    yield { name, content, modifiedAt: new Date(invoice.createdAt), compress: true };
  }

  /** One at a time, as each may have megabytes. */
  private async *attached(
    accountId: string,
    { attachments, createdAt }: Invoice,
    folder: string,
  ): AsyncGenerator<ZipEntry> {
    for (const { id, fileName, contentType } of attachments) {
      const content = await this.attachments.content(accountId, id);
      const compress = contentType === 'text/csv';
      yield { name: folder + fileName, content, modifiedAt: new Date(createdAt), compress };
    }
  }

  /** The PDF, or nothing when it could not be made. */
  private async bytes(accountId: string, invoice: Invoice): Promise<Buffer | undefined> {
    try {
      return await this.turns.run(() => this.pdfs.bytes(accountId, invoice));
    } catch (error) {
      if (error instanceof DocumentsUnavailable) throw error;
      const cause = translateDatabaseError(error);
      if (cause instanceof DatabaseUnavailable || cause instanceof DatabaseFull) throw error;
      this.logger.error(loggable(error), { invoice_id: invoice.id });
      return undefined;
    }
  }

  private notIncluded(folder: string, numbers: readonly string[]): ZipEntry {
    const text = ['The PDFs of these invoices could not be made:', '', ...numbers, ''].join('\r\n');
    return {
      name: `${folder}not-included.txt`,
      content: Buffer.from(text),
      modifiedAt: this.clock.now(),
      compress: true,
    };
  }
}

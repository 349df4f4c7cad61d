import { Injectable } from '@nestjs/common';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { EInvoicesService } from '../invoices/e-invoicing/e-invoices.service.js';
import { eInvoiceFile, pdfFileName } from '../invoices/file-name.js';
import { InvoicePdfsService } from '../invoices/invoice-pdfs.service.js';
import { type Invoice, type IssuedInvoice } from '../invoices/invoice.js';
import { type MailAttachment } from '../mail/mail.js';

/** What a mail of an invoice carries: its PDF first, then the e-invoice that it is made as, then what travels with it. */
export interface CarriedFiles {
  readonly pdf: NonNullable<Invoice['pdf']>;
  readonly attachments: readonly MailAttachment[];
}

/** Reads the files of an invoice; a PDF that was never read is rendered now. */
@Injectable()
export class InvoiceFiles {
  constructor(
    private readonly pdfs: InvoicePdfsService,
    private readonly eInvoices: EInvoicesService,
    private readonly attachments: AttachmentsService,
  ) {}

  /** @throws RendererBusy */
  async of(accountId: string, invoice: IssuedInvoice): Promise<CarriedFiles> {
    const { bytes, sha256 } = await this.pdfs.get(accountId, invoice);
    const fileName = pdfFileName(invoice.number.number);
    const attachments: MailAttachment[] = [{ fileName, mediaType: 'application/pdf', bytes }];
    const { format } = invoice;
    if (format !== null && format !== 'facturx') {
      const { bytes: xml } = await this.eInvoices.get(accountId, invoice, format);
      attachments.push({ ...eInvoiceFile(invoice.number.number, format), bytes: xml });
    }
    for (const file of invoice.attachments) {
      const content = await this.attachments.content(accountId, file.id);
      attachments.push({ fileName: file.fileName, mediaType: file.contentType, bytes: content });
    }
    return { pdf: { sha256, bytes: bytes.length }, attachments };
  }
}

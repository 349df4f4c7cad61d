import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/time/clock.js';
import { type StoredDocument } from '../../documents/document.js';
import { DocumentsService, sha256Of } from '../../documents/documents.service.js';
import { type EInvoiceFormat } from '../../einvoice/formats.js';
import { type SendableDocument } from '../document-replies.js';
import { documentName, eInvoiceFile } from '../file-name.js';
import { InvoicePdfsService } from '../invoice-pdfs.service.js';
import { type Invoice, type IssuedInvoice, isIssued } from '../invoice.js';
import { InvoiceIsDraft } from '../invoices.errors.js';
import { eInvoiceFaults } from './e-invoice-faults.js';
import { eInvoiceXml } from './e-invoice-of.js';
import { EInvoiceNotReady } from './e-invoicing.errors.js';

/** The e-invoices of an invoice: made when they are first asked for, stored, and from then on the same bytes. */
@Injectable()
export class EInvoicesService {
  constructor(
    private readonly documents: DocumentsService,
    private readonly pdfs: InvoicePdfsService,
    private readonly clock: Clock,
  ) {}

  /** The same as a file that can be sent. Throws what {@link get} throws. */
  async file(
    accountId: string,
    invoice: Invoice,
    format: EInvoiceFormat,
  ): Promise<SendableDocument> {
    const { bytes, sha256 } = await this.get(accountId, invoice, format);
    const name = eInvoiceFile(documentName(invoice), format);
    return { ...name, sha256, size: bytes.length, read: () => Promise.resolve(bytes) };
  }

  /**
   * The e-invoice of an issued invoice in a format, which need not be its own.
   * @throws InvoiceIsDraft, EInvoiceNotReady, DocumentsUnavailable, RendererBusy
   */
  async get(accountId: string, invoice: Invoice, format: EInvoiceFormat): Promise<StoredDocument> {
    if (!isIssued(invoice)) throw new InvoiceIsDraft();
    const name = { invoiceId: invoice.id, kind: format };
    const stored = await this.documents.find(accountId, name);
    if (stored !== undefined) return stored;
    if (invoice.format !== format) expectReady(invoice, format);
    if (format === 'facturx') return this.pdfs.get(accountId, invoice, format);
    const bytes = Buffer.from(eInvoiceXml(invoice, format));
    const createdAt = this.clock.nowText();
    const document = { kind: format, bytes, sha256: sha256Of(bytes), createdAt };
    if (await this.documents.add(accountId, invoice.id, document)) return document;
    // Another process was first: its bytes are the document.
    return (await this.documents.find(accountId, name)) ?? document;
  }
}

/** @throws EInvoiceNotReady */
function expectReady(invoice: IssuedInvoice, format: EInvoiceFormat): void {
  const faults = eInvoiceFaults(invoice, format);
  if (faults.length > 0) throw new EInvoiceNotReady(format, faults);
}

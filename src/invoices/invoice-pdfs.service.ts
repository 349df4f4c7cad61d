import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { type SqlSession } from '../common/database/database.js';
import { Clock } from '../common/time/clock.js';
import { type NewDocument, type StoredDocument } from '../documents/document.js';
import { DocumentsService, sha256Of } from '../documents/documents.service.js';
import { DocumentRenderer } from '../pdf/document-renderer.js';
import { type PdfDocument } from '../pdf/pdf-document.js';
import { eInvoiceXml } from './e-invoicing/e-invoice-of.js';
import { type DocumentContext, invoiceDocument, type PdfLogo } from './invoice-document.js';
import { type Invoice, type InvoiceDraft, type IssuedInvoice, isIssued } from './invoice.js';

/** A stored PDF whose bytes are fetched when they are asked for. */
export interface OpenedPdf {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly read: () => Promise<Buffer>;
}

/** The PDF alone, or with the e-invoice inside where the invoice is not made as that anyway. */
type PdfKind = 'pdf' | 'facturx';

/** Stores a PDF that is rendered already, in a transaction of somebody else's. */
export type PreparedPdf = (session: SqlSession) => Promise<void>;

/** The PDF of an invoice: rendered once from the snapshot, stored, and from then on the same bytes. */
@Injectable()
export class InvoicePdfsService {
  private readonly rendering = new Map<string, Promise<StoredDocument>>();

  constructor(
    private readonly documents: DocumentsService,
    private readonly renderer: DocumentRenderer,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  /**
   * The stored PDF, rendered and stored now if it was never read, or the one with the e-invoice inside; two
   * readers at once share one rendering. @throws DocumentsUnavailable
   */
  async get(
    accountId: string,
    invoice: IssuedInvoice,
    kind: PdfKind = 'pdf',
  ): Promise<StoredDocument> {
    if (kind === 'facturx' && invoice.format === 'facturx') return this.get(accountId, invoice);
    if (kind !== 'pdf' || invoice.pdf !== null) {
      const stored = await this.documents.find(accountId, { invoiceId: invoice.id, kind });
      if (stored !== undefined) return stored;
    }
    const key = `${invoice.id} ${kind}`;
    const running = this.rendering.get(key);
    if (running !== undefined) return running;
    const started = this.renderAndStore(accountId, invoice, kind).finally(() => {
      this.rendering.delete(key);
    });
    this.rendering.set(key, started);
    return started;
  }

  /** The same without its bytes, where it was read before. */
  async open(accountId: string, invoice: IssuedInvoice): Promise<OpenedPdf> {
    if (invoice.pdf === null) {
      const { bytes, sha256 } = await this.get(accountId, invoice);
      return { sha256, size: bytes.length, read: () => Promise.resolve(bytes) };
    }
    const { sha256, bytes: size } = invoice.pdf;
    return { sha256, size, read: async () => (await this.get(accountId, invoice)).bytes };
  }

  /** The same of any invoice; a draft is rendered each time, with a watermark, and never stored. */
  async bytes(accountId: string, invoice: Invoice): Promise<Buffer> {
    if (isIssued(invoice)) return (await this.get(accountId, invoice)).bytes;
    const { createdAt } = invoice;
    const context = { number: undefined, createdAt, watermark: 'draft' } as const;
    return this.renderer.render(await this.page(accountId, invoice, context));
  }

  /** Renders the PDF of an invoice that has none; what is answered stores it, unless there is one by then. */
  async prepare(accountId: string, invoice: IssuedInvoice): Promise<PreparedPdf> {
    const document = await this.render(accountId, invoice, 'pdf');
    const placed = await this.documents.place(accountId, invoice.id, document);
    return (session) => this.documents.addIn(session, accountId, placed);
  }

  /** @throws RendererBusy when a PDF asked for now would not be made soon */
  expectRoom(): void {
    this.renderer.expectRoom();
  }

  /** A watermarked PDF of an invoice that was never stored. @throws InvalidRequest where its layout is broken */
  async preview(
    accountId: string,
    draft: InvoiceDraft,
    number: string | undefined,
  ): Promise<Buffer> {
    const createdAt = this.clock.nowText();
    const context = { number, createdAt, watermark: 'preview' } as const;
    return this.renderer.preview(await this.page(accountId, draft, context));
  }

  private async renderAndStore(
    accountId: string,
    invoice: IssuedInvoice,
    kind: PdfKind,
  ): Promise<StoredDocument> {
    const document = await this.render(accountId, invoice, kind);
    if (await this.documents.add(accountId, invoice.id, document)) return document;
    // Another process was first: its bytes are the document.
    return (await this.documents.find(accountId, { invoiceId: invoice.id, kind })) ?? document;
  }

  private async render(
    accountId: string,
    invoice: IssuedInvoice,
    kind: PdfKind,
  ): Promise<NewDocument> {
    const { number } = invoice.number;
    const { createdAt } = invoice;
    const page = await this.page(accountId, invoice, { number, createdAt, watermark: undefined });
    const isHybrid = kind === 'facturx' || invoice.format === 'facturx';
    const hybrid = isHybrid && {
      eInvoice: { xml: eInvoiceXml(invoice, 'facturx'), description: page.title },
    };
    const bytes = await this.renderer.render({ ...page, ...hybrid });
    return { kind, bytes, sha256: sha256Of(bytes), createdAt: this.clock.nowText() };
  }

  private async page(
    accountId: string,
    invoice: InvoiceDraft,
    context: Omit<DocumentContext, 'logo'>,
  ): Promise<PdfDocument> {
    const logo = await this.logo(accountId, invoice.logoId);
    return invoiceDocument(invoice, { ...context, logo });
  }

  private async logo(accountId: string, logoId: string | null): Promise<PdfLogo | undefined> {
    return logoId === null ? undefined : this.organizations.logo(accountId, logoId);
  }
}

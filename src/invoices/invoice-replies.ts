import { Injectable } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { AppError } from '../common/errors/app-error.js';
import { type Caller } from '../common/http/caller.js';
import { namesPdf, preferred, type Representation } from '../common/http/negotiate.js';
import {
  describeDocument,
  type DocumentAnswer,
  documentReply,
  type Exchange,
} from './document-replies.js';
import { InvoiceDto, InvoicePreviewDto } from './dto/invoice.dto.js';
import { EInvoicesService } from './e-invoicing/e-invoices.service.js';
import { documentName, eInvoiceFile, pdfDisposition, pdfFileName } from './file-name.js';
import { type Created } from './idempotent-issuing.js';
import { idempotencyKey } from './idempotency-key.js';
import { type Numbering } from './invoice-numbering.js';
import { type Invoice, type InvoiceDraft, type IssuedInvoice, isIssued } from './invoice.js';
import { InvoicePdfsService } from './invoice-pdfs.service.js';
import { PdfNotReady } from './invoices.errors.js';
import { InvoicesService } from './invoices.service.js';

const paths = { api: '/v1/invoices', dashboard: '/dashboard/invoices' } as const;

/** Where the invoices of the caller's door are. */
export function invoicesPath({ source }: Pick<Caller, 'source'>): string {
  return paths[source];
}

/** How an invoice is made, how it is answered unless a request says so, and the status of one made before. */
interface Making {
  readonly usual: Representation;
  readonly make: () => Promise<Created>;
  readonly again?: 200 | 201;
}

/** An invoice that is not stored, and the customer whom it is for, if that one is. */
export interface CalculatedInvoice {
  readonly draft: InvoiceDraft;
  readonly numbering: Numbering;
  readonly customerId: string | null;
}

/** The answers that the routes of both doors share. */
@Injectable()
export class InvoiceReplies {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly pdfs: InvoicePdfsService,
    private readonly eInvoices: EInvoicesService,
  ) {}

  /** Issues an invoice, or stores a draft, and answers it as JSON or PDF, whichever the request prefers. */
  create(caller: Caller, http: Exchange, usual: Representation): Promise<InvoiceDto | Buffer> {
    return this.created(caller, http, {
      usual,
      issue: (key) => this.invoices.create(caller, http.request.body, key),
    });
  }

  /** The same for a document that is made in another way, once per Idempotency-Key. */
  async created(
    caller: Caller,
    http: Exchange,
    { usual, issue }: { usual: Representation; issue: (key?: string) => Promise<Created> },
  ): Promise<InvoiceDto | Buffer> {
    const key = idempotencyKey(http.request);
    return this.made(caller, http, { usual, make: () => issue(key) });
  }

  /** Has an invoice made and says where it is, and whether it was made before. */
  made(
    caller: Caller,
    http: Exchange,
    { usual, make, again = 201 }: Making,
  ): Promise<InvoiceDto | Buffer> {
    return this.answer(caller, { ...http, usual }, async () => {
      const { invoice, replayed } = await make();
      const { reply } = http;
      void reply
        .code(replayed ? again : 201)
        .header('location', `${invoicesPath(caller)}/${invoice.id}`);
      if (replayed) void reply.header('idempotent-replayed', 'true');
      return invoice;
    });
  }

  /** Answers the invoice that `make` comes to; nothing is made where a PDF is asked for and none would be made soon. */
  async answer(
    caller: Caller,
    { request, reply, usual }: Exchange & { usual: Representation },
    make: () => Promise<Invoice>,
  ): Promise<InvoiceDto | Buffer> {
    const wantsFile = preferred(request.headers.accept, usual) === 'application/pdf';
    if (wantsFile) this.pdfs.expectRoom();
    const invoice = await make();
    void reply
      .header('finvo-invoice-id', invoice.id)
      .header('vary', 'Accept')
      .header('cache-control', 'no-store');
    if (isIssued(invoice))
      void reply.header('finvo-invoice-number', encodeURI(invoice.number.number));
    if (!wantsFile) return InvoiceDto.from(invoice, invoicesPath(caller));
    return this.firstFile(caller, invoice, { request, reply });
  }

  /** Answers what was calculated and not stored as JSON or as a watermarked PDF, whichever is preferred. */
  async preview(
    caller: Caller,
    { request, reply }: Exchange,
    { draft, numbering, customerId }: CalculatedInvoice,
  ): Promise<InvoicePreviewDto | Buffer> {
    void reply.header('vary', 'Accept').header('cache-control', 'no-store');
    if (preferred(request.headers.accept, 'application/json') === 'application/json') {
      const series = 'own' in numbering ? null : numbering.series;
      return InvoicePreviewDto.fromDraft(draft, { series, customerId });
    }
    const number = 'own' in numbering ? numbering.own : undefined;
    void reply.type('application/pdf');
    return this.pdfs.preview(caller.accountId, draft, number);
  }

  /** The invoice is stored by now, so a renderer that fails must not look like a request that did. */
  private async firstFile(
    caller: Caller,
    invoice: Invoice,
    { request, reply }: Exchange,
  ): Promise<Buffer> {
    const { accountId } = caller;
    try {
      if (!isIssued(invoice)) return await this.draftPdf(accountId, invoice, reply);
      const { accept } = request.headers;
      const format = invoice.format !== null && !namesPdf(accept) ? invoice.format : 'pdf';
      const file =
        format === 'pdf' ? pdfFile(invoice) : eInvoiceFile(documentName(invoice), format);
      const { bytes, sha256 } =
        format === 'pdf'
          ? await this.pdfs.get(accountId, invoice)
          : await this.eInvoices.get(accountId, invoice, format);
      describeDocument(reply, { ...file, sha256 });
      return bytes;
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'unavailable') throw error;
      const url = `${invoicesPath(caller)}/${invoice.id}/pdf`;
      throw new PdfNotReady({ id: invoice.id, number: invoice.number.number }, url);
    }
  }

  /**
   * Answers the stored PDF, or 304 where the caller has it already; that of a draft is made each time.
   * @throws DocumentsUnavailable
   */
  async pdf(
    accountId: string,
    invoice: Invoice,
    { request, reply }: Exchange,
  ): Promise<DocumentAnswer> {
    if (!isIssued(invoice)) return this.draftPdf(accountId, invoice, reply);
    const opened = await this.pdfs.open(accountId, invoice);
    return documentReply({ request, reply }, { ...pdfFile(invoice), ...opened });
  }

  private async draftPdf(accountId: string, draft: Invoice, reply: FastifyReply): Promise<Buffer> {
    const bytes = await this.pdfs.bytes(accountId, draft);
    void reply
      .type('application/pdf')
      .header('content-disposition', pdfDisposition(documentName(draft)))
      .header('cache-control', 'no-store');
    return bytes;
  }
}

function pdfFile(invoice: IssuedInvoice): { fileName: string; mediaType: string } {
  return { fileName: pdfFileName(documentName(invoice)), mediaType: 'application/pdf' };
}

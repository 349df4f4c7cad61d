import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { AppError } from '../common/errors/app-error.js';
import { type Caller } from '../common/http/caller.js';
import { preferred, type Representation } from '../common/http/negotiate.js';
import { InvoiceDto, InvoicePreviewDto } from './dto/invoice.dto.js';
import { documentName, pdfDisposition } from './file-name.js';
import { type Created } from './idempotent-issuing.js';
import { idempotencyKey } from './idempotency-key.js';
import { type Numbering } from './invoice-numbering.js';
import { type Invoice, type InvoiceDraft, type IssuedInvoice, isIssued } from './invoice.js';
import { InvoicePdfsService } from './invoice-pdfs.service.js';
import { PdfNotReady } from './invoices.errors.js';
import { InvoicesService } from './invoices.service.js';

/** Kept by the caller alone, and asked for again each time. */
const storedCache = 'private, no-cache';
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

/** A request and the answer to it. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** An invoice that is not stored, and the customer whom it is for, if that one is. */
export interface CalculatedInvoice {
  readonly draft: InvoiceDraft;
  readonly numbering: Numbering;
  readonly customerId: string | null;
}

/** Its bytes, the end of a HEAD, or nothing where the caller has it. */
export type PdfAnswer = Buffer | Readable | undefined;

/** The answers that the routes of both doors share. */
@Injectable()
export class InvoiceReplies {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly pdfs: InvoicePdfsService,
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
    const wantsPdf = preferred(request.headers.accept, usual) === 'application/pdf';
    if (wantsPdf) this.pdfs.expectRoom();
    const invoice = await make();
    void reply
      .header('finvo-invoice-id', invoice.id)
      .header('vary', 'Accept')
      .header('cache-control', 'no-store');
    if (isIssued(invoice))
      void reply.header('finvo-invoice-number', encodeURI(invoice.number.number));
    if (!wantsPdf) return InvoiceDto.from(invoice, invoicesPath(caller));
    return this.firstPdf(caller, invoice, reply);
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
  private async firstPdf(caller: Caller, invoice: Invoice, reply: FastifyReply): Promise<Buffer> {
    const { accountId } = caller;
    try {
      if (!isIssued(invoice)) return await this.draftPdf(accountId, invoice, reply);
      const { bytes, sha256 } = await this.pdfs.get(accountId, invoice);
      this.describePdf(reply, invoice, sha256);
      return bytes;
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'unavailable') throw error;
      const url = `${invoicesPath(caller)}/${invoice.id}/pdf`;
      throw new PdfNotReady({ id: invoice.id, number: invoice.number.number }, url);
    }
  }

  /**
   * Answers the stored PDF, or 304 where the caller has it already; that of a draft is made each time. The bytes
   * are fetched only to be sent. @throws DocumentsUnavailable
   */
  async pdf(accountId: string, invoice: Invoice, { request, reply }: Exchange): Promise<PdfAnswer> {
    if (!isIssued(invoice)) return this.draftPdf(accountId, invoice, reply);
    const { sha256, size, read } = await this.pdfs.open(accountId, invoice);
    if (matches(request.headers['if-none-match'], entityTag(sha256))) {
      void reply.code(304).header('etag', entityTag(sha256)).header('cache-control', storedCache);
      return undefined;
    }
    const bytes = request.method === 'HEAD' ? undefined : await read();
    this.describePdf(reply, invoice, sha256);
    void reply.header('cache-control', storedCache);
    if (bytes !== undefined) return bytes;
    void reply.header('content-length', size);
    return Readable.from([]);
  }

  private async draftPdf(accountId: string, draft: Invoice, reply: FastifyReply): Promise<Buffer> {
    const bytes = await this.pdfs.bytes(accountId, draft);
    void reply
      .type('application/pdf')
      .header('content-disposition', pdfDisposition(documentName(draft)))
      .header('cache-control', 'no-store');
    return bytes;
  }

  private describePdf(reply: FastifyReply, invoice: IssuedInvoice, sha256: string): void {
    const digest = Buffer.from(sha256, 'hex').toString('base64');
    void reply
      .type('application/pdf')
      .header('content-disposition', pdfDisposition(documentName(invoice)))
      .header('etag', entityTag(sha256))
      .header('repr-digest', `sha-256=:${digest}:`);
  }
}

function entityTag(sha256: string): string {
  return `"${sha256}"`;
}

/** Weak comparison, as If-None-Match asks for (RFC 9110 §13.1.2). */
function matches(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((text) => text.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}

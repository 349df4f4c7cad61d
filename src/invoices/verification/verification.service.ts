import { Injectable } from '@nestjs/common';
import { type DocumentName } from '../../documents/document.js';
import { DocumentDamaged } from '../../documents/documents.errors.js';
import { DocumentsService, sha256Of } from '../../documents/documents.service.js';
import { InvoicePagesService } from '../invoice-pages.service.js';
import { type Invoice, isIssued } from '../invoice.js';
import { SeriesReportsService } from '../series/series-reports.service.js';
import { invoiceFindings } from './invoice-findings.js';

/** How much of an account was looked at. */
export interface Verified {
  invoices: number;
  documents: number;
  series: number;
}

/** Looks at everything that an account has stored of invoices, as an operator does after a restore. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly pages: InvoicePagesService,
    private readonly documents: DocumentsService,
    private readonly series: SeriesReportsService,
  ) {}

  /**
   * Answers, one by one, what is wrong: figures, PDFs and e-invoices that are not the bytes that were stored, series with gaps.
   * `verified` counts along. Changes nothing; memory stays flat. @throws DocumentsUnavailable
   */
  async *findings(accountId: string, verified: Verified): AsyncGenerator<string> {
    for await (const invoice of this.pages.complete(accountId, {})) {
      verified.invoices += 1;
      const name = isIssued(invoice) ? invoice.number.number : 'draft';
      const found = [
        ...invoiceFindings(invoice),
        ...(await this.pdf(accountId, invoice, verified)),
      ];
      for (const finding of found) yield `${accountId} ${invoice.id} (${name}): ${finding}`;
    }
    for await (const { sha256, ...name } of this.documents.eInvoices(accountId)) {
      verified.documents += 1;
      if (!(await this.isIntact(accountId, name, sha256)))
        yield `${accountId} ${name.invoiceId}: its ${name.kind} is not the one that was stored`;
    }
    for await (const { series, period, gaps, duplicates } of this.series.audits(accountId)) {
      verified.series += 1;
      for (const { from, to } of gaps)
        yield `${accountId} series ${series} ${period}: nothing stands at ${from} to ${to}`;
      for (const { sequence, number } of duplicates)
        yield `${accountId} series ${series} ${period}: ${number} stands at ${sequence}, which is taken`;
    }
  }

  private async pdf(
    accountId: string,
    { id, pdf }: Invoice,
    verified: Verified,
  ): Promise<string[]> {
    if (pdf === null) return [];
    verified.documents += 1;
    return (await this.isIntact(accountId, { invoiceId: id, kind: 'pdf' }, pdf.sha256))
      ? []
      : ['its PDF is not the one that was stored'];
  }

  private async isIntact(accountId: string, name: DocumentName, sha256: string): Promise<boolean> {
    try {
      const stored = await this.documents.find(accountId, name);
      return sha256Of(stored?.bytes ?? Buffer.alloc(0)) === sha256;
    } catch (error) {
      if (error instanceof DocumentDamaged) return false;
      throw error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { InvoicePagesService } from '../invoice-pages.service.js';
import { type Invoice, type IssuedInvoice, isIssued } from '../invoice.js';
import { InvoicesService } from '../invoices.service.js';
import { type Creditable } from './credit-note-figures.js';
import { InvoiceNotCreditable, NothingToCredit, TooManyCreditNotes } from './crediting.errors.js';

/** Each credit note is calculated from those before it, so there must be an end to them. */
const creditNotesMax = 500;

/** An invoice and its credit notes, of which those that stand count. */
export interface CreditedInvoice extends Creditable {
  readonly invoice: Invoice;
  /** Void ones too, oldest first. */
  readonly notes: readonly Invoice[];
}

/** The same of an invoice of which something is left. */
export interface CreditableInvoice extends CreditedInvoice {
  readonly invoice: IssuedInvoice;
}

/** Reads invoices together with what was credited of them. */
@Injectable()
export class CreditableInvoices {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly pages: InvoicePagesService,
  ) {}

  /** The invoice is read first, so a credit note that comes in meanwhile shows in its version. @throws InvoiceNotFound */
  async get(accountId: string, invoiceId: string): Promise<CreditedInvoice> {
    const invoice = await this.invoices.get(accountId, invoiceId);
    const notes: Invoice[] = [];
    if (invoice.creditVersion > 0) {
      const filter = { corrects: invoice.id };
      for await (const note of this.pages.complete(accountId, filter)) notes.unshift(note);
    }
    return { invoice, notes, standing: notes.filter(({ status }) => status === 'issued') };
  }

  /**
   * The same where a credit note may be made.
   * @throws InvoiceNotFound, InvoiceNotCreditable, NothingToCredit, TooManyCreditNotes
   */
  async creditable(accountId: string, invoiceId: string): Promise<CreditableInvoice> {
    const found = await this.get(accountId, invoiceId);
    const { invoice, notes } = found;
    if (!isIssued(invoice) || invoice.type !== 'invoice' || invoice.status === 'void') {
      throw new InvoiceNotCreditable();
    }
    if (invoice.totalMinor <= invoice.creditedMinor) {
      throw new NothingToCredit(invoice.number.number);
    }
    if (notes.length >= creditNotesMax) throw new TooManyCreditNotes(creditNotesMax);
    return { ...found, invoice };
  }
}

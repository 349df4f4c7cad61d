import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type IssuedInvoice } from '../invoices/invoice.js';
import { InvoiceEvents } from '../invoices/invoice-events.js';
import { InvoiceNotFound } from '../invoices/invoices.errors.js';
import { InvoicesService } from '../invoices/invoices.service.js';
import { type Mail, type MailText, type MailWriter } from '../mail/mail.js';
import { MailWriters } from '../mail/mail-writers.js';
import { InvoiceFiles } from './invoice-files.js';
import { invoiceMailText } from './invoice-mail-text.js';
import { invoiceMailWords } from './invoice-mail-words.js';

/** Writes the mails that carry an invoice, with the stored PDF and its attachments; a PDF that was never read is rendered now. */
@Injectable()
export class InvoiceMailWriter implements MailWriter, OnModuleInit {
  constructor(
    private readonly writers: MailWriters,
    private readonly invoices: InvoicesService,
    private readonly files: InvoiceFiles,
    private readonly events: InvoiceEvents,
  ) {}

  onModuleInit(): void {
    this.writers.register('invoice', this);
  }

  /** Nothing where the account has been deleted or the invoice voided meanwhile. @throws RendererBusy */
  async write({ accountId, aboutId, subject, message }: Mail): Promise<MailText | undefined> {
    const invoice = await this.find(accountId, aboutId);
    if (accountId === null || invoice === undefined || invoice.status === 'void') return undefined;
    const { pdf, attachments } = await this.files.of(accountId, invoice);
    const stored = { ...invoice, pdf };
    return {
      // Mails of the time before accounts had texts were stored without one.
      ...invoiceMailText(invoice, message ?? invoiceMailWords(invoice, {}).message),
      fromName: invoice.organization.name,
      replyTo: invoice.organization.email,
      subject,
      attachments,
      whenSent: (session, { sentAt, failure }) => {
        const email = { status: 'sent', lastSentAt: sentAt, failure } as const;
        const event = { accountId, invoices: [{ ...stored, email }] };
        return this.events.record(session, { type: 'invoice.emailed', ...event });
      },
    };
  }

  private async find(
    accountId: string | null,
    id: string | null,
  ): Promise<IssuedInvoice | undefined> {
    if (accountId === null || id === null) return undefined;
    try {
      return await this.invoices.issued(accountId, id);
    } catch (error) {
      if (error instanceof InvoiceNotFound) return undefined;
      throw error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { type SqlSession } from '../common/database/database.js';
import { type Caller } from '../common/http/caller.js';
import { type IssuedInvoice } from '../invoices/invoice.js';
import { InvoiceVoid } from '../invoices/invoices.errors.js';
import { InvoicesService } from '../invoices/invoices.service.js';
import { type Mail } from '../mail/mail.js';
import { MailQueue } from '../mail/mail-queue.js';
import { EmailNotFound } from './delivery.errors.js';
import { type SendEmailDto } from './dto/email.dto.js';
import { invoiceMailWords } from './invoice-mail-words.js';
import { type MailSettings } from './mail-settings.js';
import { MailSettingsService } from './mail-settings.service.js';
import { expectRecipient, type Recipients, recipientsOf } from './recipients.js';
import { type MailTemplate } from './texts/mail-text.js';

/** A mail of an invoice that is not sent, or not yet: who gets it and what it says. */
export interface DraftedMail extends Recipients, MailTemplate {
  readonly invoice: IssuedInvoice;
}

/** Stores the mail of an invoice in the transaction that issues it, and answers what is to be done after the commit. */
export type MailedWhenIssued = (session: SqlSession, invoice: IssuedInvoice) => Promise<() => void>;

/** Mails that carry an invoice; every call is one more mail, and each can be seen. */
@Injectable()
export class InvoiceMailsService {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly settings: MailSettingsService,
    private readonly mail: MailQueue,
    private readonly audit: AuditLog,
  ) {}

  /** What a mail would be, where recipients may still be missing; stores nothing. @throws InvoiceNotFound, InvoiceIsDraft, InvalidRequest */
  async draft(accountId: string, invoiceId: string, request: SendEmailDto): Promise<DraftedMail> {
    const invoice = await this.invoices.issued(accountId, invoiceId);
    return { ...drafted(invoice, request, await this.settings.get(accountId)), invoice };
  }

  /** Puts a mail with the invoice's PDF into the outbox. @throws InvoiceNotFound, InvoiceIsDraft, InvoiceVoid, MailOff, InvalidRequest */
  async send(caller: Caller, invoiceId: string, request: SendEmailDto): Promise<Mail> {
    const { invoice, ...mail } = await this.draft(caller.accountId, invoiceId, request);
    expectValid(invoice);
    this.mail.expectOn();
    expectRecipient(mail);
    const stored = { ...mail, kind: 'invoice', aboutId: invoice.id } as const;
    return this.mail.add(caller.accountId, stored, this.line(caller, invoice, mail));
  }

  /**
   * Sends a mail once more, to the same addresses in the same words; asked for twice, it is one mail.
   * @throws InvoiceNotFound, InvoiceIsDraft, InvoiceVoid, EmailNotFound, MailOff, MailQueued
   */
  async resend(caller: Caller, invoiceId: string, id: string): Promise<Mail> {
    const { accountId } = caller;
    const invoice = await this.invoices.issued(accountId, invoiceId);
    expectValid(invoice);
    const mail = await this.mail.find(accountId, { kind: 'invoice', aboutId: invoice.id, id });
    if (mail === undefined) throw new EmailNotFound();
    return this.mail.resend(accountId, mail, this.line(caller, invoice, mail));
  }

  /** @throws MailOff */
  expectOn(): void {
    this.mail.expectOn();
  }

  /**
   * Mails an invoice to its recipient in the account's words; what is answered stores the mail in the transaction
   * that issues the invoice, and nothing where the recipient has no address or this installation sends no mail.
   */
  async whenIssued(accountId: string): Promise<MailedWhenIssued> {
    const settings = await this.settings.get(accountId);
    return async (session, invoice) => {
      const mail = {
        ...drafted(invoice, {}, settings),
        kind: 'invoice',
        aboutId: invoice.id,
      } as const;
      return mail.to.length > 0 ? this.mail.line(accountId, mail)(session) : () => undefined;
    };
  }

  /** The newest mails of an invoice, newest first. @throws InvoiceNotFound */
  async list(accountId: string, invoiceId: string): Promise<Mail[]> {
    const invoice = await this.invoices.get(accountId, invoiceId);
    return this.mail.list(accountId, 'invoice', invoice.id);
  }

  private line(caller: Caller, { id, number }: IssuedInvoice, { to, cc, bcc }: Recipients) {
    const details = { number: number.number, recipients: to.length + cc.length + bcc.length };
    return this.audit.line(caller, { kind: 'invoice_mailed', targetId: id, details });
  }
}

/** Who gets a mail and what it says: as the request has it, else as the account does. */
function drafted(
  invoice: IssuedInvoice,
  request: SendEmailDto,
  { texts, copyTo }: MailSettings,
): Recipients & MailTemplate {
  const words = invoiceMailWords(invoice, texts);
  return {
    ...recipientsOf(invoice, request, copyTo),
    subject: request.subject?.trim() ?? words.subject,
    message: request.message ?? words.message,
  };
}

/** @throws InvoiceVoid */
function expectValid({ status, number }: IssuedInvoice): void {
  if (status === 'void') throw new InvoiceVoid(number.number);
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { type SqlSession } from '../common/database/database.js';
import { InvalidRequest } from '../common/errors/app-error.js';
import { type Caller } from '../common/http/caller.js';
import { missing } from '../common/http/fields.js';
import { type Invoice } from '../invoices/invoice.js';
import { InvoiceVoid } from '../invoices/invoices.errors.js';
import { InvoicesService } from '../invoices/invoices.service.js';
import { type Mail } from '../mail/mail.js';
import { MailQueue } from '../mail/mail-queue.js';
import { type SendEmailDto } from './dto/email.dto.js';

/** Mails that carry an invoice; every call is one more mail, and each can be seen. */
@Injectable()
export class InvoiceMailsService {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly mail: MailQueue,
    private readonly audit: AuditLog,
  ) {}

  /** Puts a mail with the invoice's PDF into the outbox. @throws InvoiceNotFound, InvoiceVoid, MailOff, InvalidRequest */
  async send(caller: Caller, invoiceId: string, request: SendEmailDto): Promise<Mail> {
    const { accountId } = caller;
    const invoice = await this.invoices.get(accountId, invoiceId);
    if (invoice.status === 'void') throw new InvoiceVoid(invoice.number.number);
    this.mail.expectOn();
    const to = recipients(invoice, request);
    const details = { number: invoice.number.number, recipients: to.length };
    return this.mail.add(
      accountId,
      {
        kind: 'invoice',
        aboutId: invoice.id,
        to,
        subject: request.subject?.trim() ?? usualSubject(invoice),
        message: request.message ?? null,
      },
      this.audit.line(caller, { kind: 'invoice_mailed', targetId: invoice.id, details }),
    );
  }

  /** @throws MailOff */
  expectOn(): void {
    this.mail.expectOn();
  }

  /**
   * A mail of an invoice to its recipient, to be stored in the transaction that issues it; nothing where the
   * recipient has no address or this installation sends no mail.
   */
  line(accountId: string, invoice: Invoice): (session: SqlSession) => Promise<void> {
    const { email } = invoice.recipient;
    if (email === undefined) return () => Promise.resolve();
    const subject = usualSubject(invoice);
    const mail = { kind: 'invoice', aboutId: invoice.id, to: [email], subject } as const;
    return this.mail.line(accountId, { ...mail, message: null });
  }

  /** The newest mails of an invoice, newest first. @throws InvoiceNotFound */
  async list(accountId: string, invoiceId: string): Promise<Mail[]> {
    const invoice = await this.invoices.get(accountId, invoiceId);
    return this.mail.list(accountId, 'invoice', invoice.id);
  }
}

/** @throws InvalidRequest where neither the request nor the invoice has an address */
function recipients({ recipient }: Invoice, { to }: SendEmailDto): string[] {
  const addresses = to ?? (recipient.email === undefined ? [] : [recipient.email]);
  if (addresses.length === 0) {
    const hint = 'The recipient of this invoice has no e-mail address: name one.';
    throw new InvalidRequest([{ pointer: '/to', ...missing, hint }]);
  }
  return [...new Set(addresses)];
}

function usualSubject({ number, organization }: Invoice): string {
  return `Invoice ${number.number} from ${organization.name}`;
}

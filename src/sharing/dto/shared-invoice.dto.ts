import { Answer } from '../../common/http/fields.js';
import { eInvoiceFormats } from '../../einvoice/formats.js';
import { type DocumentType, documentTypes } from '../../invoices/domain/document-type.js';
import { InvoiceDto } from '../../invoices/dto/invoice.dto.js';
import { type SharedInvoice } from '../share-links.service.js';

/** A file that travels with the invoice. */
export class SharedAttachmentDto {
  @Answer({ type: 'string', description: 'Its name as a file.' }) file_name: string;
  @Answer({ type: 'integer', description: 'Its size.' }) bytes: number;
  @Answer({ type: 'string', description: 'Where its content is, as long as the link works.' })
  url: string;
}

/** The e-invoice that the invoice is made as. */
export class SharedEInvoiceDto {
  @Answer({ type: 'string', enum: [...eInvoiceFormats], description: 'Its format.' })
  format: string;
  @Answer({ type: 'string', description: 'Where it is, as long as the link works.' }) url: string;
}

/** What the page of a link says beside the PDF, which says the rest. */
export class SharedInvoiceDto {
  @Answer({ type: 'string', enum: [...documentTypes], description: 'What it is.' })
  type: DocumentType;
  @Answer({ type: 'string', description: 'Its number.' }) invoice_number: string;
  @Answer({ type: 'string', description: 'Who has written it.' }) sender: string;
  @Answer({ type: 'string', format: 'date', description: 'Its date.' }) date: string;
  @Answer({ type: ['string', 'null'], format: 'date', description: 'When it is due.' })
  due_date: string | null;
  @Answer({ type: ['string', 'null'], format: 'date', description: 'How long a quote holds.' })
  valid_until: string | null;
  @Answer({ type: 'string', description: 'ISO 4217 code of its currency.' }) currency: string;
  @Answer({ type: 'string', description: 'What is to be paid, or what is offered.' }) total: string;

  @Answer({
    type: ['string', 'null'],
    format: 'date-time',
    description: 'When its sender took it back; nothing is to be paid then.',
  })
  voided_at: string | null;

  @Answer({
    type: () => SharedAttachmentDto,
    isArray: true,
    description: 'The files that travel with it.',
  })
  attachments: SharedAttachmentDto[];

  @Answer({
    type: () => SharedEInvoiceDto,
    nullable: true,
    description: 'The e-invoice that it is made as; null where it is a PDF alone.',
  })
  e_invoice: SharedEInvoiceDto | null;

  static from({ invoice }: SharedInvoice, token: string): SharedInvoiceDto {
    const answer = InvoiceDto.from(invoice, '');
    const { type, date, due_date, valid_until, currency, voided_at } = answer;
    const { number: invoice_number } = invoice.number;
    const sender = invoice.organization.name;
    const attachments = invoice.attachments.map(({ id, fileName, bytes }) => ({
      file_name: fileName,
      bytes,
      url: `/shared/${token}/attachments/${id}`,
    }));
    const { format } = invoice;
    const e_invoice = format && { format, url: `/shared/${token}/e-invoice` };
    const total = type === 'quote' ? answer.total : answer.amount_due;
    const dates = { date, due_date, valid_until };
    const about = { type, invoice_number, sender, ...dates, currency, total, voided_at };
    return { ...about, attachments, e_invoice };
  }
}

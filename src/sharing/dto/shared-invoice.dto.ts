import { Answer } from '../../common/http/fields.js';
import { type DocumentType, documentTypes } from '../../invoices/domain/document-type.js';
import { InvoiceDto } from '../../invoices/dto/invoice.dto.js';
import { type SharedInvoice } from '../share-links.service.js';

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

  static from({ invoice }: SharedInvoice): SharedInvoiceDto {
    const answer = InvoiceDto.from(invoice, '');
    const { type, invoice_number, date, due_date, valid_until, currency, voided_at } = answer;
    const sender = invoice.organization.name;
    const total = type === 'quote' ? answer.total : answer.amount_due;
    const dates = { date, due_date, valid_until };
    return { type, invoice_number, sender, ...dates, currency, total, voided_at };
  }
}

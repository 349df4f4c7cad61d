import { Answer } from '../../common/http/fields.js';
import { InvoiceDto } from '../../invoices/dto/invoice.dto.js';
import { type SharedInvoice } from '../share-links.service.js';

/** What the page of a link says beside the PDF, which says the rest. */
export class SharedInvoiceDto {
  @Answer({ type: 'string', description: 'Its number.' }) invoice_number: string;
  @Answer({ type: 'string', description: 'Who has written it.' }) sender: string;
  @Answer({ type: 'string', format: 'date', description: 'Its date.' }) date: string;
  @Answer({ type: ['string', 'null'], format: 'date', description: 'When it is due.' })
  due_date: string | null;
  @Answer({ type: 'string', description: 'ISO 4217 code of its currency.' }) currency: string;
  @Answer({ type: 'string', description: 'What is to be paid.' }) total: string;

  @Answer({
    type: ['string', 'null'],
    format: 'date-time',
    description: 'When its sender took it back; nothing is to be paid then.',
  })
  voided_at: string | null;

  static from({ invoice }: SharedInvoice): SharedInvoiceDto {
    const answer = InvoiceDto.from(invoice, '');
    const { date, due_date, currency, amount_due: total, voided_at } = answer;
    const { number: invoice_number } = invoice.number;
    const sender = invoice.organization.name;
    return { invoice_number, sender, date, due_date, currency, total, voided_at };
  }
}

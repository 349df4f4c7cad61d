import { PickType } from '@nestjs/swagger';
import { CreateInvoiceDto } from '../../dto/create-invoice.dto.js';

/** What of an invoice can be said when it is made of a quote or pro forma invoice: all else is as there. */
export class ConvertDocumentDto extends PickType(CreateInvoiceDto, [
  'invoice_number',
  'series',
  'date',
  'due_date',
  'payment_terms_days',
  'notes',
  'terms',
  'reference',
  'payment',
  'format',
  'delivery',
  'period',
  'metadata',
]) {}

import { InvoiceDto } from '../invoices/dto/invoice.dto.js';
import { type InvoiceEvent } from '../invoices/invoice-events.js';
import { invoicesPath } from '../invoices/invoice-replies.js';

/** The body that tells of an event: what has happened, when, and the invoice as the API answers it. */
export function eventPayload({ type, at, invoice }: InvoiceEvent): string {
  const data = InvoiceDto.from(invoice, invoicesPath({ source: 'api' }));
  return JSON.stringify({ type, timestamp: at, data });
}

/** The body of a trial, which tells nothing. */
export function pingPayload(at: string): string {
  return JSON.stringify({ type: 'ping', timestamp: at, data: {} });
}

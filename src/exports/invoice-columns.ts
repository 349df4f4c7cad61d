import { type InvoiceSummaryDto } from '../invoices/dto/invoice.dto.js';
import { type CsvColumns, guarded } from './csv.js';

/** The columns of the export of invoices. */
export const invoiceColumns: CsvColumns<InvoiceSummaryDto> = {
  invoice_number: (invoice) => guarded(invoice.invoice_number),
  type: ({ type }) => type,
  status: ({ status }) => status,
  date: ({ date }) => date,
  due_date: (invoice) => invoice.due_date ?? '',
  currency: ({ currency }) => currency,
  recipient_name: ({ recipient }) => guarded(recipient.name),
  recipient_email: ({ recipient }) => guarded(recipient.email),
  recipient_country: ({ recipient }) => guarded(recipient.address?.country),
  recipient_tax_id: ({ recipient }) => guarded(recipient.tax_id),
  subtotal: ({ subtotal }) => subtotal,
  discount_total: (invoice) => invoice.discount_total,
  charge_total: (invoice) => invoice.charge_total,
  tax_total: (invoice) => invoice.tax_total,
  total: ({ total }) => total,
  withholding_total: (invoice) => invoice.withholding_total,
  rounding_amount: (invoice) => invoice.rounding_amount,
  amount_due: (invoice) => invoice.amount_due,
  reference: ({ reference }) => guarded(reference),
  source: ({ source }) => source,
  id: ({ id }) => id,
  created_at: (invoice) => invoice.created_at,
};

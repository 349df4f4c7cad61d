import { fields } from './definition.js';

/** The filters of the list of invoices: the parameters of `GET /v1/invoices`. */
export const listFilters = fields([
  ['limit', '1 to 100', 'How many to answer. Left out: 20.'],
  ['cursor', 'text', '`next_cursor` of the page before.'],
  ['status', 'draft, issued or void', 'Only invoices that stand there.'],
  ['type', 'invoice, credit_note, proforma or quote', 'Only documents of this type.'],
  ['currency', 'ISO 4217', 'Only invoices in this currency.'],
  ['from', 'YYYY-MM-DD', 'Only invoices of this date or later.'],
  ['to', 'YYYY-MM-DD', 'Only invoices of this date or earlier.'],
  ['recipient', 'text', 'Part of the recipient’s name or mail address.'],
  ['number', 'text', 'Exactly this invoice number.'],
  ['customer', 'id', 'Only invoices that were made for this customer.'],
  ['q', 'text', 'Part of the number, the recipient or the reference.'],
]);

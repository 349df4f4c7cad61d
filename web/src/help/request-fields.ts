import { conversionFields } from './conversion-fields.js';
import { creditNoteFields } from './credit-note-fields.js';
import { fields } from './definition.js';
import { eInvoiceFields } from './e-invoice-fields.js';
import { paymentFields } from './payment-fields.js';
import { requestParts } from './request-parts.js';

/**
 * The fields of requests under the names of their schemas in openapi.json; a test holds the one
 * against the other, so that no field is missing here and none is made up.
 */
export const requestFields = {
  CreateBatchDto: fields([
    [
      'invoices',
      'list of 1 to 1,000, required',
      'The invoices in the order of their numbers, each with the fields above.',
    ],
  ]),
  ConvertDocumentDto: conversionFields,
  CreateInvoiceDto: fields([
    ['recipient', 'object', 'Who gets the invoice. Only `name` is needed.'],
    [
      'customer',
      'id',
      'A stored customer, in place of `recipient` or beside it: what `recipient` says counts more.',
    ],
    ['line_items', 'list of 1 to 1,000, required', 'What you sell, one entry per line.'],
    [
      'type',
      'invoice, proforma or quote',
      'What it is: an invoice where you leave it out. Each type has a series of its own.',
    ],
    ['valid_until', 'YYYY-MM-DD', 'How long a quote holds; only for quotes.'],
    [
      'draft',
      'true or false',
      'Store it as a [draft](#drafts), without a number, to be issued or deleted later.',
    ],
    [
      'invoice_number',
      'text, up to 40',
      'A number of your own. Leave it out and Finvo gives the next one of your series.',
    ],
    [
      'series',
      'text, up to 20',
      'Another series to take the number from, such as one per shop. Not together with `invoice_number`.',
    ],
    [
      'date',
      'YYYY-MM-DD',
      'The date on the invoice. Left out: today in the time zone of your organization.',
    ],
    ['due_date', 'YYYY-MM-DD', 'The day by which you expect the money.'],
    [
      'payment_terms_days',
      '0 to 3,650',
      'The same as a number of days from `date`. Send one of the two; left out: as in your organization.',
    ],
    ['currency', 'ISO 4217', 'Such as `USD` or `EUR`. Left out: that of your organization.'],
    [
      'language',
      'code',
      'The language of labels, dates and numbers, such as `de` or `pt-BR`. Left out: that of your organization.',
    ],
    [
      'second_language',
      'code',
      'Prints every label in this language as well. `none` prints one language. Left out: that of your organization.',
    ],
    [
      'template',
      'clean, classic or compact',
      'The layout of the PDF. Left out: that of your organization.',
    ],
    [
      'accent_color',
      '#rrggbb',
      'The colour of headings and lines. Left out: that of your organization.',
    ],
    [
      'logo_position',
      'start, center or end',
      'Where the logo stands: `start` is left, or right in Arabic and Hebrew. Left out: as in your organization.',
    ],
    [
      'organization',
      'object',
      'Changes to the sender, for this invoice only. What you leave out comes from your profile.',
    ],
    ['discounts', 'list, up to 50', 'Discounts on the invoice as a whole.'],
    ['charges', 'list, up to 50', 'Charges on the invoice as a whole, such as shipping.'],
    [
      'prices_include_tax',
      'true or false',
      'Whether the prices and amounts that you send contain tax already. Left out: they do not.',
    ],
    [
      'withholdings',
      'list, up to 5',
      'Taxes that the recipient keeps back and pays in your name. `total` stays, `amount_due` is less.',
    ],
    [
      'cash_rounding',
      'number',
      'Rounds `amount_due` to a multiple of this, such as 0.05 for Swiss francs; 0 does not round. Left out: as in your organization.',
    ],
    ['prepaid_amount', 'number', 'What was paid already. `total` stays, `amount_due` is less.'],
    [
      'tax_currency',
      'ISO 4217',
      'Prints and answers the tax total in this currency as well. Needs `exchange_rate`.',
    ],
    [
      'exchange_rate',
      'number above 0',
      'What one unit of the invoice’s currency is in `tax_currency`, with up to 10 decimals.',
    ],
    [
      'attachments',
      'list of ids, up to 5',
      'Uploaded [files](/help/invoices#attachments) that travel with the invoice, at most 10 MiB together.',
    ],
    ['notes', 'text, up to 5,000', 'Printed below the totals. Line breaks are kept.'],
    ['terms', 'text, up to 5,000', 'Terms and conditions, printed below the notes.'],
    [
      'reference',
      'text, up to 200',
      'What the recipient files it under, such as a purchase order.',
    ],
    [
      'payment',
      'object',
      'Where to pay. Left out: as in your organization; without `iban`, `bic` and `account_name` only its account.',
    ],
    [
      'format',
      'a choice',
      'What it is made as: `pdf`, or an [e-invoice](/help/e-invoices): `facturx`, `xrechnung-cii`, `xrechnung-ubl`, `peppol-ubl`, `cii` or `ubl`. Left out: as in your organization.',
    ],
    ['delivery', 'object', 'When and where goods or services were supplied.'],
    ['period', 'object', 'The days that the invoice is for.'],
    ['references', 'object', 'Contract, project, sales order and accounting reference.'],
    [
      'preceding_invoices',
      'list, up to 50',
      'Earlier invoices that this one follows, such as those of part payments.',
    ],
    [
      'expected_total',
      'number',
      'What your own software says the total is. If Finvo comes to another, it makes no invoice and tells you both.',
    ],
    [
      'metadata',
      'object, up to 50 texts',
      'Your own data, such as an order id. You get it back with the invoice; it is never printed.',
    ],
  ]),
  ...requestParts,
  ...eInvoiceFields,
  PaymentDetailsDto: paymentFields,
  ...creditNoteFields,
} as const;

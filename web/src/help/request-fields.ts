import { conversionFields } from './conversion-fields.js';
import { creditNoteFields } from './credit-note-fields.js';
import { fields } from './definition.js';
import { paymentFields } from './payment-fields.js';

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
  RecipientDto: fields([
    [
      'name',
      'text, up to 200',
      'The person or business. Needed unless the customer is stored already.',
    ],
    [
      'external_id',
      'ASCII, up to 200',
      'Your own id of the customer. The customer is stored with the invoice, or brought up to date.',
    ],
    ['email', 'e-mail address', 'Where questions and invoices go.'],
    ['address', 'object', 'The postal address.'],
    ['tax_id', 'text, up to 50', 'A VAT, GST or other tax number.'],
    ['registration_number', 'text, up to 50', 'The number in the register of companies.'],
    ['phone', 'text, up to 50', 'Printed as you write it.'],
    ['website', 'text, up to 200', 'Printed as you write it.'],
  ]),
  AddressDto: fields([
    ['line1', 'text, up to 200', 'Street and number.'],
    ['line2', 'text, up to 200', 'Building, floor, care of.'],
    ['city', 'text, up to 100', 'City.'],
    ['postal_code', 'text, up to 30', 'Postal code.'],
    ['region', 'text, up to 100', 'State, province or region.'],
    ['country', 'ISO 3166-1', 'Two capital letters, such as `US` or `DE`.'],
  ]),
  LineItemDto: fields([
    ['description', 'text, up to 1,000', 'What is sold. Needed unless the item is stored already.'],
    ['quantity', 'number, required', 'How many. A negative quantity makes a credit line.'],
    [
      'unit_price',
      'number',
      'The price of one, with up to 6 decimals. Needed unless the item has one.',
    ],
    ['item', 'id', 'A stored item: what the line itself says counts more.'],
    [
      'external_id',
      'ASCII, up to 200',
      'Your own id of the item. The item is stored with the invoice, or brought up to date.',
    ],
    ['unit', 'text, up to 50', 'Printed beside the quantity, such as `hours`.'],
    ['discount', 'object', 'A discount on this line: `percent` or `amount`.'],
    [
      'tax_rate',
      '0 to 100',
      'Short for one tax with this rate, printed as “Tax” or the usual word of the invoice’s language.',
    ],
    [
      'taxes',
      'list, up to 10',
      'Taxes with names of your own, in place of `tax_rate`. Each is taken of the net amount.',
    ],
    ['details', 'text, up to 1,000', 'Small print below the description.'],
  ]),
  TaxDto: fields([
    ['name', 'text, up to 50', 'As it is printed, such as `VAT`. Needed without `preset`.'],
    ['rate', '0 to 100', 'In percent. Needed without `preset`.'],
    [
      'category',
      'code of EN 16931',
      'The VAT category. Left out: `S` with a rate above 0, `E` with an `exemption_reason`, else `Z`.',
    ],
    ['compound', 'true or false', 'Charged on the net amount and the other taxes of the line.'],
    [
      'exemption_reason',
      'text, up to 300',
      'Why nothing is charged. Left out for `E`, `AE`, `K`, `G` and `O`: the usual sentence in the language of the invoice.',
    ],
    ['preset', 'text, up to 100', 'Name or id of a tax preset, in place of all other fields.'],
  ]),
  WithholdingDto: fields([
    ['name', 'text, up to 50, required', 'As it is printed, such as `IRPF`.'],
    ['rate', '0 to 100, required', 'In percent.'],
    ['base', 'net or tax', 'What it is a percentage of. Left out: `net`, the total without tax.'],
  ]),
  LineDiscountDto: fields([
    ['percent', '0 to 100', 'A share of quantity × unit price.'],
    ['amount', 'number', 'Or a fixed amount. Send one of the two.'],
    ['reason', 'text, up to 200', 'Printed beside it.'],
  ]),
  AdjustmentDto: fields([
    ['percent', '0 to 100', 'A share of the lines.'],
    ['amount', 'number', 'Or a fixed amount. Send one of the two.'],
    ['reason', 'text, up to 200', 'Printed beside it.'],
    ['tax_rate', '0 to 100', 'A tax rate of its own.'],
    [
      'taxes',
      'list, up to 10',
      'Taxes of its own. With neither, it is spread over the taxes of the lines.',
    ],
  ]),
  PaymentDetailsDto: paymentFields,
  ...creditNoteFields,
} as const;

import { fields } from './definition.js';

/** The fields of the parts of an invoice request, under the names of their schemas. */
export const requestParts = {
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
    [
      'registration_scheme',
      'ICD code',
      'Which register that is, such as `0002` (SIREN) or `0106` (KvK), for e-invoices.',
    ],
    ['contact_name', 'text, up to 100', 'The person or department to ask.'],
    [
      'electronic_addresses',
      'list, up to 10',
      'Where e-invoices reach it; a format takes the first one that it allows.',
    ],
    [
      'buyer_reference',
      'text, up to 100',
      'What the recipient wants to find on invoices, such as the Leitweg-ID of a German authority. Not for `organization`.',
    ],
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
    [
      'unit_code',
      'code of UN/ECE Rec 20',
      'The unit for e-invoices, such as `HUR`. Left out: that of an everyday `unit`, or one (`C62`) without.',
    ],
    ['period', 'object', 'The days that this line is for.'],
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
} as const;

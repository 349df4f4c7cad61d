import { PaymentDetailsDto } from '../../accounts/dto/payment-details.dto.js';
import {
  Amount,
  DecimalField,
  type DecimalInput,
  Percentage,
} from '../../common/http/decimal-fields.js';
import {
  Currency,
  Flag,
  Integer,
  LanguageField,
  ListOf,
  Nested,
  Pattern,
  Text,
} from '../../common/http/fields.js';
import { Metadata } from '../../common/http/metadata.js';
import { noLanguage } from '../../common/i18n/second-language.js';
import { seriesName } from '../../numbering/number-format.js';
import { UnitCodeField } from '../../catalog/dto/unit-code.field.js';
import { ItemReferenceFields } from './catalog-references.dto.js';
import { Day } from './invoice.fields.js';
import { DocumentFields } from './document-fields.dto.js';
import { OrganizationOverrideDto } from './organization-override.dto.js';
import { InvoicingPeriodDto } from './particulars.dto.js';
import { RecipientDto } from './recipient.dto.js';
import { TaxDto } from './tax.dto.js';

/** A discount of a line: a percentage of quantity × price, or an amount. */
export class LineDiscountDto {
  @Percentage({
    optional: true,
    description: 'Percentage of quantity × unit price.',
    example: '10',
  })
  percent?: DecimalInput;

  @Amount({ optional: true, description: 'Amount in the currency of the invoice.' })
  amount?: DecimalInput;

  @Text({
    max: 200,
    multiline: true,
    optional: true,
    description: 'Printed beside it.',
    example: 'Loyal customer',
  })
  reason?: string;
}

const taxesHelp = 'Left out: spread over the taxes of the lines.';
/** A discount or charge on the whole document. */
export class AdjustmentDto extends LineDiscountDto {
  @Percentage({ optional: true, description: `Its own tax in percent. ${taxesHelp}` })
  tax_rate?: DecimalInput;

  @ListOf(() => TaxDto, {
    min: 0,
    max: 10,
    optional: true,
    description: `Its own taxes. ${taxesHelp}`,
  })
  taxes?: TaxDto[];
}

export class LineItemDto extends ItemReferenceFields {
  @Text({
    max: 1000,
    multiline: true,
    optional: true,
    description: 'What is sold; only a stored item has it already.',
    example: 'Consulting services',
  })
  description?: string;

  @DecimalField({ description: 'How many; negative for a credit line.', example: 10 })
  quantity: DecimalInput;

  @DecimalField({
    optional: true,
    description: 'Price of one unit; only a stored item can have one already.',
    example: '150.00',
  })
  unit_price?: DecimalInput;

  @Text({ max: 50, optional: true, description: 'Unit as it is printed.', example: 'hours' })
  unit?: string;

  @UnitCodeField()
  unit_code?: string;

  @Nested(() => InvoicingPeriodDto, {
    optional: true,
    description: 'The days that this line is for.',
  })
  period?: InvoicingPeriodDto;

  @Nested(() => LineDiscountDto, { optional: true, description: 'Discount of this line.' })
  discount?: LineDiscountDto;

  @Percentage({ optional: true, description: 'Short for one tax with this rate.', example: '19' })
  tax_rate?: DecimalInput;

  @ListOf(() => TaxDto, { min: 0, max: 10, optional: true, description: 'All taxes of this line.' })
  taxes?: TaxDto[];

  @Text({
    max: 1000,
    multiline: true,
    optional: true,
    description: 'Small print under the description.',
  })
  details?: string;
}

/** An invoice to be made: a recipient and a line are enough. Totals are calculated, never taken. */
export class CreateInvoiceDto extends DocumentFields {
  @Text({
    max: 40,
    optional: true,
    description: 'Your own number; left out: the next one of the series.',
    example: 'INV-001',
  })
  invoice_number?: string;

  @Pattern({
    max: 20,
    regex: seriesName,
    expected: 'letters, digits and . _ / -, starting with a letter or digit',
    optional: true,
    description: 'Series that gives the number; left out: that of its type.',
  })
  series?: string;

  @Day({
    optional: true,
    description: 'Date of the invoice; left out: today in the time zone of the organization.',
    example: '2026-01-19',
  })
  date?: string;

  @Day({ optional: true, description: 'When payment is due.', example: '2026-02-02' })
  due_date?: string;

  @Integer({
    min: 0,
    max: 3650,
    optional: true,
    description: 'Instead of due_date: days from the date.',
    example: 14,
  })
  payment_terms_days?: number;

  @Currency({
    optional: true,
    description: 'ISO 4217 code; left out: the organization’s.',
    example: 'USD',
  })
  currency?: string;

  @LanguageField({
    optional: true,
    description: 'Language of labels, dates and numbers; left out: the organization’s.',
    example: 'en',
  })
  language?: string;

  @LanguageField({
    others: [noLanguage],
    optional: true,
    description: 'Language of the labels beside it, or "none"; left out: the organization’s.',
    example: 'fr',
  })
  second_language?: string;

  @Nested(() => RecipientDto, {
    optional: true,
    description: 'Who gets the invoice; needed unless customer names one.',
  })
  recipient?: RecipientDto;

  @Nested(() => OrganizationOverrideDto, {
    optional: true,
    description: 'Overrides of the sender for this invoice.',
  })
  organization?: OrganizationOverrideDto;

  @ListOf(() => LineItemDto, { min: 1, max: 1000, description: 'What is sold.' })
  line_items: LineItemDto[];

  @ListOf(() => AdjustmentDto, {
    min: 0,
    max: 50,
    optional: true,
    description: 'Discounts on the whole document.',
  })
  discounts?: AdjustmentDto[];

  @ListOf(() => AdjustmentDto, {
    min: 0,
    max: 50,
    optional: true,
    description: 'Charges on the whole document, such as shipping.',
  })
  charges?: AdjustmentDto[];

  @Flag({ optional: true, description: 'Prices and amounts include tax.', example: false })
  prices_include_tax?: boolean;

  @Text({
    max: 5000,
    multiline: true,
    linesMax: 200,
    optional: true,
    description: 'Printed below the totals.',
  })
  notes?: string;

  @Text({
    max: 5000,
    multiline: true,
    linesMax: 200,
    optional: true,
    description: 'Terms and conditions.',
  })
  terms?: string;

  @Text({
    max: 200,
    optional: true,
    description: 'The recipient’s reference, such as a purchase order.',
  })
  reference?: string;

  @Nested(() => PaymentDetailsDto, {
    optional: true,
    description: 'Where to pay; left out: as in the organization profile.',
  })
  payment?: PaymentDetailsDto;

  @DecimalField({
    optional: true,
    description: 'What you expect the total to be; refused if it is another.',
  })
  expected_total?: DecimalInput;

  @Metadata({ optional: true, description: 'Your own data, given back and never printed.' })
  metadata?: Record<string, string>;
}

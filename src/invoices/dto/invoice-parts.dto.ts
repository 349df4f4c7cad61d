import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { PaymentDetailsDto } from '../../accounts/dto/payment-details.dto.js';
import { Answer } from '../../common/http/fields.js';
import { type DocumentType, documentTypes } from '../domain/document-type.js';
import { logoPositions } from '../../pdf/template-versions.js';
import { taxCategories } from '../../money/tax-category.js';
import { CorrectsDto } from './credits.dto.js';
import { OrganizationOverrideDto } from './organization-override.dto.js';
import { PrintedRecipientDto } from './recipient.dto.js';
import { ParticularsAnswerDto } from './particulars-answer.js';
import { InvoicingPeriodDto } from './particulars.dto.js';

/** The schema of an amount in the currency of its invoice. */
export const amount = { type: 'string', example: '1500.00' };
/** The schema of a text that may be missing. */
export const optionalText = { type: ['string', 'null'] };

export class InvoiceTaxDto {
  @Answer({
    type: 'string',
    description:
      'Name as it is printed; "Tax", for tax_rate, is printed in the invoice’s language.',
  })
  name: string;
  @Answer({ type: 'string', description: 'Rate in percent.', example: '19' }) rate: string;
  @Answer({ type: 'string', enum: [...taxCategories], description: 'VAT category of EN 16931.' })
  category: string;
  @Answer({
    type: 'boolean',
    optional: true,
    description: 'Whether it is charged on the other taxes of the line as well.',
  })
  compound?: boolean;
  @Answer({
    type: 'string',
    optional: true,
    description:
      'Why nothing is charged: your own words; among the taxes of the invoice as it is printed.',
  })
  exemption_reason?: string;
}

export class TaxTotalDto extends InvoiceTaxDto {
  @Answer({ ...amount, description: 'Net amount that is taxed.' }) taxable_amount: string;
  @Answer({ ...amount, description: 'The tax on it.' }) tax_amount: string;
}

export class ReductionDto {
  @Answer({ type: 'string', optional: true, description: 'Percentage, if it was sent as one.' })
  percent?: string;
  @Answer({
    type: 'string',
    optional: true,
    description: 'What it comes to, tax included where prices include it.',
  })
  amount?: string;
  @Answer({ type: 'string', optional: true, description: 'Reason as it is printed.' })
  reason?: string;
}

export class InvoiceAdjustmentDto extends ReductionDto {
  @Answer({
    type: () => InvoiceTaxDto,
    isArray: true,
    optional: true,
    description: 'Its own taxes.',
  })
  taxes?: InvoiceTaxDto[];
  @Answer({ ...amount, description: 'What it comes to without tax.' }) net_amount: string;
}

export class InvoiceLineDto {
  @Answer({ type: 'string', description: 'What is sold.' }) description: string;
  @Answer({ type: 'string', description: 'How many.', example: '10' }) quantity: string;
  @Answer({ ...optionalText, description: 'Unit as it is printed.' }) unit: string | null;
  @Answer({ type: 'string', optional: true, description: 'Code of the unit, if it was sent.' })
  unit_code?: string;
  @Answer({
    type: () => InvoicingPeriodDto,
    optional: true,
    description: 'The days that it is for.',
  })
  period?: InvoicingPeriodDto;
  @Answer({ type: 'string', description: 'Price of one unit.', example: '150.00' })
  unit_price: string;
  @Answer({ type: () => ReductionDto, optional: true, description: 'Discount of the line.' })
  discount?: ReductionDto;
  @Answer({ type: () => InvoiceTaxDto, isArray: true, description: 'Taxes of the line.' })
  taxes: InvoiceTaxDto[];
  @Answer({ ...optionalText, description: 'Small print.' }) details: string | null;
  @Answer({
    ...amount,
    description: 'Quantity × unit price less discount, tax included where prices include it.',
  })
  amount: string;
  @Answer({ ...amount, description: 'The amount without tax.' }) net_amount: string;
  @Answer({
    type: 'integer',
    optional: true,
    description: 'On a credit note: the line of the invoice, counted from 0.',
  })
  corrects_index?: number;
  @Answer({ ...optionalText, description: 'The stored item that it was made of.' })
  item_id: string | null;
}

export class InvoicePdfDto {
  @Answer({ type: 'string', description: 'Where the PDF is.' }) url: string;
  @Answer({
    ...optionalText,
    description: 'SHA-256 of the stored PDF in hex; null until its first read, and of a draft.',
  })
  sha256: string | null;
  @Answer({
    type: ['integer', 'null'],
    description: 'Size of the stored PDF; null until its first read, and of a draft.',
  })
  bytes: number | null;
}

/** The figures and texts of an invoice: what a preview answers, but for the lines. */
@ApiExtraModels(CorrectsDto)
export class InvoiceHeadDto extends ParticularsAnswerDto {
  @Answer({ type: 'string', enum: ['invoice'], description: 'Always "invoice".' })
  object: 'invoice';
  @Answer({ type: 'string', enum: [...documentTypes], description: 'What it is.' })
  type: DocumentType;
  @Answer({
    oneOf: [{ $ref: getSchemaPath(CorrectsDto) }, { type: 'null' }],
    description: 'On a credit note: the invoice that it corrects.',
  })
  corrects: CorrectsDto | null;
  @Answer({ type: 'string', enum: ['draft', 'issued', 'void'], description: 'Where it stands.' })
  status: string;
  @Answer({ type: 'string', format: 'date', description: 'Date of the invoice.' }) date: string;
  @Answer({ ...optionalText, format: 'date', description: 'When payment is due.' }) due_date:
    string | null;
  @Answer({ ...optionalText, format: 'date', description: 'How long a quote holds.' })
  valid_until: string | null;
  @Answer({ type: 'string', description: 'ISO 4217 code.', example: 'USD' }) currency: string;
  @Answer({ type: 'string', description: 'Language of the invoice.', example: 'en' })
  language: string;
  @Answer({ ...optionalText, description: 'Second language of the labels.', example: 'fr' })
  second_language: string | null;
  @Answer({ type: 'string', description: 'Its layout.', example: 'clean' })
  template: string;
  @Answer({ ...optionalText, description: 'Colour of headings and lines.', example: '#0f766e' })
  accent_color: string | null;
  @Answer({ type: 'string', enum: [...logoPositions], description: 'Where the logo stands.' })
  logo_position: string;
  @Answer({ type: () => OrganizationOverrideDto, description: 'The sender as printed.' })
  organization: OrganizationOverrideDto;
  @Answer({ type: () => PrintedRecipientDto, description: 'The recipient as printed.' })
  recipient: PrintedRecipientDto;
  @Answer({ ...amount, description: 'Sum of the net amounts of the lines.' }) subtotal: string;
  @Answer({
    type: () => InvoiceAdjustmentDto,
    isArray: true,
    description: 'Discounts on the document.',
  })
  discounts: InvoiceAdjustmentDto[];
  @Answer({ ...amount, description: 'Sum of their net amounts.' }) discount_total: string;
  @Answer({
    type: () => InvoiceAdjustmentDto,
    isArray: true,
    description: 'Charges on the document.',
  })
  charges: InvoiceAdjustmentDto[];
  @Answer({ ...amount, description: 'Sum of their net amounts.' }) charge_total: string;
  @Answer({
    type: () => TaxTotalDto,
    isArray: true,
    description: 'One entry per different tax.',
  })
  taxes: TaxTotalDto[];
  @Answer({ ...amount, description: 'Sum of the taxes.' }) tax_total: string;
  @Answer({
    ...amount,
    description: 'subtotal - discount_total + charge_total + tax_total, exactly.',
  })
  total: string;
  @Answer({ type: 'boolean', description: 'Whether prices were entered with tax.' })
  prices_include_tax: boolean;
  @Answer({ ...optionalText, description: 'Notes.' }) notes: string | null;
  @Answer({ ...optionalText, description: 'Terms and conditions.' }) terms: string | null;
  @Answer({ ...optionalText, description: 'The recipient’s reference.' }) reference: string | null;
  @Answer({
    type: () => PaymentDetailsDto,
    optional: true,
    nullable: true,
    description: 'Where to pay.',
  })
  payment: PaymentDetailsDto | null;
  @Answer({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Your own data.',
  })
  metadata: Record<string, string>;
  @Answer({
    type: 'string',
    enum: ['api', 'dashboard'],
    description: 'Which door it was made through.',
  })
  source: string;
}

import { AddressDto } from '../../accounts/dto/party.dto.js';
import { Choice, ListOf, Nested, Text } from '../../common/http/fields.js';
import { type EInvoiceFormat, eInvoiceFormats } from '../../einvoice/formats.js';
import { Day } from './invoice.fields.js';
import { LooksFields } from './looks.dto.js';

/** The format of an invoice that is no e-invoice. */
export const pdfOnly = 'pdf';

/** What an invoice can be made as. */
export type InvoiceFormat = EInvoiceFormat | typeof pdfOnly;

/** What a document is to be made as; optional. */
export function FormatField(description: string): PropertyDecorator {
  const formats = [pdfOnly, ...eInvoiceFormats];
  return Choice(formats, { optional: true, description, example: 'pdf' });
}

/** The days that an invoice or a line is for. */
export class InvoicingPeriodDto {
  @Day({ optional: true, description: 'First day.', example: '2026-01-01' }) start?: string;
  @Day({ optional: true, description: 'Last day.', example: '2026-01-31' }) end?: string;
}

/** When and where goods or services were supplied. */
export class SupplyDto {
  @Day({ optional: true, description: 'Day of the supply.', example: '2026-01-15' }) date?: string;

  @Text({
    max: 200,
    optional: true,
    description: 'Who received them; left out: the recipient.',
    example: 'Acme Warehouse',
  })
  name?: string;

  @Nested(() => AddressDto, { optional: true, description: 'Where they went.' })
  address?: AddressDto;
}

/** What an invoice refers to beside the recipient’s purchase order. */
export class ReferencesDto {
  @Text({ max: 100, optional: true, description: 'Number of the contract.' }) contract?: string;
  @Text({ max: 100, optional: true, description: 'Number or name of the project.' })
  project?: string;
  @Text({ max: 100, optional: true, description: 'Your own number of the order.' })
  sales_order?: string;
  @Text({ max: 100, optional: true, description: 'Where the recipient books it.' })
  accounting?: string;
}

/** An earlier invoice that this one follows. */
export class PrecedingInvoiceDto {
  @Text({ max: 40, description: 'Its number.', example: 'INV-0001' }) number: string;
  @Day({ optional: true, description: 'Its date.', example: '2026-01-01' }) date?: string;
}

/** What an invoice says about the business that it is for, and what it is made as. */
export abstract class ParticularsFields extends LooksFields {
  @FormatField(
    'What it is made as: facturx (ZUGFeRD) is a PDF with the e-invoice inside, the others come beside the PDF. Refused before a number is used unless the rules of the format are met. Left out: as in the organization profile; "pdf": a PDF alone.',
  )
  format?: InvoiceFormat;

  @Nested(() => SupplyDto, {
    optional: true,
    description: 'When and where goods or services were supplied.',
  })
  delivery?: SupplyDto;

  @Nested(() => InvoicingPeriodDto, {
    optional: true,
    description: 'The days that the invoice is for.',
  })
  period?: InvoicingPeriodDto;

  @Nested(() => ReferencesDto, { optional: true, description: 'Contract, project and the like.' })
  references?: ReferencesDto;

  @ListOf(() => PrecedingInvoiceDto, {
    min: 0,
    max: 50,
    optional: true,
    description: 'Earlier invoices that this one follows, such as those of part payments.',
  })
  preceding_invoices?: PrecedingInvoiceDto[];
}

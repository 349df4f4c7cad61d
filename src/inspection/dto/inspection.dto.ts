import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { Answer } from '../../common/http/fields.js';
import { type Profile } from '../../einvoice/formats.js';
import { CreateInvoiceDto } from '../../invoices/dto/create-invoice.dto.js';
import { type FinvoInvoice } from '../domain/finvo-invoice.js';
import { type Inspection } from '../inspection.js';
import {
  InspectedTaxDto,
  InspectedTotalsDto,
  LeftOutDto,
  RuleFaultDto,
} from './inspection-parts.dto.js';

const optionalText = { type: ['string', 'null'] };

/** What an e-invoice says, and which rules it breaks. */
@ApiExtraModels(CreateInvoiceDto)
export class InspectionDto {
  @Answer({ type: 'string', enum: ['e_invoice_inspection'], description: 'What this is.' })
  object: 'e_invoice_inspection';
  @Answer({
    type: 'string',
    enum: ['cii', 'ubl'],
    description: 'The syntax: Cross Industry Invoice (Factur-X, ZUGFeRD, XRechnung) or UBL.',
  })
  syntax: 'cii' | 'ubl';
  @Answer({
    ...optionalText,
    description: 'Which specification it says that it follows (BT-24).',
    example: 'urn:cen.eu:en16931:2017',
  })
  specification: string | null;
  @Answer({ ...optionalText, description: 'The business process that it names (BT-23).' })
  process: string | null;
  @Answer({
    type: 'string',
    enum: ['en16931', 'xrechnung', 'peppol'],
    description: 'Whose rules it was held against, by its specification.',
  })
  profile: Profile;
  @Answer({
    type: 'string',
    enum: ['invoice', 'credit_note'],
    description: 'What it is.',
  })
  type: 'invoice' | 'credit_note';
  @Answer({ ...optionalText, description: 'Its type by UNCL 1001 (BT-3).', example: '380' })
  type_code: string | null;
  @Answer({
    allOf: [{ $ref: getSchemaPath(CreateInvoiceDto) }],
    description:
      'Its content as the body of `POST /v1/invoices`. What it does not say is left out, and what is wrong stays as it is written.',
  })
  invoice: FinvoInvoice;
  @Answer({ type: () => InspectedTotalsDto, description: 'Its totals, as they are written.' })
  totals: InspectedTotalsDto;
  @Answer({
    type: () => InspectedTaxDto,
    isArray: true,
    description: 'Its VAT breakdown, as it is written.',
  })
  taxes: InspectedTaxDto[];
  @Answer({
    type: () => LeftOutDto,
    isArray: true,
    description: 'What `invoice` cannot say of it.',
  })
  left_out: LeftOutDto[];
  @Answer({ type: 'boolean', description: 'Whether it breaks none of the rules.' })
  valid: boolean;
  @Answer({
    type: () => RuleFaultDto,
    isArray: true,
    description: 'Every rule that it breaks.',
  })
  errors: RuleFaultDto[];

  static from({ syntax, type, profile, document, ...found }: Inspection): InspectionDto {
    return {
      object: 'e_invoice_inspection',
      syntax,
      specification: document.specification ?? null,
      process: document.process ?? null,
      profile,
      type,
      type_code: document.typeCode ?? null,
      invoice: found.invoice,
      totals: InspectedTotalsDto.from(document.totals),
      taxes: document.taxes.map((tax) => InspectedTaxDto.from(tax)),
      left_out: [...found.leftOut],
      valid: found.findings.length === 0,
      errors: found.findings.map((finding) => RuleFaultDto.from(finding)),
    };
  }
}

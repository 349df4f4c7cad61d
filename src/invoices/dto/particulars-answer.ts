import { Answer } from '../../common/http/fields.js';
import { eInvoiceFormats } from '../../einvoice/formats.js';
import { type InvoiceHead } from '../invoice.js';
import {
  SupplyDto,
  pdfOnly,
  InvoicingPeriodDto,
  PrecedingInvoiceDto,
  ReferencesDto,
} from './particulars.dto.js';
import { SettlementAnswerDto } from './settlement.dto.js';

/** What an invoice says about the business that it is for, as it is answered. */
export abstract class ParticularsAnswerDto extends SettlementAnswerDto {
  @Answer({
    type: 'string',
    enum: [pdfOnly, ...eInvoiceFormats],
    description: 'What it is made as; "pdf" is a PDF alone.',
  })
  format: string;
  @Answer({
    type: () => SupplyDto,
    optional: true,
    nullable: true,
    description: 'When and where goods or services were supplied.',
  })
  delivery: SupplyDto | null;
  @Answer({
    type: () => InvoicingPeriodDto,
    optional: true,
    nullable: true,
    description: 'The days that the invoice is for.',
  })
  period: InvoicingPeriodDto | null;
  @Answer({
    type: () => ReferencesDto,
    optional: true,
    nullable: true,
    description: 'Contract, project and the like.',
  })
  references: ReferencesDto | null;
  @Answer({
    type: () => PrecedingInvoiceDto,
    isArray: true,
    description: 'Earlier invoices that this one follows.',
  })
  preceding_invoices: PrecedingInvoiceDto[];
}

/** The particulars of an invoice in the names of the API. */
export function particularsAnswer({
  particulars,
}: Pick<InvoiceHead, 'particulars'>): Omit<
  ParticularsAnswerDto,
  keyof SettlementAnswerDto | 'format'
> {
  return {
    delivery: particulars.delivery ?? null,
    period: particulars.period ?? null,
    references: particulars.references ?? null,
    preceding_invoices: [...(particulars.preceding_invoices ?? [])],
  };
}

import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { Answer } from '../../common/http/fields.js';
import { type Invoice, type InvoiceDraft, type InvoiceSummary } from '../invoice.js';
import { headOf, linesOf } from './invoice-answer.js';
import { InvoiceEmailDto } from './invoice-email.dto.js';
import {
  InvoiceHeadDto,
  InvoiceLineDto,
  InvoicePdfDto,
  optionalText,
} from './invoice-parts.dto.js';

/** An invoice that was calculated but not stored. */
export class InvoicePreviewDto extends InvoiceHeadDto {
  @Answer({ type: () => InvoiceLineDto, isArray: true, description: 'The lines.' })
  line_items: InvoiceLineDto[];

  @Answer({ ...optionalText, description: 'The series that would give the number.' }) series:
    string | null;

  @Answer({ ...optionalText, description: 'The stored customer, if there is one already.' })
  customer_id: string | null;

  static fromDraft(
    draft: InvoiceDraft,
    { series, customerId }: { series: string | null; customerId: string | null },
  ): InvoicePreviewDto {
    return { ...headOf(draft), series, customer_id: customerId, line_items: linesOf(draft) };
  }
}

/** An invoice in a list. */
@ApiExtraModels(InvoiceEmailDto)
export class InvoiceSummaryDto extends InvoiceHeadDto {
  @Answer({ type: 'string', description: 'Id of the invoice.', example: 'inv_0VtLk3Xq9…' })
  id: string;
  @Answer({ ...optionalText, description: 'Its number; null of a draft.', example: 'INV-0001' })
  invoice_number: string | null;
  @Answer({
    ...optionalText,
    description: 'The series that gave the number, or would give it; null for your own.',
  })
  series: string | null;
  @Answer({ ...optionalText, description: 'The stored customer that it was made for.' })
  customer_id: string | null;
  @Answer({ type: () => InvoicePdfDto, description: 'The PDF.' }) pdf: InvoicePdfDto;
  @Answer({
    oneOf: [{ $ref: getSchemaPath(InvoiceEmailDto) }, { type: 'null' }],
    description: 'How its latest mail fares; null where it was never mailed.',
  })
  email: InvoiceEmailDto | null;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was made.' })
  created_at: string;
  @Answer({ ...optionalText, format: 'date-time', description: 'When it was voided.' })
  voided_at: string | null;
  @Answer({ ...optionalText, description: 'Why it was voided, if that was said.' })
  void_reason: string | null;

  /** `path` is where the caller's door has its invoices. */
  static fromSummary(invoice: InvoiceSummary, path: string): InvoiceSummaryDto {
    const { number, series } = invoice.number;
    const url = `${path}/${invoice.id}/pdf`;
    const { sha256 = null, bytes = null } = invoice.pdf ?? {};
    const { object, status, ...head } = headOf(invoice);
    return {
      id: invoice.id,
      object,
      status,
      invoice_number: number,
      series,
      customer_id: invoice.customerId,
      ...head,
      pdf: { url, sha256, bytes },
      email: InvoiceEmailDto.from(invoice.email),
      created_at: invoice.createdAt,
      voided_at: invoice.voided?.at ?? null,
      void_reason: invoice.voided?.reason ?? null,
    };
  }
}

/** A stored invoice. */
export class InvoiceDto extends InvoiceSummaryDto {
  @Answer({ type: () => InvoiceLineDto, isArray: true, description: 'The lines.' })
  line_items: InvoiceLineDto[];

  static from(invoice: Invoice, path: string): InvoiceDto {
    return { ...InvoiceSummaryDto.fromSummary(invoice, path), line_items: linesOf(invoice) };
  }
}

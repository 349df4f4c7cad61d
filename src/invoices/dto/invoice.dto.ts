import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { Answer } from '../../common/http/fields.js';
import { LinkedDocumentDto } from '../conversion/dto/linked-document.dto.js';
import { type Invoice, type InvoiceDraft, type InvoiceSummary } from '../invoice.js';
import { CreditNoteLinkDto, minorText } from './credits.dto.js';
import { InvoiceAttachmentDto } from '../../attachments/dto/attachment.dto.js';
import { attachmentsOf, doors } from './attachments.dto.js';
import { headOf, linesOf } from './invoice-answer.js';
import { InvoiceEmailDto } from './invoice-email.dto.js';
import {
  amount,
  InvoiceHeadDto,
  InvoiceLineDto,
  InvoicePdfDto,
  optionalText,
} from './invoice-parts.dto.js';

const attachments = {
  type: () => InvoiceAttachmentDto,
  isArray: true,
  description: 'The files that travel with it.',
};

/** An invoice that was calculated but not stored. */
export class InvoicePreviewDto extends InvoiceHeadDto {
  @Answer({ type: () => InvoiceLineDto, isArray: true, description: 'The lines.' })
  line_items: InvoiceLineDto[];

  @Answer({ ...optionalText, description: 'The series that would give the number.' }) series:
    string | null;

  @Answer({ ...optionalText, description: 'The stored customer, if there is one already.' })
  customer_id: string | null;

  @Answer(attachments) attachments: InvoiceAttachmentDto[];

  static fromDraft(
    draft: InvoiceDraft,
    { series, customerId }: { series: string | null; customerId: string | null },
  ): InvoicePreviewDto {
    return {
      ...headOf(draft),
      series,
      customer_id: customerId,
      attachments: attachmentsOf(draft, doors[draft.source]),
      line_items: linesOf(draft),
    };
  }
}

const linked = { oneOf: [{ $ref: getSchemaPath(LinkedDocumentDto) }, { type: 'null' }] };

/** An invoice in a list. */
@ApiExtraModels(InvoiceEmailDto, LinkedDocumentDto)
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
  @Answer({ ...amount, description: 'What its credit notes come to, void ones left out.' })
  credited_total: string;
  @Answer(attachments) attachments: InvoiceAttachmentDto[];
  @Answer({ ...linked, description: 'The quote or pro forma invoice that it was made of.' })
  converted_from: LinkedDocumentDto | null;
  @Answer({ ...linked, description: 'The latest invoice that was made of it.' })
  converted_to: LinkedDocumentDto | null;

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
      credited_total: minorText(invoice.creditedMinor, invoice.currency),
      attachments: attachmentsOf(invoice, path.replace(/\/invoices$/, '')),
      converted_from: LinkedDocumentDto.from(invoice.convertedFrom),
      converted_to: LinkedDocumentDto.from(invoice.convertedTo),
    };
  }
}

/** A stored invoice. */
export class InvoiceDto extends InvoiceSummaryDto {
  @Answer({ type: () => InvoiceLineDto, isArray: true, description: 'The lines.' })
  line_items: InvoiceLineDto[];

  @Answer({
    type: () => CreditNoteLinkDto,
    isArray: true,
    description: 'Its credit notes, oldest first.',
  })
  credit_notes: CreditNoteLinkDto[];

  static from(invoice: Invoice, path: string): InvoiceDto {
    return {
      ...InvoiceSummaryDto.fromSummary(invoice, path),
      line_items: linesOf(invoice),
      credit_notes: CreditNoteLinkDto.listOf(invoice),
    };
  }
}

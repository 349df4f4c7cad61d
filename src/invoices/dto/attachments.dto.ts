import { attachmentsMax } from '../../attachments/attachment.js';
import { InvoiceAttachmentDto } from '../../attachments/dto/attachment.dto.js';
import { listOf, text } from '../../common/http/checks.js';
import { Field } from '../../common/http/fields.js';
import { type InvoiceHead } from '../invoice.js';
import { SettlementFields } from './settlement.dto.js';

const idMax = 40;
const schema = {
  type: 'array',
  items: { type: 'string', maxLength: idMax },
  minItems: 0,
  maxItems: attachmentsMax,
};

/** A short list of texts, which may be ids. */
export const attachmentIds = listOf(0, attachmentsMax, text({ max: idMax }));

/** The files that travel with an invoice. */
export abstract class AttachmentsField extends SettlementFields {
  @Field(schema, attachmentIds, {
    optional: true,
    description: 'Ids of uploaded files that travel with the invoice, at most 10 MiB together.',
    example: ['att_0VtLk3Xq9…'],
  })
  attachments?: string[];
}

/** Where the doors are. */
export const doors = { api: '/v1', dashboard: '/dashboard' } as const;

/** The files of an invoice as they are answered through a door. */
export function attachmentsOf(
  { attachments }: Pick<InvoiceHead, 'attachments'>,
  door: string,
): InvoiceAttachmentDto[] {
  return attachments.map((file) => InvoiceAttachmentDto.from(file, door));
}

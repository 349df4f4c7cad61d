import { Answer, Text } from '../../common/http/fields.js';
import { PrintedRecipientDto } from './recipient.dto.js';

export class RecipientsQueryDto {
  @Text({
    max: 200,
    min: 0,
    optional: true,
    description: 'Part of the recipient’s name or mail address.',
  })
  q?: string;
}

/** Recipients of earlier invoices, to be picked for the next one. */
export class RecipientsDto {
  @Answer({
    type: () => PrintedRecipientDto,
    isArray: true,
    description: 'At most 10, no two the same; the one of the latest invoice first.',
  })
  data: PrintedRecipientDto[];
}

import { NumberFormatField } from '../../accounts/dto/organization.dto.js';
import { Answer, Choice } from '../../common/http/fields.js';
import { type RequestedType, requestedTypes } from '../domain/document-type.js';

export class NextNumberQueryDto {
  @Choice(requestedTypes, {
    optional: true,
    description: 'Of which document; left out: an invoice.',
    example: 'quote',
  })
  type?: RequestedType;

  @NumberFormatField({
    optional: true,
    description: 'Format to try out; left out: the one of the profile.',
    example: '{YYYY}-{0001}',
  })
  number_format?: string;
}

export class NextNumberDto {
  @Answer({ type: 'string', description: 'The number.', example: 'INV-0042' })
  invoice_number: string;
}

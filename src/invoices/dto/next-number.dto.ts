import { NumberFormatField } from '../../accounts/dto/organization.dto.js';
import { Answer } from '../../common/http/fields.js';

export class NextNumberQueryDto {
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

import { Text } from '../../../common/http/fields.js';

export class VoidInvoiceDto {
  @Text({
    max: 200,
    optional: true,
    description: 'Why, for whoever reads the invoice later; never printed.',
    example: 'Sent to the wrong company',
  })
  reason?: string;
}

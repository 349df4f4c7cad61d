import { ExternalId } from '../../catalog/dto/external-id.field.js';
import { RecipientFields } from '../../catalog/dto/recipient.fields.js';
import { Text } from '../../common/http/fields.js';

const name = { max: 200, multiline: true, example: 'Acme Corp' };

/** Who gets the invoice. */
export class RecipientDto extends RecipientFields {
  @Text({
    ...name,
    optional: true,
    description: 'Name of the person or business; only a stored customer has one already.',
  })
  name?: string;

  @ExternalId({
    optional: true,
    description: 'Your own id of the customer, who is stored or brought up to date with it.',
  })
  external_id?: string;
}

/** Who an invoice is for, as it stands on it. */
export class PrintedRecipientDto extends RecipientFields {
  @Text({ ...name, description: 'Name of the person or business.' }) name: string;
}

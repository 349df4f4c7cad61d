import { ExternalId } from '../../catalog/dto/external-id.field.js';
import { Text } from '../../common/http/fields.js';
import { AttachmentsField } from './attachments.dto.js';

const idMax = 40;

/** The stored customer that an invoice is for. */
export abstract class CustomerReferenceFields extends AttachmentsField {
  @Text({
    max: idMax,
    optional: true,
    description: 'Id of a stored customer; what recipient says counts more, for this invoice only.',
    example: 'cus_0VtLk3Xq9…',
  })
  customer?: string;
}

/** The stored item that a line sells. */
export class ItemReferenceFields {
  @Text({
    max: idMax,
    optional: true,
    description: 'Id of a stored item; what the line says counts more, for this invoice only.',
    example: 'itm_0VtLk3Xq9…',
  })
  item?: string;

  @ExternalId({
    optional: true,
    description: 'Your own id of the item, which is stored or brought up to date with the line.',
  })
  external_id?: string;
}

import { Choice, Flag } from '../../common/http/fields.js';
import { type RequestedType, requestedTypes } from '../domain/document-type.js';
import { Day } from './invoice.fields.js';
import { ParticularsFields } from './particulars.dto.js';

/** Which document is asked for. */
export abstract class DocumentFields extends ParticularsFields {
  @Choice(requestedTypes, {
    optional: true,
    description: 'What it is; left out: an invoice. Each type has a series of its own.',
    example: 'invoice',
  })
  type?: RequestedType;

  @Day({
    optional: true,
    description: 'How long a quote holds; only for quotes.',
    example: '2026-02-28',
  })
  valid_until?: string;

  @Flag({
    optional: true,
    description: 'Stored without a number, to be looked at, changed, and issued or removed later.',
    example: false,
  })
  draft?: boolean;
}

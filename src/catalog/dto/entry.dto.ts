import { Answer } from '../../common/http/fields.js';

/** What every customer and item answers. */
export class EntryDto {
  @Answer({ type: 'string', description: 'Its id.' }) id: string;
  @Answer({ type: ['string', 'null'], description: 'Your own id.', example: 'crm-4711' })
  external_id: string | null;
  @Answer({ type: 'boolean', description: 'Whether it is not offered any more.' })
  archived: boolean;
  @Answer({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Your own data.',
  })
  metadata: Record<string, string>;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was stored.' })
  created_at: string;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was changed last.' })
  updated_at: string;
}

import { integerText } from '../../common/http/checks.js';
import { Cursor } from '../../common/http/cursor.js';
import { Answer, Choice, Field, Text } from '../../common/http/fields.js';
import { type EntryFilter } from '../catalog-entry.js';
import { ExternalId } from './external-id.field.js';

const limitMax = 100;
const limitDefault = 20;

/** The query of a list of customers or items; the account is never part of it. */
export abstract class ListEntriesDto {
  @Text({ max: 200, optional: true, description: 'Part of the name or description, or of an id.' })
  q?: string;

  @ExternalId({ optional: true, description: 'Exactly this id of your own, archived or not.' })
  external_id?: string;

  @Choice(['false', 'true', 'all'], {
    optional: true,
    description: 'Whether those that are archived are meant; left out: those that are not.',
  })
  archived?: 'false' | 'true' | 'all';

  @Field(
    { type: 'integer', minimum: 1, maximum: limitMax, default: limitDefault },
    integerText(1, limitMax),
    { optional: true, description: 'How many to answer.' },
  )
  limit?: string;

  abstract cursor?: string;

  /** How many are asked for, and which. */
  extent(): { limit: number; filter: EntryFilter } {
    const { q, external_id: externalId } = this;
    const archived = this.archived ?? (externalId == null ? 'false' : 'all');
    const filter = {
      q: q ?? undefined,
      externalId: externalId ?? undefined,
      archived: archived === 'all' ? undefined : archived === 'true',
    };
    return { limit: Number(this.limit ?? limitDefault), filter };
  }
}

/** The fields of a page but for its entries. */
export class EntryListDto {
  @Answer({ type: 'boolean', description: 'Whether there are older ones.' }) has_more: boolean;
  @Answer({ type: ['string', 'null'], description: 'Send it as cursor to get them.' }) next_cursor:
    string | null;
}

export class ListCustomersDto extends ListEntriesDto {
  @Cursor('cus') cursor?: string;
}

export class ListItemsDto extends ListEntriesDto {
  @Cursor('itm') cursor?: string;
}

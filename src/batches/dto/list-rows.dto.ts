import { integerText } from '../../common/http/checks.js';
import { Choice, Field } from '../../common/http/fields.js';
import { rowsMax, rowStatuses } from '../batch.js';

const limitMax = 100;

/** Which rows of a batch to answer. */
export class ListBatchRowsDto {
  @Choice(rowStatuses, { optional: true, description: 'Only rows that stand there.' })
  status?: string;

  @Field(
    { type: 'integer', minimum: 1, maximum: limitMax, default: limitMax },
    integerText(1, limitMax),
    { optional: true, description: 'How many rows to answer.' },
  )
  limit?: string;

  @Field({ type: 'string' }, integerText(0, rowsMax - 1), {
    optional: true,
    description: 'next_cursor of the page before.',
  })
  cursor?: string;

  /** How many rows are asked for, and behind which position. */
  static extentOf({ limit, cursor }: ListBatchRowsDto): { limit: number; after: number } {
    return { limit: Number(limit ?? limitMax), after: Number(cursor ?? -1) };
  }
}

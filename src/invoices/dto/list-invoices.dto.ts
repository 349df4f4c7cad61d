import { integerText } from '../../common/http/checks.js';
import { Cursor } from '../../common/http/cursor.js';
import { Answer, Field } from '../../common/http/fields.js';
import { InvoiceFilterDto } from './invoice-filter.dto.js';
import { InvoiceSummaryDto } from './invoice.dto.js';

const limitMax = 100;
/** How many invoices a page has unless the request says otherwise. */
export const limitDefault = 20;

/** The query of a list; the account is never part of it. */
export class ListInvoicesDto extends InvoiceFilterDto {
  @Field(
    { type: 'integer', minimum: 1, maximum: limitMax, default: limitDefault },
    integerText(1, limitMax),
    {
      optional: true,
      description: 'How many invoices to answer.',
    },
  )
  limit?: string;

  @Cursor('inv')
  cursor?: string;
}

export class InvoiceListDto {
  @Answer({ type: () => InvoiceSummaryDto, isArray: true, description: 'Invoices, newest first.' })
  data: InvoiceSummaryDto[];
  @Answer({ type: 'boolean', description: 'Whether there are older ones.' }) has_more: boolean;
  @Answer({ type: ['string', 'null'], description: 'Send it as cursor to get them.' }) next_cursor:
    string | null;
}

import { Choice, Currency, Pattern, Text } from '../../common/http/fields.js';
import { documentTypes } from '../domain/document-type.js';
import { Day } from './invoice.fields.js';

/** Which invoices of the account to answer, in a list or an export; the account is never part of it. */
export class InvoiceFilterDto {
  @Choice(['draft', 'issued', 'void'], {
    optional: true,
    description: 'Only invoices that stand there.',
  })
  status?: string;

  @Choice(documentTypes, { optional: true, description: 'Only documents of this type.' })
  type?: string;

  @Currency({ optional: true, description: 'Only invoices in this currency.' }) currency?: string;

  @Day({ optional: true, description: 'Only invoices of this date or later.' }) from?: string;

  @Day({ optional: true, description: 'Only invoices of this date or earlier.' }) to?: string;

  @Text({ max: 200, optional: true, description: 'Part of the recipient’s name or mail address.' })
  recipient?: string;

  @Text({ max: 40, optional: true, description: 'Exactly this number.' }) number?: string;

  @Pattern({
    max: 40,
    regex: /^cus_[0-9A-Za-z]+$/,
    expected: 'the id of a customer',
    optional: true,
    description: 'Only invoices that were made for the customer with this id.',
  })
  customer?: string;

  @Text({ max: 200, optional: true, description: 'Part of number, recipient or reference.' })
  q?: string;
}

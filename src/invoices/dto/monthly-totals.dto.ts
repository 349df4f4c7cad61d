import { integerText } from '../../common/http/checks.js';
import { Answer, Field } from '../../common/http/fields.js';
import { amount } from './invoice-parts.dto.js';

const monthsMax = 60;
/** How many months are answered unless the request says otherwise. */
export const monthsDefault = 12;

export class MonthlyTotalsQueryDto {
  @Field(
    { type: 'integer', minimum: 1, maximum: monthsMax, default: monthsDefault },
    integerText(1, monthsMax),
    { optional: true, description: 'How many months, the current one included.' },
  )
  months?: string;
}

export class MonthTotalDto {
  @Answer({ type: 'string', description: 'Year and month.', example: '2025-12' }) month: string;
  @Answer({ type: 'integer', description: 'How many invoices have a date in it.' })
  invoices: number;
  @Answer({
    ...amount,
    description: 'The sum of their totals, less the credit notes with a date in it.',
  })
  total: string;
}

export class CurrencyTotalsDto {
  @Answer({ type: 'string', description: 'ISO 4217 code.', example: 'USD' }) currency: string;
  @Answer({ type: 'integer', description: 'How many invoices in all these months.' })
  invoices: number;
  @Answer({
    type: () => MonthTotalDto,
    isArray: true,
    description: 'Every month, oldest first; those without an invoice too.',
  })
  months: MonthTotalDto[];
}

/** What was invoiced month by month, each currency for itself. */
export class MonthlyTotalsDto {
  @Answer({
    type: () => CurrencyTotalsDto,
    isArray: true,
    description: 'The currency with the most invoices first.',
  })
  currencies: CurrencyTotalsDto[];
}

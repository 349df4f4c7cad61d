import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { currencyDecimals, formatMinor } from '../money/currency.js';
import { monthOfDay, monthsUpTo } from './domain/months.js';
import { type CurrencyTotalsDto, type MonthlyTotalsDto } from './dto/monthly-totals.dto.js';
import { type MonthTotal, MonthlyTotalsRepository } from './monthly-totals.repository.js';

/** What an account has invoiced month by month; amounts of two currencies are never added. */
@Injectable()
export class MonthlyTotalsService {
  constructor(
    private readonly totals: MonthlyTotalsRepository,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  /** The last `monthCount` months by date of invoice, the current one of the organization's time zone included. */
  async get(accountId: string, monthCount: number): Promise<MonthlyTotalsDto> {
    const { time_zone: timeZone } = await this.organizations.get(accountId);
    const thisMonth = monthOfDay(dayIn(timeZone, this.clock.now()));
    const months = monthsUpTo(thisMonth, monthCount);
    const range = { firstMonth: months[0] ?? thisMonth, lastMonth: thisMonth };
    const found = await this.totals.byMonthAndCurrency(accountId, range);
    const currencies = [...byCurrency(found)].map(([currency, sums]) =>
      currencyTotals(currency, months, sums),
    );
    return { currencies: currencies.sort(mostInvoicesFirst) };
  }
}

function byCurrency(totals: readonly MonthTotal[]): Map<string, MonthTotal[]> {
  const groups = new Map<string, MonthTotal[]>();
  for (const total of totals) {
    const group = groups.get(total.currency);
    if (group === undefined) groups.set(total.currency, [total]);
    else group.push(total);
  }
  return groups;
}

function currencyTotals(
  currency: string,
  months: readonly string[],
  found: readonly MonthTotal[],
): CurrencyTotalsDto {
  const sums = new Map(found.map((sum) => [sum.month, sum]));
  const decimals = currencyDecimals(currency) ?? 2;
  return {
    currency,
    invoices: found.reduce((count, { invoices }) => count + invoices, 0),
    months: months.map((month) => {
      const { invoices, totalMinor } = sums.get(month) ?? { invoices: 0, totalMinor: 0n };
      return { month, invoices, total: formatMinor(totalMinor, decimals) };
    }),
  };
}

/** Those with equally many invoices in the order of their codes. */
function mostInvoicesFirst(left: CurrencyTotalsDto, right: CurrencyTotalsDto): number {
  return right.invoices - left.invoices || (left.currency < right.currency ? -1 : 1);
}

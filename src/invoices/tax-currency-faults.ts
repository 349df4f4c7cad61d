import { type Fault } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';

/** A currency of taxation needs its exchange rate, an exchange rate its currency, and both another currency. */
export function taxCurrencyFaults(
  {
    tax_currency: taxCurrency,
    exchange_rate: rate,
  }: { tax_currency?: unknown; exchange_rate?: unknown },
  currency: string,
): Fault[] {
  if ((taxCurrency == null) !== (rate == null)) {
    const name = rate == null ? 'exchange_rate' : 'tax_currency';
    return [
      {
        pointer: pointer(name),
        code: 'tax_currency_and_rate',
        message: 'Send tax_currency and exchange_rate together.',
      },
    ];
  }
  if (taxCurrency == null || taxCurrency !== currency) return [];
  const message = 'This is the currency of the invoice, which its taxes are in anyway.';
  return [{ pointer: '/tax_currency', code: 'same_currency', message }];
}

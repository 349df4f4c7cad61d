import { type Organization } from '../accounts/organization.js';
import { currencyDecimals, formatMinor, toMinor } from '../money/currency.js';
import { decimalText, readDecimal } from '../money/decimal.js';
import { decimalOf, exchangeRateOf } from '../money/checked-decimal.js';
import { settle, type Settlement, type TaxCurrency } from './domain/settlement.js';
import { type Totals } from './domain/totals.js';
import { type SettlementFields } from './dto/settlement.dto.js';
import { type InvoiceSettlement } from './invoice.js';

/** What the settlement of a request without faults comes to; undefined when an amount is too large. */
export function draftSettlement(
  request: SettlementFields,
  totals: Totals,
  { currency, organization }: { currency: string; organization: Organization },
): InvoiceSettlement | undefined {
  const decimals = currencyDecimals(currency) ?? 2;
  const usual = organization.currency === currency ? organization.cash_rounding : null;
  const cashRoundingMinor = minorOf(request.cash_rounding ?? usual ?? '0', decimals);
  const settled = settle(totals, {
    currencyDecimals: decimals,
    withholdings: (request.withholdings ?? []).map(({ name, rate, base }) => ({
      name,
      rate: decimalOf(rate),
      base: base ?? 'net',
    })),
    prepaidMinor: minorOf(request.prepaid_amount ?? '0', decimals),
    cashRoundingMinor,
    taxCurrency: taxCurrencyOf(request),
  });
  if (settled === undefined) return undefined;
  const cashRounding = cashRoundingMinor > 0n ? formatMinor(cashRoundingMinor, decimals) : null;
  return { ...invoiceSettlement(request, settled), cashRounding };
}

function taxCurrencyOf({
  tax_currency: currency,
  exchange_rate: rate,
}: SettlementFields): TaxCurrency | undefined {
  if (currency == null || rate == null) return undefined;
  return { decimals: currencyDecimals(currency) ?? 2, exchangeRate: exchangeRateOf(rate) };
}

/** An amount that the currency has no coins for, such as the profile's step of 0.05 for yen, counts as none. */
function minorOf(amount: string | number, decimals: number): bigint {
  const reading = readDecimal(amount);
  return (reading.ok ? toMinor(reading.value, decimals) : undefined) ?? 0n;
}

function invoiceSettlement(
  request: SettlementFields,
  settled: Settlement,
): Omit<InvoiceSettlement, 'cashRounding'> {
  const { taxCurrencyTotalMinor, withholdings, ...amounts } = settled;
  const { tax_currency: currency, exchange_rate: rate } = request;
  return {
    ...amounts,
    withholdings: withholdings.map((each) => ({ ...each, rate: decimalText(each.rate) })),
    taxCurrency:
      currency == null || rate == null || taxCurrencyTotalMinor === undefined
        ? null
        : {
            currency,
            exchangeRate: decimalText(exchangeRateOf(rate)),
            taxTotalMinor: taxCurrencyTotalMinor,
          },
  };
}

import { currencyDecimals, formatMinor } from '../../money/currency.js';
import { type InvoiceHead } from '../invoice.js';
import { type SettlementAnswerDto } from './settlement.dto.js';

/** The settlement of an invoice as it is answered, every amount with the decimals of its currency. */
export function settlementAnswer({
  currency,
  settlement,
}: Pick<InvoiceHead, 'currency' | 'settlement'>): SettlementAnswerDto {
  const text = (minor: bigint, code = currency) => formatMinor(minor, currencyDecimals(code) ?? 2);
  const { withholdings, taxCurrency } = settlement;
  return {
    withholdings: withholdings.map(({ name, rate, base, baseMinor, amountMinor }) => ({
      name,
      rate,
      base,
      base_amount: text(baseMinor),
      amount: text(amountMinor),
    })),
    withholding_total: text(settlement.withholdingTotalMinor),
    prepaid_amount: text(settlement.prepaidMinor),
    cash_rounding: settlement.cashRounding,
    rounding_amount: text(settlement.roundingMinor),
    amount_due: text(settlement.amountDueMinor),
    tax_currency: taxCurrency?.currency ?? null,
    exchange_rate: taxCurrency?.exchangeRate ?? null,
    tax_total_in_tax_currency: taxCurrency && text(taxCurrency.taxTotalMinor, taxCurrency.currency),
  };
}

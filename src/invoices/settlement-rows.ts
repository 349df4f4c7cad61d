import { minorUnits, type SqlValue } from '../common/database/database.js';
import { type InvoiceHead, type InvoiceSettlement, type InvoiceWithholding } from './invoice.js';

type Stored = string | number;

/** The settlement of an invoice as the database answers it; all null where there is nothing to settle. */
export interface SettlementRow {
  readonly total_minor: Stored;
  readonly withholdings: string | null;
  readonly cash_rounding: string | null;
  readonly prepaid_minor: Stored | null;
  readonly rounding_minor: Stored | null;
  readonly amount_due_minor: Stored | null;
  readonly tax_currency: string | null;
  readonly exchange_rate: string | null;
  readonly tax_currency_total_minor: Stored | null;
}

/** The columns of {@link SettlementRow}. */
export const settlementColumns = `i.withholdings, i.prepaid_minor, i.cash_rounding, i.rounding_minor, i.amount_due_minor, i.tax_currency,
  i.exchange_rate, i.tax_currency_total_minor`;

/** Invoices that were made before there was anything to settle are due in full. */
export function settlementOf(row: SettlementRow): InvoiceSettlement {
  const prepaidMinor = minorUnits(row.prepaid_minor ?? 0);
  const roundingMinor = minorUnits(row.rounding_minor ?? 0);
  const amountDueMinor = minorUnits(row.amount_due_minor ?? row.total_minor);
  const { tax_currency: currency, exchange_rate: exchangeRate } = row;
  return {
    withholdings: withholdingsOf(row.withholdings ?? '[]'),
    withholdingTotalMinor:
      minorUnits(row.total_minor) - prepaidMinor + roundingMinor - amountDueMinor,
    prepaidMinor,
    cashRounding: row.cash_rounding,
    roundingMinor,
    amountDueMinor,
    taxCurrency:
      currency === null || exchangeRate === null
        ? null
        : { currency, exchangeRate, taxTotalMinor: minorUnits(row.tax_currency_total_minor ?? 0) },
  };
}

/** The values of {@link SettlementRow} in a new row of `invoices`. */
export function settlementValues({
  settlement,
}: Pick<InvoiceHead, 'settlement'>): Record<string, SqlValue> {
  const { withholdings, taxCurrency } = settlement;
  return {
    withholdings: withholdings.length === 0 ? null : withholdingsJson(withholdings),
    prepaid_minor: settlement.prepaidMinor === 0n ? null : settlement.prepaidMinor,
    cash_rounding: settlement.cashRounding,
    rounding_minor: settlement.roundingMinor,
    amount_due_minor: settlement.amountDueMinor,
    tax_currency: taxCurrency?.currency ?? null,
    exchange_rate: taxCurrency?.exchangeRate ?? null,
    tax_currency_total_minor: taxCurrency?.taxTotalMinor ?? null,
  };
}

/** Amounts go into JSON as text, because JSON knows no bigint. */
function withholdingsJson(withholdings: readonly InvoiceWithholding[]): string {
  return JSON.stringify(withholdings, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

function withholdingsOf(json: string): InvoiceWithholding[] {
  type StoredWithholding = InvoiceWithholding & { baseMinor: string; amountMinor: string };
  return (JSON.parse(json) as StoredWithholding[]).map((stored) => ({
    ...stored,
    baseMinor: BigInt(stored.baseMinor),
    amountMinor: BigInt(stored.amountMinor),
  }));
}

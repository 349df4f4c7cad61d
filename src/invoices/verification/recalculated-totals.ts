import { toMinor } from '../../money/currency.js';
import { decimalOf } from '../../money/checked-decimal.js';
import { decimalsOf, taxFigures } from '../crediting/credit-note-figures.js';
import { type Reduction as Figures } from '../domain/line-amount.js';
import { calculateTotals, type Totals } from '../domain/totals.js';
import { type Adjustment, type InvoiceDraft, type Reduction } from '../invoice.js';

/** What the lines, discounts and charges of a snapshot come to now; undefined where they come to nothing. */
export function recalculatedTotals(invoice: InvoiceDraft): Totals | undefined {
  const decimals = decimalsOf(invoice);
  const adjustment = (sent: Adjustment) => ({
    ...reductionFigures(sent, decimals),
    taxes: sent.taxes?.map(taxFigures),
  });
  const result = calculateTotals({
    currencyDecimals: decimals,
    pricesIncludeTax: invoice.pricesIncludeTax,
    lines: invoice.lines.map((line) => ({
      quantity: decimalOf(line.quantity),
      unitPrice: decimalOf(line.unitPrice),
      discount: line.discount === null ? undefined : reductionFigures(line.discount, decimals),
      taxes: line.taxes.map(taxFigures),
    })),
    discounts: invoice.discounts.map(adjustment),
    charges: invoice.charges.map(adjustment),
  });
  return result.ok ? result.totals : undefined;
}

function reductionFigures({ percent, amount }: Reduction, decimals: number): Figures {
  if (percent !== undefined) return { percent: decimalOf(percent) };
  return { amountMinor: toMinor(decimalOf(amount ?? '0'), decimals) ?? 0n };
}

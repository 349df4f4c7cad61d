import { type DocumentTotals } from '../model.js';
import { attributeOf, textOf } from './xml-query.js';
import { type XmlElement } from './xml-tree.js';

/**
 * BT-110 and BT-111 have the same name in both syntaxes and are told apart by their currencies; an amount that
 * names neither is that of the document.
 */
export function taxTotalsOf(
  amounts: readonly XmlElement[],
  { currency, taxCurrency }: { currency: string | undefined; taxCurrency: string | undefined },
): Pick<DocumentTotals, 'taxTotal' | 'taxTotalInTaxCurrency'> {
  const currencyOf = (amount: XmlElement): string | undefined => attributeOf(amount, 'currencyID');
  const other =
    taxCurrency === undefined || taxCurrency === currency
      ? undefined
      : amounts.find((amount) => currencyOf(amount) === taxCurrency);
  const own =
    amounts.find((amount) => currencyOf(amount) === currency) ??
    amounts.find((amount) => amount !== other);
  return { taxTotal: textOf(own), taxTotalInTaxCurrency: textOf(other) };
}

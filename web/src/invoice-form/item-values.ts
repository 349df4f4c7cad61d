import { type Item } from '../catalog/catalog-data';
import { type LineValues } from './invoice-values';

/** A line with what is stored of an item; a price in another currency than the invoice's is left open. */
export function lineOfItem(line: LineValues, item: Item, currency: string): LineValues {
  const { details, unit, unit_code: code, unit_price: price, tax_rate: rate, taxes } = item;
  const isPriced = price !== null && (item.currency === null || item.currency === currency);
  const { tax_rate: formerRate, taxes: formerTaxes, ...kept } = line;
  const former = {
    ...(formerRate !== undefined && { tax_rate: formerRate }),
    ...(formerTaxes !== undefined && { taxes: formerTaxes }),
  };
  return {
    ...kept,
    description: item.description,
    ...(details !== null && { details }),
    ...(unit !== null && { unit }),
    ...(code !== null && { unit_code: code }),
    ...(isPriced && { unit_price: price }),
    // An item that says nothing of taxes leaves those of the line.
    ...(rate !== null ? { tax_rate: rate } : taxes === null ? former : taxesOf(taxes)),
  };
}

function taxesOf(taxes: NonNullable<Item['taxes']>): Pick<LineValues, 'taxes'> {
  return { taxes: taxes.map((tax) => ({ ...tax, rate: String(tax.rate) })) };
}

import { money } from '../ui/formats';
import { type Item } from './catalog-data';

/** The price of an item as people read it; undefined where each invoice has its own. */
export function priceText({ unit_price: price, currency, unit }: Item): string | undefined {
  if (price === null) return undefined;
  const amount = currency === null ? price : money(twoDecimals(price), currency);
  return unit === null ? amount : `${amount} / ${unit}`;
}

/** "150" reads as a count; prices are written with two decimals at least, where they have any at all. */
function twoDecimals(price: string): string {
  const [whole = '', decimals = ''] = price.split('.');
  return decimals === '' ? whole : `${whole}.${decimals.padEnd(2, '0')}`;
}

/** The taxes that have names of their own; undefined where there are none. */
export function taxesText({ taxes }: Item): string | undefined {
  if (taxes === null || taxes.length === 0) return undefined;
  return taxes.map(({ name, rate }) => `${name} ${rate} %`).join(', ');
}

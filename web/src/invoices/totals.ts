import { money } from '../ui/formats';
import { type Invoice } from './create-request';

type Figures = Pick<Invoice, 'currency' | 'subtotal' | 'discounts' | 'charges' | 'taxes'>;

/** A sum of an invoice as it is shown. */
export interface Sum {
  readonly name: string;
  readonly amount: string;
}

/** What stands between the items of an invoice and its total, in the order in which it is added up. */
export function sumsOf({ currency, subtotal, discounts, charges, taxes }: Figures): Sum[] {
  const sum = (name: string, amount: string) => ({ name, amount: money(amount, currency) });
  return [
    sum('Subtotal', subtotal),
    ...discounts.map((entry) => sum(nameOf('Discount', entry), negative(entry.net_amount))),
    ...charges.map((entry) => sum(nameOf('Charge', entry), entry.net_amount)),
    ...taxes.map((tax) => sum(`${tax.name} ${tax.rate}%`, tax.tax_amount)),
  ];
}

function nameOf(usual: string, { reason, percent }: Invoice['discounts'][number]): string {
  const name = reason ?? usual;
  return percent === undefined ? name : `${name} (${percent}%)`;
}

/** The same amount on the other side of zero, as a text. */
function negative(amount: string): string {
  if (!/[1-9]/.test(amount)) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

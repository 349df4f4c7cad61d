import { money } from '../ui/formats';
import { type Invoice } from './create-request';

type Figures = Pick<Invoice, 'currency' | 'subtotal' | 'discounts' | 'charges' | 'taxes'>;

/** A sum of an invoice as it is shown. */
export interface Sum {
  readonly name: string;
  readonly amount: string;
  readonly strong?: boolean;
}

/** What stands between the items of an invoice and its total, in the order in which it is added up. */
export function sumsOf({ currency, subtotal, discounts, charges, taxes }: Figures): Sum[] {
  const sum = (name: string, amount: string) => ({ name, amount: money(amount, currency) });
  return [
    sum('Subtotal', subtotal),
    ...discounts.map((entry) => sum(nameOf('Discount', entry), negative(entry.net_amount))),
    ...charges.map((entry) => sum(nameOf('Charge', entry), entry.net_amount)),
    ...taxes.map((tax) => sum(taxName(tax), tax.tax_amount)),
  ];
}

function taxName({ name, rate, exemption_reason: reason }: Invoice['taxes'][number]): string {
  return reason === undefined ? `${name} ${rate}%` : `${name} ${rate}%: ${reason}`;
}

type Settled = Pick<
  Invoice,
  | 'type'
  | 'currency'
  | 'withholdings'
  | 'prepaid_amount'
  | 'rounding_amount'
  | 'amount_due'
  | 'tax_currency'
  | 'tax_total_in_tax_currency'
>;

/** What stands below the total: the tax in another currency, and how the total becomes the amount due. */
export function settlementSums(invoice: Settled): Sum[] {
  const { currency, withholdings, rounding_amount: rounding, prepaid_amount: prepaid } = invoice;
  const { tax_currency: taxCurrency, tax_total_in_tax_currency: converted } = invoice;
  const told =
    taxCurrency === null || converted === null
      ? []
      : [{ name: `Tax total in ${taxCurrency}`, amount: money(converted, taxCurrency) }];
  const changes = [
    ...withholdings.map(({ name, rate, amount }) => ({
      name: `${name} ${rate}%`,
      amount: money(negative(amount), currency),
    })),
    ...(/[1-9]/.test(prepaid)
      ? [{ name: 'Already paid', amount: money(negative(prepaid), currency) }]
      : []),
    ...(/[1-9]/.test(rounding) ? [{ name: 'Rounding', amount: money(rounding, currency) }] : []),
  ];
  // A quote asks for no money yet.
  if (changes.length === 0 || invoice.type === 'quote') return told;
  const name = invoice.type === 'credit_note' ? 'Amount credited' : 'Amount due';
  const due = { name, amount: money(invoice.amount_due, currency), strong: true };
  return [...told, ...changes, due];
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

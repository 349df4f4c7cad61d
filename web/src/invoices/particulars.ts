import { eInvoiceFormat } from '../ui/e-invoice-formats';
import { day } from '../ui/formats';
import { addressText } from '../ui/identifier-schemes';
import { meansText } from '../ui/payment-means';
import { addressLines } from './address-lines';
import { type Invoice } from './create-request';

interface Particular {
  readonly name: string;
  readonly lines: readonly string[];
}

/** What an invoice says for e-invoices and bookkeepers; what it does not say is left out. */
export function particularsOf(invoice: Invoice): readonly Particular[] {
  const { recipient, references, period } = invoice;
  const all: readonly (readonly [string, readonly (string | null | undefined)[]])[] = [
    ['Made as', [eInvoiceFormat(invoice.format)?.label]],
    ['Contact', [recipient.contact_name]],
    ['Buyer reference', [recipient.buyer_reference]],
    ['Electronic address', recipient.electronic_addresses?.map(addressText) ?? []],
    ['Delivery', deliveryLines(invoice)],
    ['Billing period', [period && periodText(period)]],
    ['Contract', [references?.contract]],
    ['Project', [references?.project]],
    ['Sales order', [references?.sales_order]],
    ['Accounting reference', [references?.accounting]],
    ['Earlier invoices', invoice.preceding_invoices.map(earlierText)],
    ['Payment', paymentLines(invoice)],
  ];
  return all
    .map(([name, lines]) => ({
      name,
      lines: lines.filter((line) => line != null && line !== '') as string[],
    }))
    .filter(({ lines }) => lines.length > 0);
}

function deliveryLines({ delivery }: Invoice): readonly (string | undefined)[] {
  if (delivery == null) return [];
  const { date, name, address } = delivery;
  return [date && day(date), name, ...addressLines(address)];
}

/** Days from and to; one of them may be open. */
export function periodText({ start, end }: NonNullable<Invoice['period']>): string {
  if (start === undefined) return end === undefined ? '' : `until ${day(end)}`;
  return end === undefined ? `from ${day(start)}` : `${day(start)} – ${day(end)}`;
}

function earlierText({ number, date }: Invoice['preceding_invoices'][number]): string {
  return date === undefined ? number : `${number} of ${day(date)}`;
}

function paymentLines({ payment }: Invoice): readonly (string | undefined)[] {
  const { means, mandate, debited_iban: debited, card_last_digits: digits } = payment ?? {};
  return [
    means && meansText(means),
    mandate && `Mandate ${mandate}`,
    debited && `From ${debited}`,
    digits && `Card ending in ${digits}`,
    payment?.card_holder,
  ];
}

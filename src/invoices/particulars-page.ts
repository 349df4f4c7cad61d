import { type PdfDocument, type PdfFact } from '../pdf/pdf-document.js';
import { addressLines } from './domain/party.js';
import { type Texts } from './texts.js';
import { type InvoiceDraft } from './invoice.js';
import { type Period } from './particulars.js';
import { partyOf } from './party-mapping.js';
import { countryName, type TextFormats } from './text-formats.js';

/** What the page says about the business that the invoice is for; empty ones are left out by the caller. */
export function particularsFacts(
  { particulars, recipient }: InvoiceDraft,
  { words, formats }: Texts,
): PdfFact[] {
  const { delivery, period, references = {}, preceding_invoices: preceding = [] } = particulars;
  const earlier = preceding.map(({ number, date }) =>
    date === undefined ? words.apart(number) : `${words.apart(number)}, ${formats.day(date)}`,
  );
  return [
    { label: words.stacked('buyer_reference'), value: recipient.buyerReference ?? '' },
    {
      label: words.stacked('delivery_date'),
      value: delivery?.date === undefined ? '' : formats.day(delivery.date),
    },
    { label: words.stacked('billing_period'), value: period ? periodText(period, formats) : '' },
    { label: words.stacked('contract'), value: references.contract ?? '' },
    { label: words.stacked('project'), value: references.project ?? '' },
    { label: words.stacked('sales_order'), value: references.sales_order ?? '' },
    { label: words.stacked('preceding_invoice'), value: earlier.join('\n') },
  ];
}

/** Where the goods went, where that is said. */
export function deliveryText(
  { particulars: { delivery }, language }: InvoiceDraft,
  { words }: Texts,
): PdfDocument['texts'][number] {
  const { name = '', address = {} } = delivery ?? {};
  const place = partyOf(name, { address }).address ?? {};
  const country = place.country === undefined ? undefined : countryName(place.country, language);
  const lines = [name, ...addressLines(place, country)].filter((line) => line !== '');
  return { title: words.line('delivered_to'), text: lines.join('\n') };
}

/** A period in words; one that is open ends in a dash. */
export function periodText({ start, end }: Period, formats: TextFormats): string {
  if (start !== undefined && end !== undefined) return formats.days(start, end);
  if (start !== undefined) return `${formats.day(start)} –`;
  return end === undefined ? '' : `– ${formats.day(end)}`;
}

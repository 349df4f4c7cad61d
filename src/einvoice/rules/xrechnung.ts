import { type EInvoice } from '../model.js';
import { centsOf } from './decimals.js';
import { isSaid, type Finding, unless } from './finding.js';
import { germanFindings } from './germany.js';
import { leitwegFindings } from './identifiers.js';

/** What XRechnung 3.0.2 wants beside EN 16931. */
export function xrechnungFindings(invoice: EInvoice): Finding[] {
  return [
    ...germanFindings(invoice, (number) => `BR-DE-${number}`),
    ...leitwegFindings(invoice, 'BR-DE-15'),
    ...networkFindings(invoice),
  ];
}

/** What XRechnung and Peppol have in common. */
export function networkFindings(invoice: EInvoice): Finding[] {
  const { seller, buyer, payment, process, period, lines } = invoice;
  const isDebit = payment?.meansCode === '49' || payment?.meansCode === '59';
  const hint = (party: string): string =>
    `Add electronic_addresses to the ${party}, such as {"scheme":"0088","id":"4012345000009"}.`;
  return [
    ...unless(isSaid(process), {
      rule: 'PEPPOL-EN16931-R001',
      pointer: '',
      message: 'The document does not name its business process.',
    }),
    ...unless(seller.electronicAddress !== undefined, {
      rule: 'PEPPOL-EN16931-R020',
      pointer: '/organization/electronic_addresses',
      message: 'The seller has no electronic address that the format allows.',
      hint: hint('organization'),
    }),
    ...unless(buyer.electronicAddress !== undefined, {
      rule: 'PEPPOL-EN16931-R010',
      pointer: '/recipient/electronic_addresses',
      message: 'The buyer has no electronic address that the format allows.',
      hint: hint('recipient'),
    }),
    ...unless(!isDebit || isSaid(payment.directDebit?.mandate), {
      rule: 'PEPPOL-EN16931-R061',
      pointer: '/payment/mandate',
      message: 'A direct debit needs the reference of its mandate.',
    }),
    ...signFindings(invoice),
    ...lines.flatMap((line, at) => [
      ...unless(isNotBefore(line.period?.start, period?.start), {
        rule: 'PEPPOL-EN16931-R110',
        pointer: `/line_items/${at}/period/start`,
        message: 'The period of the line begins before that of the invoice.',
      }),
      ...unless(isNotBefore(period?.end, line.period?.end), {
        rule: 'PEPPOL-EN16931-R111',
        pointer: `/line_items/${at}/period/end`,
        message: 'The period of the line ends after that of the invoice.',
      }),
    ]),
  ];
}

/** Tax is owed or given back in both currencies. */
function signFindings({ totals }: EInvoice): Finding[] {
  const tax = centsOf(totals.taxTotal) ?? 0n;
  const converted = centsOf(totals.taxTotalInTaxCurrency) ?? 0n;
  return unless(tax * converted >= 0n, {
    rule: 'PEPPOL-EN16931-R055',
    pointer: '/tax_currency',
    message: 'The tax is owed in one currency and given back in the other.',
  });
}

/** Days of ISO 8601 sort as texts; what is not said bounds nothing. */
function isNotBefore(day: string | undefined, earliest: string | undefined): boolean {
  return day === undefined || earliest === undefined || day >= earliest;
}

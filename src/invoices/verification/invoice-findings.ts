import { sumOf } from '../../money/rounding.js';
import { type Invoice, type InvoiceDraft } from '../invoice.js';
import { recalculatedTotals } from './recalculated-totals.js';

/**
 * What is wrong with the figures of a stored invoice, a sentence each: they must add up, be what its lines come
 * to, and count exactly the credit notes that stand. A credit note is a share of its invoice, so it is only
 * added up.
 */
export function invoiceFindings(invoice: Invoice): string[] {
  const { settlement } = invoice;
  const standing = invoice.creditNotes.filter(({ status }) => status === 'issued');
  const sums: [what: string, stored: bigint, expected: bigint][] = [
    ['subtotal', invoice.subtotalMinor, sumOf(invoice.lines.map(({ netMinor }) => netMinor))],
    ['discount_total', invoice.discountTotalMinor, netSum(invoice.discounts)],
    ['charge_total', invoice.chargeTotalMinor, netSum(invoice.charges)],
    ['tax_total', invoice.taxTotalMinor, sumOf(invoice.taxes.map(({ taxMinor }) => taxMinor))],
    [
      'total',
      invoice.totalMinor,
      invoice.subtotalMinor -
        invoice.discountTotalMinor +
        invoice.chargeTotalMinor +
        invoice.taxTotalMinor,
    ],
    [
      'amount_due',
      settlement.amountDueMinor,
      invoice.totalMinor -
        settlement.withholdingTotalMinor -
        settlement.prepaidMinor +
        settlement.roundingMinor,
    ],
    ['credited_total', invoice.creditedMinor, sumOf(standing.map(({ totalMinor }) => totalMinor))],
  ];
  const wrong = sums
    .filter(([, stored, expected]) => stored !== expected)
    .map(([what, stored, expected]) => `${what} is ${stored}, not ${expected} minor units`);
  return invoice.type === 'credit_note' ? wrong : [...wrong, ...calculationFindings(invoice)];
}

function netSum(rows: readonly { readonly netMinor: bigint }[]): bigint {
  return sumOf(rows.map(({ netMinor }) => netMinor));
}

function calculationFindings(invoice: InvoiceDraft): string[] {
  const totals = recalculatedTotals(invoice);
  if (totals === undefined) return ['its lines come to nothing'];
  const figures = ({
    lines,
    discounts,
    charges,
    taxes,
    totalMinor,
  }: typeof totals | InvoiceDraft) =>
    [
      ...lines.flatMap((line) => [line.amountMinor, line.discountMinor, line.netMinor]),
      ...[...discounts, ...charges].flatMap((row) => [row.amountMinor, row.netMinor]),
      ...taxes.flatMap((tax) => [tax.taxableMinor, tax.taxMinor]),
      totalMinor,
    ].join(' ');
  return figures(invoice) === figures(totals) ? [] : ['its figures are not what its lines come to'];
}

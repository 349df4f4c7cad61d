import { isInvoiceCurrency } from '../codes/currencies.js';
import { type EInvoice, type Period } from '../model.js';
import { type Finding, isSaid, unless } from './finding.js';

/** UNCL 1001 has many more; these are what a request can come to, and what other programs usually send. */
const typeCodes =
  '71 80 81 82 83 84 102 130 202 203 204 211 218 219 261 262 295 296 308 325 326 331 380 381 382 383 384 385 386 387 388 389 390 393 394 395 396 420 456 457 458 471 472 473 500 501 502 503 527 532 553 575 623 633 751 780 817 870 875 876 877 935'.split(
    ' ',
  );

/** What EN 16931 wants of a document as a whole. */
export function documentFindings(invoice: EInvoice): Finding[] {
  const { typeCode } = invoice;
  return [
    ...unless(isSaid(invoice.specification), {
      rule: 'BR-01',
      pointer: '',
      message: 'The document does not say which specification it follows.',
    }),
    ...unless(isSaid(invoice.number), {
      rule: 'BR-02',
      pointer: '/invoice_number',
      message: 'The document has no number.',
    }),
    ...unless(isSaid(invoice.issueDate), {
      rule: 'BR-03',
      pointer: '/date',
      message: 'The document has no date.',
    }),
    ...unless(typeCodes.includes(typeCode ?? ''), {
      rule: typeCode === undefined ? 'BR-04' : 'BR-CL-01',
      pointer: '/type',
      message: 'The document does not say with a code of UNCL 1001 what it is.',
    }),
    ...currencyFindings(invoice),
    ...unless(invoice.lines.length > 0, {
      rule: 'BR-16',
      pointer: '/line_items',
      message: 'The document has no lines.',
    }),
    ...periodFindings(invoice.period, '/period', { reversed: 'BR-29', empty: 'BR-CO-19' }),
    ...invoice.precedingInvoices.flatMap(({ number }, index) =>
      unless(isSaid(number), {
        rule: 'BR-55',
        pointer: `/preceding_invoices/${index}/number`,
        message: 'An earlier invoice is named without its number.',
      }),
    ),
    ...noteFindings(invoice),
  ];
}

function currencyFindings({ currency, taxCurrency, totals }: EInvoice): Finding[] {
  return [
    ...unless(currency !== undefined && isInvoiceCurrency(currency), {
      rule: currency === undefined ? 'BR-05' : 'BR-CL-04',
      pointer: '/currency',
      message: `${currency ?? 'The currency'} is not in the list of currencies of EN 16931.`,
    }),
    ...unless(taxCurrency === undefined || isInvoiceCurrency(taxCurrency), {
      rule: 'BR-CL-05',
      pointer: '/tax_currency',
      message: `${taxCurrency ?? ''} is not in the list of currencies of EN 16931.`,
    }),
    ...unless(taxCurrency === undefined || isSaid(totals.taxTotalInTaxCurrency), {
      rule: 'BR-53',
      pointer: '/tax_currency',
      message: 'The tax total in the currency of taxation is missing.',
    }),
  ];
}

/** A period needs a day, and must not end before it begins. */
export function periodFindings(
  period: Period | undefined,
  pointer: string,
  rules: { readonly reversed: string; readonly empty: string },
): Finding[] {
  if (period === undefined) return [];
  const { start, end } = period;
  const isReversed = isSaid(start) && isSaid(end) && end < start;
  return [
    ...unless(isSaid(start) || isSaid(end), {
      rule: rules.empty,
      pointer,
      message: 'The period has neither a first nor a last day.',
    }),
    ...unless(!isReversed, {
      rule: rules.reversed,
      pointer: `${pointer}/end`,
      message: 'The period ends before it begins.',
    }),
  ];
}

/** A note that begins like "#ABC#" is read as one with a subject code (BR-CL-08). */
function noteFindings({ notes }: EInvoice): Finding[] {
  return unless(!notes.some((note) => /^\s*#[^#]{3}#/.test(note)), {
    rule: 'BR-CL-08',
    pointer: '/notes',
    message: 'A note that begins with three characters between # is taken for a subject code.',
    hint: 'Begin the notes with another text.',
  });
}

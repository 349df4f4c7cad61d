import { type Fault } from '../../common/errors/app-error.js';
import { type EInvoiceFormat, formatFacts } from '../../einvoice/formats.js';
import { type Finding, findingsOf } from '../../einvoice/rules/rules.js';
import { isExemptCategory, type TaxCategory } from '../../money/tax-category.js';
import { type InvoiceDraft, type InvoiceTax } from '../invoice.js';
import { eInvoiceOf } from './e-invoice-of.js';

/** Stands for the number that an invoice is still to get. */
const numberToCome = '0';

/** What stands between an invoice and a format; nothing where the e-invoice can be made. */
export function eInvoiceFindings(
  invoice: InvoiceDraft,
  format: EInvoiceFormat,
  number = numberToCome,
): Finding[] {
  const { profile, syntax } = formatFacts[format];
  return [
    ...inexpressible(invoice),
    ...(syntax === 'cii' ? precedingFindings(invoice) : []),
    ...(syntax === 'cii' && profile === 'xrechnung' ? signFindings(invoice) : []),
    ...findingsOf(eInvoiceOf(invoice, format, number), profile),
  ];
}

/** The same as faults of a request. */
export function eInvoiceFaults(invoice: InvoiceDraft, format: EInvoiceFormat): Fault[] {
  return eInvoiceFindings(invoice, format).map(faultOf);
}

/** What stands between an invoice that is to be made and the format that it is to be made as, if any. */
export function ownFormatFaults(invoice: InvoiceDraft): Fault[] {
  return invoice.format === null ? [] : eInvoiceFaults(invoice, invoice.format);
}

function faultOf({ rule, pointer, message, hint }: Finding): Fault {
  return { pointer, code: 'e_invoice_rule', rule, message, ...(hint !== undefined && { hint }) };
}

/** What Finvo can invoice and EN 16931 has no words for. */
function inexpressible(invoice: InvoiceDraft): Finding[] {
  const isInvoice = invoice.type === 'invoice' || invoice.type === 'credit_note';
  return [
    ...(isInvoice
      ? []
      : [
          {
            rule: 'BR-04',
            pointer: '/type',
            message: 'Only invoices and credit notes are e-invoices.',
          },
        ]),
    ...taxLists(invoice).flatMap(({ taxes, pointer }) =>
      taxes.length <= 1
        ? []
        : [
            {
              rule: 'UBL-SR-48',
              pointer: `${pointer}/taxes`,
              message: 'An e-invoice has one VAT category a line, here are several taxes.',
              hint: 'Make a plain PDF, or a line for each tax.',
            },
          ],
    ),
    ...reasonFindings(invoice),
    ...(invoice.settlement.withholdings.length === 0
      ? []
      : [
          {
            rule: 'BR-CO-16',
            pointer: '/withholdings',
            message: 'EN 16931 has no place for taxes that the buyer withholds.',
            hint: 'Make a plain PDF, or tell of them in the terms instead.',
          },
        ]),
  ];
}

/** The schema of CII D16B has room for one earlier invoice. */
function precedingFindings({ particulars, corrects }: InvoiceDraft): Finding[] {
  const count = particulars.preceding_invoices?.length ?? 0;
  if (corrects !== null || count <= 1) return [];
  return [
    {
      rule: 'XSD',
      pointer: '/preceding_invoices/1',
      message: 'This format can name one earlier invoice only.',
      hint: 'Choose xrechnung-ubl, peppol-ubl or ubl, or name one.',
    },
  ];
}

/** In CII alone zero counts as owed, so that it does not go with tax that is given back. */
function signFindings({ settlement: { taxCurrency }, taxTotalMinor }: InvoiceDraft): Finding[] {
  if (taxCurrency === null || taxTotalMinor >= 0n || taxCurrency.taxTotalMinor !== 0n) return [];
  return [
    {
      rule: 'PEPPOL-EN16931-R055',
      pointer: '/tax_currency',
      message: 'The tax that is given back comes to nothing in the currency of taxation.',
      hint: 'Choose xrechnung-ubl, or leave tax_currency out.',
    },
  ];
}

interface TaxList {
  readonly taxes: readonly InvoiceTax[];
  readonly pointer: string;
}

function taxLists({ lines, discounts, charges }: InvoiceDraft): TaxList[] {
  return [
    ...lines.map(({ taxes }, at) => ({ taxes, pointer: `/line_items/${at}` })),
    ...discounts.map(({ taxes = [] }, at) => ({ taxes, pointer: `/discounts/${at}` })),
    ...charges.map(({ taxes = [] }, at) => ({ taxes, pointer: `/charges/${at}` })),
  ];
}

/** The rule that allows one row of taxes, and so one reason, for each category. */
const oneRowRules: Partial<Record<TaxCategory, string>> = {
  E: 'BR-E-01',
  AE: 'BR-AE-01',
  K: 'BR-IC-01',
  G: 'BR-G-01',
  O: 'BR-O-01',
};

function reasonFindings(invoice: InvoiceDraft): Finding[] {
  const reasons = new Map<TaxCategory, string | undefined>();
  return taxLists(invoice).flatMap(({ taxes, pointer }) => {
    const tax = taxes[0];
    if (tax === undefined || !isExemptCategory(tax.category)) return [];
    const { category, exemptionReason: reason } = tax;
    if (!reasons.has(category)) reasons.set(category, reason);
    if (reasons.get(category) === reason) return [];
    return [
      {
        rule: oneRowRules[category] ?? '',
        pointer: `${pointer}/taxes/0/exemption_reason`,
        message: `There are two reasons why nothing is charged under category ${category}, where one is allowed.`,
        hint: 'Give all of them the same reason, or make two invoices.',
      },
    ];
  });
}

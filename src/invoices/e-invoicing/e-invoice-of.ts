import { ciiOf } from '../../einvoice/cii.js';
import { exemptionCodes } from '../../einvoice/codes/exemption-codes.js';
import { type EInvoiceFormat, formatFacts, type Profile } from '../../einvoice/formats.js';
import {
  type DocumentAdjustment,
  type DocumentTotals,
  type EInvoice,
  type PrecedingInvoice,
  type TaxBreakdown,
} from '../../einvoice/model.js';
import { ublOf } from '../../einvoice/ubl.js';
import { formatMinor } from '../../money/currency.js';
import { decimalsOf } from '../crediting/credit-note-figures.js';
import { type InvoiceDraft, type InvoiceTaxTotal, type IssuedInvoice } from '../invoice.js';
import { withReasons } from '../exemption-reasons.js';
import { Wording } from '../wording.js';
import { groupKey, partedAdjustments, type PartedAdjustment } from './adjustment-parts.js';
import { paymentInstructions } from './payment-instructions.js';
import { lineAdjustment, lineTax, tradeLine } from './trade-lines.js';
import { tradeBuyer, tradeSeller, wireTradeAddress } from './trade-parties.js';

/** UNCL 1001. */
const typeCodes = { invoice: '380', credit_note: '381' } as const;

/** The XML of an issued invoice in a format that it is ready for. */
export function eInvoiceXml(invoice: IssuedInvoice, format: EInvoiceFormat): string {
  const eInvoice = eInvoiceOf(invoice, format, invoice.number.number);
  return formatFacts[format].syntax === 'cii' ? ciiOf(eInvoice) : ublOf(eInvoice);
}

/** An invoice in the terms of EN 16931, with the figures that its PDF prints; one tax a line is told. */
export function eInvoiceOf(
  invoice: InvoiceDraft,
  format: EInvoiceFormat,
  number: string,
): EInvoice {
  const { profile, specification, process } = formatFacts[format];
  const { particulars, recipient } = invoice;
  const party = { profile, namesVat: !invoice.taxes.some(({ category }) => category === 'O') };
  const words = new Wording(invoice);
  const lines = { decimals: decimalsOf(invoice), discountReason: words.line('discount') };
  return {
    specification,
    process,
    number,
    issueDate: invoice.date,
    typeCode: invoice.type === 'credit_note' ? typeCodes.credit_note : typeCodes.invoice,
    currency: invoice.currency,
    taxCurrency: invoice.settlement.taxCurrency?.currency,
    dueDate: invoice.dueDate ?? undefined,
    buyerReference: recipient.buyerReference,
    references: referencesOf(invoice),
    paymentTerms: paymentTerms(invoice.terms),
    notes: notesOf(invoice),
    precedingInvoices: precedingInvoices(invoice),
    seller: tradeSeller(invoice.organization, party),
    buyer: tradeBuyer(recipient, party),
    delivery: deliveryOf(invoice),
    period: particulars.period,
    payment: paymentInstructions(invoice, { isAsked: asksForPayment(invoice, profile) }),
    ...adjustmentsOf(invoice, words),
    taxes: breakdown(invoice),
    lines: invoice.lines.map((line, index) => tradeLine(line, index, lines)),
  };
}

function referencesOf({ particulars, reference }: InvoiceDraft): EInvoice['references'] {
  const { contract, project, sales_order: salesOrder, accounting } = particulars.references ?? {};
  return { contract, project, salesOrder, accounting, purchaseOrder: reference ?? undefined };
}

/** XRechnung wants a line feed behind the last line of a cash discount (BR-DE-18). */
function paymentTerms(terms: string | null): string | undefined {
  if (terms === null) return undefined;
  return /^#SKONTO#/m.test(terms) && !terms.endsWith('\n') ? `${terms}\n` : terms;
}

/** One note, as Peppol allows no second one (PEPPOL-EN16931-R002). */
function notesOf({ corrects, notes }: InvoiceDraft): string[] {
  const texts = [corrects?.reason, notes].filter((text) => text !== null && text !== undefined);
  return texts.length === 0 ? [] : [texts.join('\n')];
}

function precedingInvoices({ corrects, particulars }: InvoiceDraft): PrecedingInvoice[] {
  // What the corrected invoice followed is told by that invoice.
  if (corrects !== null) return [{ number: corrects.number, date: corrects.date }];
  return [...(particulars.preceding_invoices ?? [])];
}

function deliveryOf({ particulars: { delivery } }: InvoiceDraft): EInvoice['delivery'] {
  if (delivery === undefined) return undefined;
  const { name, date, address } = delivery;
  return { name, date, address: address && wireTradeAddress(address) };
}

/** Germany wants payment instructions on every document (BR-DE-1, DE-R-001). */
function asksForPayment({ organization, recipient }: InvoiceDraft, profile: Profile): boolean {
  const countries = [organization.address?.country, recipient.address?.country];
  return profile === 'xrechnung' || countries.every((country) => country === 'DE');
}

function adjustmentsOf(
  invoice: InvoiceDraft,
  words: Wording,
): Pick<EInvoice, 'allowances' | 'charges' | 'totals'> {
  const parted = partedAdjustments(invoice);
  const allowances = documentAdjustments(invoice, parted.discounts, words.line('discount'));
  const charges = documentAdjustments(invoice, parted.charges, words.line('charge'));
  const counts = { allowances: allowances.length, charges: charges.length };
  return { allowances, charges, totals: totalsOf(invoice, counts) };
}

function documentAdjustments(
  invoice: InvoiceDraft,
  parted: readonly PartedAdjustment[],
  usualReason: string,
): DocumentAdjustment[] {
  const decimals = decimalsOf(invoice);
  const sums = new Map<string, bigint>();
  for (const { taxes, netMinor } of invoice.lines) {
    const key = taxes[0] && groupKey(taxes[0]);
    if (key !== undefined) sums.set(key, (sums.get(key) ?? 0n) + netMinor);
  }
  return parted.flatMap(({ adjustment, parts }) =>
    parts.map(({ tax, netMinor }) => {
      const baseMinor = (tax && sums.get(groupKey(tax))) ?? 0n;
      const amounts = { minor: netMinor, baseMinor, decimals };
      return { ...lineAdjustment(adjustment, amounts, usualReason), tax: lineTax(tax) };
    }),
  );
}

/** Sums of allowances and charges are told where there are any (EN 16931 BR-CO-11, BR-CO-12). */
function totalsOf(
  invoice: InvoiceDraft,
  counts: { allowances: number; charges: number },
): DocumentTotals {
  const { settlement } = invoice;
  const text = (minor: bigint): string => formatMinor(minor, decimalsOf(invoice));
  const unlessZero = (minor: bigint): string | undefined =>
    minor === 0n ? undefined : text(minor);
  return {
    lineTotal: text(invoice.subtotalMinor),
    allowanceTotal: counts.allowances > 0 ? text(invoice.discountTotalMinor) : undefined,
    chargeTotal: counts.charges > 0 ? text(invoice.chargeTotalMinor) : undefined,
    withoutTax: text(invoice.totalMinor - invoice.taxTotalMinor),
    taxTotal: text(invoice.taxTotalMinor),
    taxTotalInTaxCurrency: taxTotalInTaxCurrency(settlement),
    withTax: text(invoice.totalMinor),
    prepaid: unlessZero(settlement.prepaidMinor),
    rounding: unlessZero(settlement.roundingMinor),
    amountDue: text(settlement.amountDueMinor),
  };
}

function taxTotalInTaxCurrency({ taxCurrency }: InvoiceDraft['settlement']): string | undefined {
  if (taxCurrency === null) return undefined;
  return formatMinor(taxCurrency.taxTotalMinor, decimalsOf(taxCurrency));
}

/** A credit note leaves out taxes that come to nothing, but a line of nothing has its row all the same (EN 16931 BR-S-01). */
function emptyTaxes(invoice: InvoiceDraft): readonly InvoiceTaxTotal[] {
  const told = new Set(invoice.taxes.map(groupKey));
  const taxes = invoice.lines
    .flatMap(({ taxes: borne }) => borne.slice(0, 1))
    .filter((tax) => !told.has(groupKey(tax)))
    .map((tax) => ({ ...tax, taxableMinor: 0n, taxMinor: 0n }));
  return withReasons({ ...invoice, taxes });
}

/** One row for each category and rate, whatever the taxes are called. */
function breakdown(invoice: InvoiceDraft): TaxBreakdown[] {
  const groups = new Map<string, InvoiceTaxTotal>();
  for (const tax of [...invoice.taxes, ...emptyTaxes(invoice)]) {
    const known = groups.get(groupKey(tax));
    const taxableMinor = tax.taxableMinor + (known?.taxableMinor ?? 0n);
    const taxMinor = tax.taxMinor + (known?.taxMinor ?? 0n);
    groups.set(groupKey(tax), { ...(known ?? tax), taxableMinor, taxMinor });
  }
  const text = (minor: bigint): string => formatMinor(minor, decimalsOf(invoice));
  return [...groups.values()].map(({ category, rate, exemptionReason, ...amounts }) => ({
    category,
    rate,
    taxable: text(amounts.taxableMinor),
    amount: text(amounts.taxMinor),
    exemptionReason,
    exemptionCode: (exemptionCodes as Partial<Record<string, string>>)[category],
  }));
}

import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalSign,
  decimalText,
} from '../../money/decimal.js';
import {
  type DocumentAdjustment,
  type LineAdjustment,
  type LineTax,
  type TaxBreakdown,
  type TradeLine,
} from '../../einvoice/model.js';
import { exemptCategories } from '../../money/tax-category.js';
import { decimalIn, exactQuotient, figureOf, sumOf } from './figures.js';
import {
  type FinvoAdjustment,
  type FinvoDiscount,
  type FinvoLine,
  type FinvoTax,
  type LeftOut,
} from './finvo-invoice.js';

/** The lines as a request says them, and what of them it cannot say. */
export function linesOf(
  lines: readonly TradeLine[],
  taxes: readonly TaxBreakdown[],
): { readonly items: FinvoLine[]; readonly leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const items = lines.map((line, index): FinvoLine => {
    const note = (field: string, message: string): void => {
      leftOut.push({ pointer: `/line_items/${index}/${field}`, message });
    };
    return {
      description: line.name,
      details: details(line),
      quantity: figureOf(line.quantity),
      unit_code: line.unitCode,
      unit_price: unitPrice(line, note),
      discount: discount(line, note),
      taxes: taxesOf(line.tax, taxes),
      period: line.period,
    };
  });
  return { items, leftOut };
}

/** A discount or a charge of the document as a request says it. */
export function adjustmentOf(
  { amount, percent, reason, tax }: DocumentAdjustment,
  taxes: readonly TaxBreakdown[],
): FinvoAdjustment {
  const size = amount === undefined ? { percent: figureOf(percent) } : { amount: figureOf(amount) };
  return { ...size, reason, taxes: taxesOf(tax, taxes) };
}

/** A request has one text below the description where EN 16931 has two. */
function details({ description, note }: TradeLine): string | undefined {
  const texts = [description, note].filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join('\n');
}

type Note = (field: string, message: string) => void;

function unitPrice({ netPrice, baseQuantity }: TradeLine, note: Note): string | undefined {
  const base = decimalIn(baseQuantity ?? '1');
  const price = decimalIn(netPrice);
  if (base === undefined || price === undefined) return figureOf(netPrice);
  if (compareDecimals(base, { digits: 1n, scale: 0 }) === 0) return figureOf(netPrice);
  const single = exactQuotient(price, base);
  if (single === undefined) {
    const each = `${netPrice ?? ''} for ${baseQuantity ?? ''}`;
    note('unit_price', `The price is ${each}, which is no price for one with up to 6 decimals.`);
  }
  return single;
}

/** A line of a request has one discount and no charges: it is what its allowances come to beyond its charges. */
function discount({ allowances, charges }: TradeLine, note: Note): FinvoDiscount | undefined {
  const all = [...allowances, ...charges];
  const [only] = allowances;
  if (only !== undefined && all.length === 1) return single(only, note);
  if (all.length === 0) return undefined;
  const reason = all.flatMap((each) => each.reason ?? []).join(', ');
  const net = difference(allowances, charges);
  if (net === undefined || decimalSign(net) < 0) return noDiscount(note);
  return { amount: decimalText(net), ...(reason !== '' && { reason }) };
}

function single(
  { amount, percent, reason }: LineAdjustment,
  note: Note,
): FinvoDiscount | undefined {
  if (amount === undefined) return { percent: figureOf(percent), reason };
  const value = decimalIn(amount);
  if (value === undefined || decimalSign(value) < 0) return noDiscount(note);
  return { amount: figureOf(amount), reason };
}

function noDiscount(note: Note): FinvoDiscount | undefined {
  note('discount', 'The allowances and charges of the line do not come to a discount.');
  return undefined;
}

function difference(
  allowances: readonly LineAdjustment[],
  charges: readonly LineAdjustment[],
): Decimal | undefined {
  const taken = sumOf(allowances.map(({ amount }) => amount));
  const added = sumOf(charges.map(({ amount }) => amount));
  return taken && added && addDecimals(taken, { digits: -added.digits, scale: added.scale });
}

/** VAT is the one tax of EN 16931; category O has no rate, and a request says 0. */
function taxesOf(tax: LineTax, breakdown: readonly TaxBreakdown[]): FinvoTax[] | undefined {
  const { category, rate } = tax;
  if (category === undefined && rate === undefined) return undefined;
  const isExempt = (exemptCategories as readonly (string | undefined)[]).includes(category);
  const reason = isExempt
    ? breakdown.find((each) => each.category === category && sameRate(each, tax))?.exemptionReason
    : undefined;
  return [{ name: 'VAT', rate: figureOf(rate) ?? '0', category, exemption_reason: reason }];
}

function sameRate(one: LineTax, other: LineTax): boolean {
  const rate = decimalIn(one.rate ?? '0');
  const otherRate = decimalIn(other.rate ?? '0');
  return rate !== undefined && otherRate !== undefined && compareDecimals(rate, otherRate) === 0;
}

import { decimalOf } from '../../money/checked-decimal.js';
import { formatMinor } from '../../money/currency.js';
import {
  type Decimal,
  decimalText,
  multiplyDecimals,
  normalised,
  powerOfTen,
  roundDecimal,
} from '../../money/decimal.js';
import { absolute, divideRounded } from '../../money/rounding.js';
import { unitCodeOf } from '../../einvoice/codes/unit-names.js';
import { type LineAdjustment, type LineTax, type TradeLine } from '../../einvoice/model.js';
import { percentOf } from '../domain/line-amount.js';
import { type InvoiceLine, type InvoiceTax, type Reduction } from '../invoice.js';

/** What a line is counted in where it names no unit: one (UN/ECE Recommendation 20). */
const one = 'C62';
/** Validators compare to the cent, whatever the currency has (Peppol R040, R120). */
const centDecimals = 2;
/** No quantity that a request may have needs more decimals in its price to come to its amount. */
const priceDecimalsMax = 24;

/** A line in the terms of EN 16931: prices and amounts without tax, the quantity with the sign of the line. */
export function tradeLine(
  line: InvoiceLine,
  index: number,
  { decimals, discountReason }: { decimals: number; discountReason: string },
): TradeLine {
  const tax = line.taxes[0];
  const allowanceMinor = netDiscount(line, tax);
  const grossMinor = line.netMinor + allowanceMinor;
  const { quantity, price } = priced(line, grossMinor, decimals);
  const amounts = { minor: allowanceMinor, baseMinor: grossMinor, decimals };
  return {
    id: String(index + 1),
    name: line.description,
    description: line.details ?? undefined,
    quantity: decimalText(quantity),
    unitCode: line.unitCode ?? (line.unit === null ? one : unitCodeOf(line.unit)),
    netAmount: formatMinor(line.netMinor, decimals),
    netPrice: decimalText(price),
    period: line.period ?? undefined,
    allowances:
      line.discount === null || allowanceMinor === 0n
        ? []
        : [lineAdjustment(line.discount, amounts, discountReason)],
    charges: [],
    tax: lineTax(tax),
  };
}

/** The category and rate of a tax; what is outside the scope of VAT has no rate (EN 16931 BR-O-05). */
export function lineTax(tax: Pick<InvoiceTax, 'category' | 'rate'> | undefined): LineTax {
  if (tax === undefined) return {};
  return { category: tax.category, rate: tax.category === 'O' ? undefined : tax.rate };
}

/** An allowance or charge of this size; percentage and base are told where they come to it exactly (Peppol R040). */
export function lineAdjustment(
  { percent, reason }: Reduction,
  { minor, baseMinor, decimals }: { minor: bigint; baseMinor: bigint; decimals: number },
  usualReason: string,
): LineAdjustment {
  const toCents = powerOfTen(centDecimals - Math.min(decimals, centDecimals));
  const isExact =
    percent !== undefined && percentOf(decimalOf(percent), baseMinor * toCents) === minor * toCents;
  return {
    amount: formatMinor(minor, decimals),
    ...(isExact && { percent, base: formatMinor(baseMinor, decimals) }),
    reason: reason ?? usualReason,
  };
}

/** The discount without the tax that is in it where prices include tax. */
function netDiscount(line: InvoiceLine, tax: InvoiceTax | undefined): bigint {
  const holdsTax = line.amountMinor !== line.netMinor;
  if (!holdsTax || tax === undefined) return line.discountMinor;
  // What costs nothing can only be what its discount is: no price makes up for a cent that rounding moves.
  if (isFree(line)) return -line.netMinor;
  const rate = decimalOf(tax.rate);
  const hundred = 100n * powerOfTen(rate.scale);
  return divideRounded(line.discountMinor * hundred, hundred + rate.digits);
}

function isFree({ quantity, unitPrice }: InvoiceLine): boolean {
  return decimalOf(quantity).digits === 0n || decimalOf(unitPrice).digits === 0n;
}

/**
 * A price that is never negative (EN 16931 BR-27) and, times the quantity, comes to the amount: the one that was
 * sent wherever it does, else one with as many decimals as that takes.
 */
function priced(
  line: InvoiceLine,
  amountMinor: bigint,
  decimals: number,
): { quantity: Decimal; price: Decimal } {
  const sent = { quantity: decimalOf(line.quantity), price: decimalOf(line.unitPrice) };
  const { quantity, price } = sent.price.digits < 0n ? negated(sent) : sent;
  if (comesTo(amountMinor, { quantity, price }, decimals)) return { quantity, price };
  const size: Decimal = { digits: absolute(quantity.digits), scale: quantity.scale };
  const sign = amountMinor < 0n ? -1n : 1n;
  const signed: Decimal = { digits: sign * size.digits, scale: size.scale };
  for (let scale = decimals; scale < priceDecimalsMax; scale += 1) {
    const found = normalised({
      digits: quotient(amountMinor * sign, decimals, size, scale),
      scale,
    });
    if (comesTo(amountMinor, { quantity: signed, price: found }, decimals)) {
      return { quantity: signed, price: found };
    }
  }
  return { quantity, price };
}

function negated({ quantity, price }: { quantity: Decimal; price: Decimal }) {
  return {
    quantity: { ...quantity, digits: -quantity.digits },
    price: { ...price, digits: -price.digits },
  };
}

function comesTo(
  amountMinor: bigint,
  { quantity, price }: { quantity: Decimal; price: Decimal },
  decimals: number,
): boolean {
  const scale = Math.max(decimals, centDecimals);
  const product = roundDecimal(multiplyDecimals(quantity, price), scale);
  return product === amountMinor * powerOfTen(scale - decimals);
}

/** The amount divided by the quantity, with so many decimals. */
function quotient(minor: bigint, decimals: number, quantity: Decimal, scale: number): bigint {
  if (quantity.digits === 0n) return 0n;
  return divideRounded(
    minor * powerOfTen(quantity.scale) * powerOfTen(scale),
    quantity.digits * powerOfTen(decimals),
  );
}

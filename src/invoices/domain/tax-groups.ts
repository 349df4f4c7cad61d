import { type Decimal, powerOfTen, roundDecimal } from '../../money/decimal.js';
import { amountAt, apportion, sumOf } from '../../money/rounding.js';
import { type TaxedAmount } from './adjustments.js';
import { percentOf } from './line-amount.js';
import { type Tax } from './tax.js';
import { type TaxCombination } from './tax-combinations.js';

/**
 * One tax of the invoice with the net amount it is taken on and what it comes to, in minor units.
 */
export interface TaxGroup extends Tax {
  readonly taxableMinor: bigint;
  readonly taxMinor: bigint;
}

/**
 * The tax groups in order of first appearance, and the net amount of every part in the order given.
 */
export interface Taxation {
  readonly taxes: readonly TaxGroup[];
  readonly netsMinor: readonly bigint[];
}

/**
 * Amounts are net: each tax is taken once on the sum of all that bears it, half away from zero (EN
 * 16931 BT-117). To the sum of a compound tax belong the simple taxes on the same amounts, each of
 * them rounded once.
 */
export function taxOnTop(parts: readonly TaxedAmount[]): Taxation {
  const groups = new TaxSums();
  for (const { combination, amountMinor } of parts) {
    for (const tax of combination.taxes) groups.add(tax, amountMinor, 0n);
  }
  for (const [tax, baseMinor] of compoundBases(parts)) groups.add(tax, baseMinor, 0n);
  const taxes = groups.list().map((group) => ({
    ...group,
    taxMinor: percentOf(group.rate, group.taxableMinor),
  }));
  return { taxes, netsMinor: parts.map((part) => part.amountMinor) };
}

/**
 * Amounts hold their tax: per combination with the summed rate R the tax is round(sum × R / (100 +
 * R)) and the rest is net, so nothing moves from what was entered. Several taxes share it by rate,
 * and the parts of the combination share it by amount, both by largest remainder. Every R must be
 * above -100.
 */
export function taxInside(parts: readonly TaxedAmount[]): Taxation {
  const netsMinor = parts.map((part) => part.amountMinor);
  const groups = new TaxSums();
  for (const [combination, places] of placesByCombination(parts)) {
    const amounts = places.map((place) => amountAt(netsMinor, place));
    const held = heldByParts(amounts, combination.rate);
    for (const [index, place] of places.entries()) {
      netsMinor[place] = amountAt(amounts, index) - amountAt(held, index);
    }
    const sumMinor = sumOf(amounts);
    const shares = heldByTaxes(sumMinor, combination);
    const simpleMinor = sumOf(shares.filter((_, index) => !combination.taxes[index]?.compound));
    for (const [index, tax] of combination.taxes.entries()) {
      const beneathMinor = tax.compound === true ? simpleMinor : 0n;
      groups.add(tax, sumMinor - sumOf(held) + beneathMinor, amountAt(shares, index));
    }
  }
  return { taxes: groups.list(), netsMinor };
}

/** What the simple taxes beside each compound one come to on the amounts that bear both. */
function compoundBases(parts: readonly TaxedAmount[]): Map<Tax, bigint> {
  const shared = new Map<Tax, Map<Tax, bigint>>();
  for (const { combination, amountMinor } of parts) {
    for (const compound of combination.taxes.filter((tax) => tax.compound)) {
      const sums = shared.get(compound) ?? new Map<Tax, bigint>();
      shared.set(compound, sums);
      for (const simple of combination.taxes.filter((tax) => !tax.compound)) {
        sums.set(simple, (sums.get(simple) ?? 0n) + amountMinor);
      }
    }
  }
  return new Map(
    [...shared].map(([compound, sums]) => [
      compound,
      sumOf([...sums].map(([simple, sumMinor]) => percentOf(simple.rate, sumMinor))),
    ]),
  );
}

/** Keeps the order of first appearance, as a Map does. */
class TaxSums {
  private readonly sums = new Map<Tax, { taxableMinor: bigint; taxMinor: bigint }>();

  add(tax: Tax, taxableMinor: bigint, taxMinor: bigint): void {
    const sum = this.sums.get(tax);
    if (sum === undefined) {
      this.sums.set(tax, { taxableMinor, taxMinor });
      return;
    }
    sum.taxableMinor += taxableMinor;
    sum.taxMinor += taxMinor;
  }

  list(): TaxGroup[] {
    return [...this.sums].map(([tax, sum]) => ({ ...tax, ...sum }));
  }
}

function placesByCombination(parts: readonly TaxedAmount[]): Map<TaxCombination, number[]> {
  const places = new Map<TaxCombination, number[]>();
  for (const [place, { combination }] of parts.entries()) {
    const known = places.get(combination);
    if (known === undefined) places.set(combination, [place]);
    else known.push(place);
  }
  return places;
}

/** Both splits round the same quotient, sum × R / (100 + R), so they add up to the same tax. */
function heldByParts(amounts: readonly bigint[], rate: Decimal): bigint[] {
  return apportion(
    amounts.map((amount) => amount * rate.digits),
    hundredPlus(rate),
  );
}

function heldByTaxes(sumMinor: bigint, { rates, rate }: TaxCombination): bigint[] {
  return apportion(
    rates.map((own) => sumMinor * roundDecimal(own, rate.scale)),
    hundredPlus(rate),
  );
}

/** 100 % plus the rate, in units of the rate's scale. */
function hundredPlus(rate: Decimal): bigint {
  return 100n * powerOfTen(rate.scale) + rate.digits;
}

import { allocate, amountAt } from '../../money/rounding.js';
import { type Adjustment, type InvoiceDraft, type InvoiceTax } from '../invoice.js';

/** What a discount or charge of the document is in one VAT category and rate. */
export interface AdjustmentPart {
  readonly tax: Pick<InvoiceTax, 'category' | 'rate'> | undefined;
  readonly netMinor: bigint;
}

/** A discount or charge with its parts: EN 16931 has one VAT category for each, where Finvo spreads one over all. */
export interface PartedAdjustment {
  readonly adjustment: Adjustment;
  readonly parts: readonly AdjustmentPart[];
}

/** The discounts and the charges of an invoice with their parts. */
export interface PartedAdjustments {
  readonly discounts: readonly PartedAdjustment[];
  readonly charges: readonly PartedAdjustment[];
}

/** Taxes are one VAT group where category and rate are the same, whatever they are called. */
export function groupKey({ category, rate }: Pick<InvoiceTax, 'category' | 'rate'>): string {
  return `${category} ${rate}`;
}

/** Some discount or charge without a tax of its own, and with which sign it counts. */
interface Spread {
  readonly adjustment: Adjustment;
  readonly sign: bigint;
}

/**
 * Finds the parts that the totals of an invoice are made of: each part is an amount without tax, those of a
 * discount or charge add up to it, and with the lines they add up to what each group is taxed on (EN 16931
 * BR-S-08 and its like). Nothing is calculated anew: what is left of a group when lines and taxed discounts
 * are taken off it is shared by the others.
 */
export function partedAdjustments(invoice: InvoiceDraft): PartedAdjustments {
  const spreads: Spread[] = [
    ...invoice.discounts.map((adjustment) => ({ adjustment, sign: -1n })),
    ...invoice.charges.map((adjustment) => ({ adjustment, sign: 1n })),
  ].filter(({ adjustment }) => adjustment.taxes === undefined);
  const groups = [...openGroups(invoice).values()];
  const shares = sharesOf(spreads, groups);
  const parted = (adjustment: Adjustment): PartedAdjustment => {
    const at = spreads.findIndex((spread) => spread.adjustment === adjustment);
    if (at < 0) {
      const part = { tax: adjustment.taxes?.[0], netMinor: adjustment.netMinor };
      return { adjustment, parts: [part] };
    }
    const parts = groups.map(({ tax }, index) => ({
      tax,
      netMinor: amountAt(shares[at] ?? [], index),
    }));
    return { adjustment, parts: parts.filter(({ netMinor }) => netMinor !== 0n) };
  };
  return { discounts: invoice.discounts.map(parted), charges: invoice.charges.map(parted) };
}

interface Group {
  readonly tax: Pick<InvoiceTax, 'category' | 'rate'>;
  /** Sum of its lines. */
  linesMinor: bigint;
  /** What discounts and charges without a tax of their own add to it. */
  openMinor: bigint;
}

/** The groups that lines belong to, with what is still to be explained of their taxable amounts. */
function openGroups(invoice: InvoiceDraft): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { taxes, netMinor } of invoice.lines) {
    const tax = taxes[0];
    if (tax === undefined) continue;
    const group = groups.get(groupKey(tax)) ?? { tax, linesMinor: 0n, openMinor: 0n };
    group.linesMinor += netMinor;
    group.openMinor -= netMinor;
    groups.set(groupKey(tax), group);
  }
  const add = (tax: InvoiceTax | undefined, minor: bigint): void => {
    const group = tax && groups.get(groupKey(tax));
    if (group !== undefined) group.openMinor += minor;
  };
  for (const tax of invoice.taxes) add(tax, tax.taxableMinor);
  for (const { taxes, netMinor } of invoice.discounts) add(taxes?.[0], netMinor);
  for (const { taxes, netMinor } of invoice.charges) add(taxes?.[0], -netMinor);
  return groups;
}

/** Each is shared by the sums of the groups' lines, and the last one takes what rounding has left over. */
function sharesOf(spreads: readonly Spread[], groups: readonly Group[]): bigint[][] {
  const left = groups.map(({ openMinor }) => openMinor);
  return spreads.map(({ adjustment, sign }, at) => {
    const isLast = at === spreads.length - 1;
    const shares = isLast
      ? left.map((minor) => sign * minor)
      : allocate(
          adjustment.netMinor,
          groups.map(({ linesMinor }) => linesMinor),
        );
    for (const [index, share] of shares.entries()) {
      left[index] = amountAt(left, index) - sign * share;
    }
    return shares;
  });
}
